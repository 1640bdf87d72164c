import { useEffect, useState } from 'react';
import type { Cite } from '../../../../src/citation/cite.ts';
import type { PaperRow } from '../../../../src/contract/views.ts';
import { call } from '../../../client/client.ts';

const SHOWN = 50;

/** A work to be cited, with the title that is shown for it. */
export type Picked = Cite & { title: string };

export interface Found { rows: readonly PaperRow[]; ready: boolean; closed: boolean }

/** Papers that the typed words find, the best first; the newest ones before anything is typed. */
export function useFound(text: string): Found {
  const [found, setFound] = useState<Found>({ rows: [], ready: false, closed: false });
  useEffect(() => {
    let live = true;
    void call('papers.query', { scope: { in: 'all' }, text, sort: text.trim() === '' ? 'changed' : 'relevance', descending: text.trim() === '', first: SHOWN }).then((answer) => {
      if (live) setFound({ rows: answer.ok ? answer.value.rows : [], ready: true, closed: !answer.ok });
    });
    return () => { live = false; };
  }, [text]);
  return found;
}

export const picked = ({ id, citationKey, title }: PaperRow): Picked => ({ id, key: citationKey, title, locator: '', label: 'page', prefix: '', suffix: '', suppressAuthor: false });

/** Gives the citation to whoever asked for it; the window closes. */
export const finish = (cites: readonly Picked[] | null): void => {
  void call('citing.picked', { cites: cites === null ? null : cites.map(({ id, key, locator, label, prefix, suffix, suppressAuthor }) => ({ id, key, locator, label, prefix, suffix, suppressAuthor })) });
};
