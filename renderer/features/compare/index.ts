export { compareActions } from './actions.ts';
export { CompareView } from './CompareView.tsx';
