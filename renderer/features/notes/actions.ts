import { NotebookPen, NotebookText, Search } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { newNote } from './place/store.ts';
import { show } from '../../stores/view.ts';
import { useReading } from '../../stores/reading.ts';

/** Notes. */
export const noteActions: readonly Action[] = [
  { name: 'note.edit', label: 'notes.open', group: 'paper', shortcut: 'n', icon: NotebookPen, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null, run: () => { useReading.setState({ editingNote: true }); } },
  { name: 'note.new', label: 'notes.new', group: 'library', shortcut: 'Mod+Shift+n', icon: NotebookPen, inFields: true, when: (ctx) => ctx.overview !== null, run: newNote },
  { name: 'go.notes', label: 'notes.go', group: 'move', shortcut: 'Mod+7', icon: NotebookText, inFields: true, when: (ctx) => ctx.overview !== null, run: () => { show('notes'); } },
  { name: 'note.filter', label: 'notes.filter', group: 'move', shortcut: ['/', 'Mod+f'], icon: Search, when: (ctx) => ctx.place === 'notes', run: () => { document.getElementById('note-filter')?.focus(); } },
];
