import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import type { Likely } from '../../../src/contract/imports.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { useLibrary } from '../../stores/library.ts';
import { sayError } from '../../stores/toasts.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { fieldName, fieldValue } from '../import/index.ts';
import './duplicates.css';

type Found = Output<'papers.duplicates'>;

/** Followed as the library changes: what was joined or kept apart, also by undo, is looked at again. */
function useFound(): Found | null {
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let live = true;
    void call('papers.duplicates', {}).then((answer) => {
      if (!live) return;
      if (answer.ok) setFound(answer.value);
      else sayError(answer.error);
    });
    return () => { live = false; };
  }, [revision]);
  return found;
}

const nameOf = (group: readonly Likely[]): string => group.map(({ id }) => id).sort().join(' ');

function Account({ paper, stays, group, onKeep }: { paper: Likely; stays: boolean; group: string; onKeep: () => void }) {
  const has = t('duplicates.has', { files: paper.files, notes: paper.notes, marks: paper.marks }).replace(/^ · /, '');
  const facts = [paper.authors, paper.venue, paper.year, has, t('duplicates.added', { at: new Date(paper.added) })].filter((fact) => fact !== '');
  return (
    <li className={`likely-paper${stays ? ' likely-stays' : ''}`}>
      <label>
        <input type="radio" name={group} checked={stays} onChange={onKeep} aria-label={`${t('duplicates.keep')}: ${paper.title} ${paper.citationKey}`} />
        <span><span className="likely-title">{paper.title === '' ? t('list.untitled') : paper.title}</span><span className="likely-facts">{facts.join(' · ')} <code>{paper.citationKey}</code></span></span>
      </label>
    </li>
  );
}

function Differences({ group }: { group: readonly Likely[] }) {
  const rows = group.slice(1).flatMap((paper) => paper.differences.map((one) => ({ ...one, key: `${paper.id} ${one.field}`, whose: paper.citationKey })));
  if (rows.length === 0) return <p className="likely-same">{t('import.same')}</p>;
  return (
    <table className="likely-fields">
      <thead><tr><th scope="col">{t('import.field')}</th><th scope="col"><code>{group[0]?.citationKey}</code></th><th scope="col">{group.length === 2 ? <code>{group[1]?.citationKey}</code> : t('duplicates.other')}</th></tr></thead>
      <tbody>{rows.map((one) => <tr key={one.key}><th scope="row">{fieldName(one.field)}</th><td>{fieldValue(one.field, one.here)}</td><td>{group.length === 2 ? '' : <code>{one.whose}</code>} {fieldValue(one.field, one.there)}</td></tr>)}</tbody>
    </table>
  );
}

interface GroupProps { group: readonly Likely[]; into: string; onKeep: (id: string) => void }

function Group({ group, into, onKeep }: GroupProps) {
  const from = group.filter(({ id }) => id !== into).map(({ id }) => id);
  const apart = async (): Promise<void> => { for (const other of from) if (!(await act('relation.add', { from: into, to: other, kind: 'related' }, 'toast.apart'))) return; };
  return (
    <section className="likely" aria-label={group[0]?.title}>
      <ul aria-label={t('duplicates.keep')}>{group.map((paper) => <Account key={paper.id} paper={paper} stays={paper.id === into} group={nameOf(group)} onKeep={() => { onKeep(paper.id); }} />)}</ul>
      <Differences group={group} />
      <div className="likely-acts">
        <Button kind="main" action="duplicates.join" onPress={() => void act('paper.merge', { groups: [{ into, from }] }, 'toast.joined', { count: 1 })}>{t('duplicates.join')}</Button>
        {group.length === 2 ? <Button action="duplicates.apart" onPress={() => void apart()}>{t('duplicates.apart')}</Button> : null}
      </div>
    </section>
  );
}

/** Papers that are here more than once: shown side by side, joined, or kept apart. */
export function Duplicates() {
  const found = useFound();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const intoOf = useCallback((group: readonly Likely[]): string => chosen.get(nameOf(group)) ?? group[0]?.id ?? '', [chosen]);
  const groups = found?.groups ?? [];
  const list = useRef<HTMLDivElement>(null);
  // The group that was decided goes, and its button with the focus: the next one takes it.
  useLayoutEffect(() => { if (document.activeElement === null || document.activeElement === document.body) (list.current?.querySelector<HTMLElement>('.likely-acts button') ?? list.current)?.focus(); }, [found]);
  const joinAll = async (): Promise<void> => { await act('paper.merge', { groups: groups.map((group) => ({ into: intoOf(group), from: group.map(({ id }) => id).filter((id) => id !== intoOf(group)) })) }, 'toast.joined', { count: groups.length }); };
  const foot = <><span className="likely-hint">{groups.length > 0 ? t('duplicates.hint') : ''}</span><Button onPress={close}>{t('close')}</Button>{groups.length > 1 ? <Button action="duplicates.joinAll" onPress={() => void joinAll()}>{t('duplicates.joinAll', { count: groups.length })}</Button> : null}</>;
  return (
    <Dialog title={t('duplicates.title')} size="large" closeLabel={t('close')} onClose={close} foot={foot}>
      <div ref={list} className="likely-list" tabIndex={-1}>
      {found === null ? <div className="likely-none" role="status"><p>{t('duplicates.looking')}</p><Progress label={t('duplicates.looking')} done={0} total={null} /></div> : null}
      {found?.total === 0 ? <div className="likely-none"><h3>{t('duplicates.none')}</h3><p>{t('duplicates.noneHint')}</p></div> : null}
      {groups.length > 0 ? <p className="likely-count" role="status">{t('duplicates.count', { count: found?.total ?? 0 })}</p> : null}
      {groups.map((group) => <Group key={nameOf(group)} group={group} into={intoOf(group)} onKeep={(id) => { setChosen(new Map(chosen).set(nameOf(group), id)); }} />)}
      {found !== null && found.total > groups.length ? <p className="likely-hint">{t('duplicates.more', { count: found.total - groups.length })}</p> : null}
      </div>
    </Dialog>
  );
}
