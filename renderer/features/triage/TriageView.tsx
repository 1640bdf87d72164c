import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PaperDetail } from '../../../src/contract/views.ts';
import { askWhatToDo } from '../../actions/ask-what-to-do.ts';
import { t, tError } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { usePaperOf } from '../../stores/paper.ts';
import { leaveTriage, noteBefore, useTriage } from '../../stores/triage.ts';
import { Button } from '../../ui/Button.tsx';
import { AbstractBody, PaperHeading, plainTitle, TagInput } from '../abstract/index.ts';
import { LooksButton } from '../looks/index.ts';
import { decideTag } from './decide.ts';
import { KeyBar } from './KeyBar.tsx';
import { Summary } from './Summary.tsx';
import './triage.css';

/** One paper at a time over the whole window, to be decided on; then what was decided. */
export function TriageView() {
  const ids = useTriage((state) => state.ids);
  const at = useTriage((state) => state.at);
  const id = ids[at];
  return (
    <div className="triage">
      <Head />
      {id === undefined ? <Summary /> : <><Shown id={id} /><KeyBar /></>}
    </div>
  );
}

function Head() {
  const { ids, at, total, decided } = useTriage();
  const count = Math.min(at + 1, ids.length);
  const done = new Set(decided.map((one) => one.id)).size;
  return (
    <header className="triage-head">
      <Button kind="quiet" icon={X} label={t('triage.leave')} keys="Escape" action="triage.leave" onPress={leaveTriage} />
      <span className="triage-count">{at < ids.length ? t('triage.count', { at: count, total: ids.length }) : t('triage.done')}</span>
      <progress className="triage-progress" aria-label={t('triage.progress')} max={ids.length} value={at} />
      <span className="triage-decided">{t('triage.decided', { count: done })}</span>
      {total > ids.length ? <span className="triage-decided">{t('triage.more', { count: total - ids.length })}</span> : null}
      <LooksButton />
    </header>
  );
}

function Shown({ id }: { id: string }) {
  const { detail, error } = usePaperOf(id);
  const main = useRef<HTMLElement>(null);
  const place = useTriage((state) => state.at);
  const count = useTriage((state) => state.ids.length);
  useEffect(() => { if (detail !== null) noteBefore(id); }, [id, detail]);
  useEffect(() => { main.current?.scrollTo({ top: 0 }); main.current?.focus({ preventScroll: true }); }, [id]);
  return (
    <main ref={main} className="triage-main" tabIndex={0} data-keys="list" aria-label={t('triage.title')} aria-busy={detail === null && error === null} data-paper={detail === null ? undefined : id} onContextMenu={(event) => void askWhatToDo(event)}>
      <p className="hidden-text" aria-live="polite">{detail === null ? '' : t('triage.now', { at: place + 1, total: count, title: plainTitle(detail.paper.item.title) })}</p>
      {detail === null ? null : <Page key={id} detail={detail} />}
      {error === null ? null : <p className="triage-gone">{tError(error)}</p>}
    </main>
  );
}

function Page({ detail }: { detail: PaperDetail }) {
  const tagging = useTriage((state) => state.tagging);
  const tags = useLibrary((state) => state.overview?.tags);
  const { paper } = detail;
  return (
    <article className="abstract-page triage-page">
      <p className="triage-status"><span className={`triage-badge triage-badge-${paper.status}`}>{t(`status.${paper.status}`)}</span></p>
      <PaperHeading paper={paper} />
      {tagging ? <div className="triage-tagging"><TagInput known={tags ?? []} taken={paper.tags} onAdd={decideTag} onClose={() => { useTriage.setState({ tagging: false }); }} /></div> : null}
      <AbstractBody detail={detail} />
    </article>
  );
}
