export { keptActions } from './actions.ts';
export { KeptLine, keptSettings } from './KeptFiles.tsx';
export { follow as followKept, useKept } from './store.ts';
