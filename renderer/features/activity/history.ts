import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { useLibrary } from '../../stores/library.ts';

/** A paper must rest in view for so long, ms, before its history is asked for: going through a list should ask for none. */
const REST = 250;

/** The newest commands, of the library or of one paper, newest first; read again after every change. Null until they are there. */
export function useHistory(paper?: string): readonly HistoryEntry[] | null {
  const revision = useLibrary((state) => state.overview?.library.revision ?? 0);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  useEffect(() => {
    let current = true;
    const ask = (): void => { void call('history.list', { limit: 200, ...(paper === undefined ? {} : { paper }) }).then((answer) => { if (current && answer.ok) setEntries(answer.value); }); };
    const timer = setTimeout(ask, paper === undefined ? 0 : REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [revision, paper]);
  return entries;
}
