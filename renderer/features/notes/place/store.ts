import { create } from 'zustand';
import type { NoteDetail, NoteLine } from '../../../../src/contract/notes.ts';
import { call, on } from '../../../client/client.ts';
import { runCommand } from '../../../client/command.ts';
import { latest } from '../../../stores/latest.ts';
import { spaced } from '../../../stores/spaced.ts';
import { sayError } from '../../../stores/toasts.ts';
import { show } from '../../../stores/view.ts';

/** The most notes that a list shows; words find the others. */
const MOST = 2000;

interface NotesState {
  text: string;
  total: number;
  notes: readonly NoteLine[] | null;
  selected: string | null;
  /** The selected note; null while it is on its way. */
  detail: NoteDetail | null;
  /** The note that is written beside its paper; null is the first, or a new one. */
  beside: string | null;
}

/** The notes of the library, and the one that is read. */
export const useNotes = create<NotesState>(() => ({ text: '', total: 0, notes: null, selected: null, detail: null, beside: null }));

/** Asks for the list again; of many questions in a row only the newest is answered. */
const listNotes = latest(async () => {
  const answer = await call('notes.list', { text: useNotes.getState().text, count: MOST });
  if (!answer.ok) return sayError(answer.error);
  useNotes.setState(answer.value);
  const [latestNote] = answer.value.notes;
  if (useNotes.getState().selected === null && latestNote !== undefined) selectNote(latestNote.id);
});

async function fetchNote(): Promise<void> {
  const { selected } = useNotes.getState();
  if (selected === null) return;
  const answer = await call('notes.get', { id: selected });
  if (useNotes.getState().selected !== selected) return;
  if (answer.ok) useNotes.setState({ detail: answer.value });
  else useNotes.setState({ selected: null, detail: null });
}

export function filterNotes(text: string): void {
  useNotes.setState({ text });
  void listNotes();
}

export function selectNote(id: string): void {
  if (useNotes.getState().selected === id) return;
  useNotes.setState({ selected: id, detail: null });
  void fetchNote();
}

/** Shows a note among all notes. */
export function openNote(id: string): void {
  show('notes');
  filterNotes('');
  selectNote(id);
}

/** Begins a note that stands alone. */
export async function newNote(): Promise<void> {
  const answer = await runCommand('note.write', { markdown: '' });
  if (!answer.ok) return sayError(answer.error);
  const [id] = answer.value.created;
  if (id !== undefined) openNote(id);
}

/** Keeps the notes current while they are shown; gives the way to end it. */
export function followNotes(): () => void {
  const again = spaced(() => { void listNotes(); void fetchNote(); });
  again();
  const silence = [
    on('changed', ({ tables }) => { if (tables.includes('note') || tables.includes('paper')) again(); }),
    on('library', ({ same, state }) => {
      if (!same) useNotes.setState({ text: '', total: 0, notes: null, selected: null, detail: null });
      if (state === 'open') again();
    }),
  ];
  return () => { for (const end of silence) end(); };
}
