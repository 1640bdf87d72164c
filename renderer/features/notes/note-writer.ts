import type { Result } from '../../../src/contract/errors.ts';
import type { Note } from '../../../src/model/note.ts';
import { call } from '../../client/client.ts';
import { runCommand } from '../../client/command.ts';

/**
 * Writes one note, or begins it, each time with its whole text. Where the note is gone meanwhile (taken back, or deleted elsewhere)
 * the words begin a note anew, which `onAnew` hears of; where the paper is gone, one that stands alone.
 */
export function noteWriter({ paper, note, onAnew }: { paper: string | null; note: Note | null; onAnew: () => void }): (markdown: string) => Promise<Result<unknown>> {
  let id = note?.id ?? null;
  /** What was sent to an engine that stopped before it answered: it may have been written. */
  let doubtful: string | null = null;
  const begin = async (markdown: string) => {
    const more = { ...(note?.title === undefined ? {} : { title: note.title }), markdown };
    const answer = await runCommand('note.write', paper === null ? more : { paper, ...more });
    return isGone(answer) && paper !== null ? runCommand('note.write', more) : answer;
  };
  const write = async (markdown: string) => {
    if (id === null) return begin(markdown);
    const answer = await runCommand('note.write', { note: id, markdown });
    if (!isGone(answer)) return answer;
    const anew = await begin(markdown);
    if (!anew.ok) return anew;
    id = null;
    onAnew();
    return anew;
  };
  return async (markdown) => {
    if (doubtful !== null && paper !== null) id ??= await noteThatSays(paper, doubtful);
    const answer = await write(markdown);
    if (answer.ok) id ??= answer.value.created[0] ?? null;
    doubtful = !answer.ok && answer.error.code === 'engine-stopped' ? markdown : null;
    return answer;
  };
}

const isGone = (answer: Result<unknown>): boolean => !answer.ok && answer.error.code === 'not-found';

/** The note of a paper that says exactly this, if there is one. */
async function noteThatSays(paper: string, markdown: string): Promise<string | null> {
  const answer = await call('papers.get', { id: paper });
  return answer.ok ? answer.value.notes.find((one) => one.markdown === markdown)?.id ?? null : null;
}
