export { looksActions } from './actions.ts';
export { Face, Measure, Size, Theme } from './controls.tsx';
export { LooksButton } from './LooksButton.tsx';
