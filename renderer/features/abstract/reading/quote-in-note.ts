import { quoteOf } from '../../../../src/library/notes/quotes.ts';
import type { PaperDetail } from '../../../../src/contract/views.ts';
import type { Note } from '../../../../src/model/note.ts';
import type { InputOf } from '../../../client/command-inputs.ts';
import { call } from '../../../client/client.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { useReading } from '../../../stores/reading.ts';
import { say, sayError } from '../../../stores/toasts.ts';
import { useView } from '../../../stores/view.ts';

/** Puts a mark's words, with citation and link, at the end of a note: the one quotes go to, else the newest of the paper, else a new one. */
export async function quoteInNote(paper: string, annotation: string): Promise<void> {
  const answer = await call('papers.get', { id: paper });
  if (!answer.ok) return sayError(answer.error);
  const { value: detail } = answer;
  const mark = detail.annotations.find(({ id }) => id === annotation);
  if (mark === undefined) return;
  const note = await noteFor(detail);
  const quote = quoteOf(mark, detail.paper.citationKey);
  const done = note === undefined
    ? await carryOut('note.write', { paper, markdown: `${quote}\n` })
    : await carryOut('note.write', { note: note.id, markdown: `${note.markdown.trimEnd()}\n\n${quote}\n` });
  if (done !== null) tell();
}

/** Marks words and quotes them in the same note at once: one undo. Whether it was done. */
export async function quoteWords(words: InputOf<'annotation.quote'>): Promise<boolean> {
  const answer = await call('papers.get', { id: words.paper });
  if (!answer.ok) { sayError(answer.error); return false; }
  const note = await noteFor(answer.value);
  const done = await carryOut('annotation.quote', { ...words, ...(note === undefined ? {} : { note: note.id }) });
  if (done !== null) tell();
  return done !== null;
}

/** The note that quotes go to, else the newest of the paper. */
async function noteFor(detail: PaperDetail): Promise<Note | undefined> {
  const { quotesTo } = useReading.getState();
  const over = quotesTo === null ? null : await call('notes.get', { id: quotesTo });
  return over?.ok === true ? over.value.note : detail.notes.at(-1);
}

/** Beside the paper the note is seen as it grows; elsewhere it is said. */
function tell(): void {
  if (useView.getState().place === 'papers' && document.querySelector('.side-pane') !== null) return;
  say('abstract.quotedInNote');
}
