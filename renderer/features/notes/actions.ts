import { FileText, NotebookPen, NotebookText, Search, SquarePen, TextQuote, Trash2 } from 'lucide-react';
import { DEFAULT_TEMPLATE } from '../../../src/library/notes/template.ts';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { useSettings } from '../../stores/settings.ts';
import { writeFromTemplate } from './from-template.ts';
import { follow } from './follow.ts';
import { newNote, useNotes } from './place/store.ts';
import { act } from '../../stores/act.ts';
import { show } from '../../stores/view.ts';
import { useReading } from '../../stores/reading.ts';

/** A note that quotes the marks of the focused paper, in the first template's form. */
function fromMarks({ paper }: ActionContext): unknown {
  const [template] = useSettings.getState().settings.noteTemplates;
  return paper === null ? undefined : writeFromTemplate(paper, template ?? DEFAULT_TEMPLATE);
}

const chosen = (ctx: ActionContext): boolean => ctx.place === 'notes' && useNotes.getState().selected !== null;
const paperOfChosen = (): string | undefined => useNotes.getState().detail?.paper?.citationKey;

async function deleteChosen(): Promise<void> {
  const { selected } = useNotes.getState();
  if (selected !== null) await act('note.delete', { note: selected }, 'notes.deleted');
}

/** Notes. */
export const noteActions: readonly Action[] = [
  { name: 'note.edit', label: 'notes.open', group: 'paper', shortcut: 'n', icon: NotebookPen, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null, run: () => { useReading.setState({ editingNote: true }); } },
  { name: 'note.fromMarks', label: 'notes.fromMarks', group: 'paper', shortcut: 'Shift+n', icon: TextQuote, menu: 'order', when: (ctx) => ctx.place === 'papers' && (ctx.paper?.annotations.length ?? 0) > 0 && !ctx.trash, run: fromMarks },
  { name: 'note.new', label: 'notes.new', group: 'library', shortcut: 'Mod+Shift+n', icon: NotebookPen, inFields: true, when: (ctx) => ctx.overview !== null, run: newNote },
  { name: 'note.write', label: 'notes.write', group: 'paper', icon: SquarePen, menu: 'open', about: 'note', when: chosen, run: () => { document.querySelector<HTMLElement>('.note-page .cm-content')?.focus(); } },
  { name: 'note.paper', label: 'notes.ofPaper', group: 'paper', icon: FileText, menu: 'open', about: 'note', when: (ctx) => chosen(ctx) && paperOfChosen() !== undefined, run: () => { const key = paperOfChosen(); if (key !== undefined) follow.cite(key); } },
  { name: 'note.delete', label: 'notes.delete', group: 'paper', shortcut: 'Delete', icon: Trash2, menu: 'away', about: 'note', when: chosen, run: deleteChosen },
  { name: 'go.notes', label: 'notes.go', group: 'move', shortcut: 'Mod+7', icon: NotebookText, inFields: true, when: (ctx) => ctx.overview !== null, run: () => { show('notes'); } },
  { name: 'note.filter', label: 'notes.filter', group: 'move', shortcut: ['/', 'Mod+f'], icon: Search, when: (ctx) => ctx.place === 'notes', run: () => { document.getElementById('note-filter')?.focus(); } },
];
