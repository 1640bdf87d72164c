export { noteActions } from './actions.ts';
export { NotePane } from './NotePane.tsx';
export { NotePage } from './place/NotePage.tsx';
export { NotesList } from './place/NotesList.tsx';
