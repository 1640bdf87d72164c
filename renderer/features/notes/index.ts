export { noteActions } from './actions.ts';
export { NotePane } from './NotePane.tsx';
