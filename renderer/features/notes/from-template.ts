import { filled } from '../../../src/library/notes/template.ts';
import type { NoteTemplate } from '../../../src/library/notes/template.ts';
import type { PaperDetail } from '../../../src/contract/views.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useLibrary } from '../../stores/library.ts';
import { useReading } from '../../stores/reading.ts';
import { useNotes } from './place/store.ts';

const today = (): string => new Date().toLocaleDateString('sv-SE');

/** Writes a new note on a paper from a template, and opens it beside the paper. */
export async function writeFromTemplate({ paper, annotations }: PaperDetail, template: NoteTemplate): Promise<void> {
  const known = useLibrary.getState().overview?.tags ?? [];
  const tags = paper.tags.flatMap((id) => known.find((tag) => tag.id === id)?.name ?? []);
  const done = await carryOut('note.write', { paper: paper.id, markdown: filled(template.markdown, { paper, tags, marks: annotations, date: today() }) });
  if (done === null) return;
  useNotes.setState({ beside: done.created[0] ?? null });
  useReading.setState({ editingNote: true });
}
