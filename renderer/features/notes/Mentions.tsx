import { useEffect, useState } from 'react';
import type { NoteLine } from '../../../src/contract/notes.ts';
import { call, on } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { spaced } from '../../stores/spaced.ts';
import { openNote } from './place/store.ts';

/** The notes that name a paper or a note (`of`), but for the one that is shown. */
export function Mentions({ of, but = null }: { of: string; but?: string | null }) {
  const [found, setFound] = useState<readonly NoteLine[]>([]);
  useEffect(() => {
    let shown = true;
    const look = spaced(() => void call('notes.mentions', { id: of }).then((answer) => { if (shown) setFound(answer.ok ? answer.value : []); }));
    look();
    const silence = on('changed', ({ tables }) => { if (tables.includes('note') || tables.includes('paper')) look(); });
    return () => { shown = false; silence(); };
  }, [of]);
  const lines = found.filter(({ id }) => id !== but);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={`mentions-${of}`} className="mentions">
      <h2 id={`mentions-${of}`} className="side-heading">{t('notes.mentioned')}<span className="side-count">{lines.length}</span></h2>
      <ul>{lines.map((line) => <li key={line.id}><button type="button" className="mention" onClick={() => { openNote(line.id); }}><strong dir="auto">{line.title === '' ? t('notes.untitled') : line.title}</strong><span dir="auto">{line.excerpt}</span></button></li>)}</ul>
    </section>
  );
}
