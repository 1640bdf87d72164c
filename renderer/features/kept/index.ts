export { keptActions } from './actions.ts';
export { keptSettings } from './KeptFiles.tsx';
