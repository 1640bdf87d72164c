import { useCallback, useEffect, useState } from 'react';
import type { Paper } from '../../../src/model/paper.ts';
import type { Note } from '../../../src/model/note.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useLibrary } from '../../stores/library.ts';

/** What a note over several papers is called: it names each, so that it is shown as a mention beside every one of them. */
export const titleOver = (papers: readonly Paper[]): string => t('compare.noteTitle', { keys: papers.map((paper) => paper.citationKey).join(', ') });
const textOver = (papers: readonly Paper[]): string => `${papers.map((paper) => `[[${paper.citationKey}]]`).join(' · ')}\n\n`;

/** The note that stands alone and names all of these papers, the one changed last. */
async function find(ids: readonly string[]): Promise<Note | null> {
  const answers = await Promise.all(ids.map((id) => call('notes.mentions', { id })));
  const lists = answers.map((answer) => (answer.ok ? answer.value.filter((line) => line.paper === null) : []));
  const [first = [], ...others] = lists;
  const [line] = first.filter(({ id }) => others.every((list) => list.some((one) => one.id === id))).sort((a, b) => b.changed.localeCompare(a.changed));
  if (line === undefined) return null;
  const note = await call('notes.get', { id: line.id });
  return note.ok ? note.value.note : null;
}

/** The one note over several papers; `begin` makes it. */
export function useNoteOver(papers: readonly Paper[]): { note: Note | null; begin: () => Promise<void> } {
  const key = papers.map((paper) => paper.id).join(' ');
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [note, setNote] = useState<Note | null>(null);
  useEffect(() => {
    let live = true;
    if (key !== '') void find(key.split(' ')).then((found) => { if (live) setNote(found); });
    return () => { live = false; };
  }, [key, revision]);
  const begin = useCallback(async () => {
    const done = await carryOut('note.write', { title: titleOver(papers), markdown: textOver(papers) });
    const [id] = done?.created ?? [];
    const made = id === undefined ? null : await call('notes.get', { id });
    if (made?.ok === true) setNote(made.value.note);
  }, [papers]);
  return { note, begin };
}
