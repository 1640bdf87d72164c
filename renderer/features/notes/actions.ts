import { NotebookPen } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { useReading } from '../../stores/reading.ts';

/** Notes. */
export const noteActions: readonly Action[] = [
  { name: 'note.edit', label: 'notes.open', group: 'paper', shortcut: 'n', icon: NotebookPen, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null, run: () => { useReading.setState({ editingNote: true }); } },
];
