export { noteActions } from './actions.ts';
