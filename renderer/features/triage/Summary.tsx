import { Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { STATUSES } from '../../../src/model/paper.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary, useTagById } from '../../stores/library.ts';
import { endTriage, triageAt, useTriage } from '../../stores/triage.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { plainTitle } from '../abstract/index.ts';
import { putBack, undoDecision } from './decide.ts';
import { outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Papers asked for at once. */
const MANY = 1000;

/** The papers of the sitting that were shown, as they stand now; followed as the library changes. */
function usePapersNow(): readonly Paper[] {
  const before = useTriage((state) => state.before);
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  useEffect(() => {
    let live = true;
    const fetchAll = async (): Promise<void> => {
      const ids = [...before.keys()];
      const found: Paper[] = [];
      for (let from = 0; from < ids.length; from += MANY) {
        const answer = await call('papers.list', { selection: { ids: ids.slice(from, from + MANY) } });
        if (!answer.ok) return sayError(answer.error);
        found.push(...answer.value.papers);
      }
      if (live) setPapers(found);
    };
    void fetchAll();
    return () => { live = false; };
  }, [before, revision]);
  return papers;
}

/** What was decided in this sitting, each with the way back. */
export function Summary() {
  const { before, downloads, ids, decided } = useTriage();
  const now = usePapersNow();
  const place = useRef<HTMLElement>(null);
  useEffect(() => { place.current?.focus(); }, []);
  const found = outcomes(before, now, downloads);
  const counts = STATUSES.flatMap((status) => { const count = found.filter((one) => one.status === status).length; return count === 0 ? [] : [{ status, count }]; });
  const more = { tagged: found.filter((one) => one.tagged.length > 0).length, rated: found.filter((one) => one.rating !== null).length, downloads: found.filter((one) => one.download).length };
  return (
    <main ref={place} className="triage-main" tabIndex={0} data-keys="list" aria-label={t('triage.summary')}>
      <div className="triage-summary">
        <h1>{t('triage.summaryTitle', { count: found.length, total: ids.length })}</h1>
        {found.length === 0 ? <p className="triage-hint">{t('triage.undecided')}</p> : null}
        <ul className="triage-counts">
          {counts.map(({ status, count }) => <li key={status}><strong>{t('count', { count })}</strong>{t(`status.${status}`)}</li>)}
          {(['tagged', 'rated', 'downloads'] as const).map((kind) => (more[kind] === 0 ? null : <li key={kind}><strong>{t('count', { count: more[kind] })}</strong>{t(`triage.${kind}`)}</li>))}
        </ul>
        <div className="triage-acts">
          <Button kind="main" action="triage.end" autoFocus={false} onPress={endTriage}>{t('triage.end')}</Button>
          <Button icon={Undo2} action="triage.undo" disabled={decided.length === 0} onPress={() => void undoDecision()}>{t('triage.undo')}</Button>
          <Button kind="quiet" onPress={() => { triageAt(ids.length - 1); }}>{t('triage.back')}</Button>
        </div>
        <ul className="triage-outcomes">{found.map((one) => <Line key={one.id} outcome={one} at={ids.indexOf(one.id)} />)}</ul>
      </div>
    </main>
  );
}

function Line({ outcome, at }: { outcome: Outcome; at: number }) {
  const tagById = useTagById();
  const { id, title, status, rating, tagged, download } = outcome;
  const name = plainTitle(title);
  return (
    <li className="triage-outcome">
      <button type="button" className="triage-title" dir="auto" onClick={() => { triageAt(at); }}>{name}</button>
      <span className="triage-what">
        {status === null ? null : <span className={`triage-badge triage-badge-${status}`}>{t(`status.${status}`)}</span>}
        {rating === null ? null : <span>{rating === 0 ? t('rate.none') : '★'.repeat(rating)}</span>}
        {tagged.flatMap((tag) => tagById.get(tag) ?? []).map((tag) => <Chip key={tag.id} name={tag.name} colour={tag.colour} />)}
        {download ? <span>{t('triage.downloads')}</span> : null}
      </span>
      <button type="button" className="quiet-button" aria-label={t('triage.putBackOf', { title: name })} onClick={() => void putBack(id)}>{t('triage.putBack')}</button>
    </li>
  );
}
