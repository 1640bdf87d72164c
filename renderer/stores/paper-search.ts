import { useEffect, useState } from 'react';
import type { PaperRow } from '../../src/contract/views.ts';
import { call } from '../client/client.ts';

/** Papers that words found. `ready`: they belong to the words that stand there now; `closed`: there is no library to look in. */
export interface FoundPapers { rows: readonly PaperRow[]; ready: boolean; closed: boolean }

/** Papers that the typed words find, the best first, at most `first`; before anything is typed, the newest by `newest`. */
export function usePaperSearch(text: string, first: number, newest: 'added' | 'changed'): FoundPapers {
  const [found, setFound] = useState<{ rows: readonly PaperRow[]; of: string | null; closed: boolean }>({ rows: [], of: null, closed: false });
  useEffect(() => {
    let live = true;
    const typed = text.trim() !== '';
    void call('papers.query', { scope: { in: 'all' }, text, sort: typed ? 'relevance' : newest, descending: !typed, first }).then((answer) => {
      if (live) setFound({ rows: answer.ok ? answer.value.rows : [], of: text, closed: !answer.ok });
    });
    return () => { live = false; };
  }, [text, first, newest]);
  return { rows: found.rows, ready: found.of === text, closed: found.closed };
}
