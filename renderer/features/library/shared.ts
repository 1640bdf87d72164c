import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import type { Selection } from '../../../src/contract/views.ts';
import { call } from '../../client/client.ts';
import { useLibrary } from '../../stores/library.ts';

export type Shared = Output<'papers.shared'>;

/** What the papers of a selection have in common, followed as the library changes. */
export function useShared(selection: Selection | null): Shared | null {
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [shared, setShared] = useState<Shared | null>(null);
  useEffect(() => {
    let live = true;
    if (selection !== null) void call('papers.shared', { selection }).then((answer) => { if (live && answer.ok) setShared(answer.value); });
    return () => { live = false; };
  }, [selection, revision]);
  return shared;
}

/** Whether all papers have something, some or none. */
export function given(shared: Shared | null, of: 'tags' | 'collections', id: string): 'all' | 'some' | 'none' {
  const count = shared?.[of].find((one) => one.id === id)?.count ?? 0;
  return count === 0 || shared === null ? 'none' : count === shared.total ? 'all' : 'some';
}
