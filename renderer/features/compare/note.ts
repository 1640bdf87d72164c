import { useCallback, useEffect, useRef, useState } from 'react';
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
  return fetchNote(line.id);
}

async function fetchNote(id: string): Promise<Note | null> {
  const answer = await call('notes.get', { id });
  return answer.ok ? answer.value.note : null;
}

/** The one note over several papers; `begin` makes it. */
export function useNoteOver(papers: readonly Paper[]): { note: Note | null; begin: () => Promise<void> } {
  const key = papers.map((paper) => paper.id).join(' ');
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [note, setNote] = useState<Note | null>(null);
  /** A note that was found stays, also when it names not all of them any more while it is written. */
  const held = useRef<{ key: string; id: string } | null>(null);
  const hold = useCallback((found: Note | null) => { held.current = found === null ? null : { key, id: found.id }; setNote(found); }, [key]);
  useEffect(() => {
    let live = true;
    const known = held.current?.key === key ? held.current.id : null;
    if (key !== '') void find(key.split(' ')).then(async (found) => found ?? (known === null ? null : fetchNote(known))).then((found) => { if (live) hold(found); });
    return () => { live = false; };
  }, [key, revision, hold]);
  const begin = useCallback(async () => {
    const done = await carryOut('note.write', { title: titleOver(papers), markdown: textOver(papers) });
    const [id] = done?.created ?? [];
    if (id !== undefined) hold(await fetchNote(id));
  }, [papers, hold]);
  return { note, begin };
}
