export { noteActions } from './actions.ts';
export { NoteEditor } from './NoteEditor.tsx';
export { noteSettings } from './TemplateSetting.tsx';
export { NotePane } from './NotePane.tsx';
export { NotePage } from './place/NotePage.tsx';
export { NotesList } from './place/NotesList.tsx';
