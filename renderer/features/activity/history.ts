import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { useLibrary } from '../../stores/library.ts';

/** The newest commands, newest first; read again after every change. */
export function useHistory(): readonly HistoryEntry[] {
  const revision = useLibrary((state) => state.overview?.library.revision ?? 0);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  useEffect(() => {
    let current = true;
    void call('history.list', { limit: 200 }).then((answer) => { if (current && answer.ok) setEntries(answer.value); });
    return () => { current = false; };
  }, [revision]);
  return entries;
}
