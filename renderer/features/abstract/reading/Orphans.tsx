import type { Annotation } from '../../../../src/model/annotation.ts';
import { t } from '../../../messages/messages.ts';
import { MarkCard } from '../side/MarkCards.tsx';

/** The marks of an abstract whose words it no longer has: each with its quote, below it, where there is no side pane to list them. */
export function Orphans({ marks, citationKey }: { marks: readonly Annotation[]; citationKey: string }) {
  if (marks.length === 0) return null;
  return (
    <section className="abstract-orphans">
      <h3>{t('abstract.orphans', { count: marks.length })}</h3>
      <ul className="mark-cards">{marks.map((mark) => <MarkCard key={mark.id} mark={mark} citationKey={citationKey} onGo={null} />)}</ul>
    </section>
  );
}
