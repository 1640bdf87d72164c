import { ArrowDown, ArrowLeftRight, ArrowUp, Building2, GripVertical, SlidersHorizontal, User, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { creatorText, readCreators, swapped } from '../../../src/library/editing/creators.ts';
import type { CslName } from '../../../src/model/csl.ts';
import { t } from '../../messages/messages.ts';
import { fieldLabel } from './label.ts';
import { TextField } from './TextField.tsx';
import { RoleMenu } from './RoleMenu.tsx';

interface Props { variable: string; names: readonly CslName[]; onSave: (names: CslName[]) => Promise<boolean>; onRole: (at: number, role: string) => void }

const moved = (names: readonly CslName[], from: number, to: number): CslName[] => {
  const rest = names.filter((_, at) => at !== from);
  const name = names[from];
  return name === undefined ? [...names] : [...rest.slice(0, to), name, ...rest.slice(to)];
};

/** The people and institutions of one role: each edited in its place, put in order by drag or with Alt and the arrows. */
export function Creators({ variable, names, onSave, onRole }: Props) {
  const [from, setFrom] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = fieldLabel(variable);
  const move = async (at: number, to: number): Promise<void> => {
    if (to < 0 || to >= names.length || at === to || !(await onSave(moved(names, at, to)))) return;
    requestAnimationFrame(() => { list.current?.querySelectorAll<HTMLElement>('.creator')[to]?.querySelector<HTMLElement>('input')?.focus(); });
  };
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    if (from !== null) void move(from, to);
    setFrom(null);
  };
  return (
    <div className="details-field" role="group" aria-label={t('details.names', { field, count: names.length })}>
      <span className="details-label" aria-hidden>{field}</span>
      <div className="details-value">
        <ul ref={list} className="creators">
          {names.map((name, at) => (
            <li key={at} className={`creator${from === at ? ' creator-dragged' : ''}`} onDragOver={(event) => { if (from !== null) event.preventDefault(); }} onDrop={(event) => { drop(event, at); }}
              onKeyDown={(event: KeyboardEvent) => { if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { event.preventDefault(); event.stopPropagation(); void move(at, at + (event.key === 'ArrowUp' ? -1 : 1)); } }}>
              <span className="creator-grip" draggable onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', creatorText(name)); setFrom(at); }} onDragEnd={() => { setFrom(null); }} aria-hidden><GripVertical size={14} /></span>
              <Creator key={JSON.stringify(name)} field={field} variable={variable} place={at + 1} last={at === names.length - 1} name={name}
                onName={(next) => onSave(names.flatMap((one, i): CslName[] => (i === at ? next : [one])))} onMove={(by) => void move(at, at + by)} onRole={(role) => { onRole(at, role); }} />
            </li>
          ))}
        </ul>
        <TextField key={names.length} bare label={t('details.addNames', { field })} value="" placeholder={`${t('details.addNames', { field })}: ${t('details.addHint')}`} testId={`add-${variable}`} onSave={async (text) => onSave([...names, ...readCreators(text)])} />
      </div>
    </div>
  );
}

interface One { field: string; variable: string; place: number; last: boolean; name: CslName; onName: (names: CslName[]) => Promise<boolean>; onMove: (by: 1 | -1) => void; onRole: (role: string) => void }
const PARTS = ['family', 'given', 'literal', 'non-dropping-particle', 'dropping-particle', 'suffix'] as const;
type Part = (typeof PARTS)[number];

/** A name without some of its parts; what else it holds (an ORCID, an affiliation) stays. */
const without = (name: CslName, parts: readonly string[]): CslName => Object.fromEntries(Object.entries(name).filter(([part]) => !parts.includes(part)));

function Creator({ field, variable, place, last, name, onName, onMove, onRole }: One) {
  const [parts, setParts] = useState(name.suffix !== undefined || name['non-dropping-particle'] !== undefined || name['dropping-particle'] !== undefined);
  const label = (part: string): string => t('details.nameOf', { field, place, part });
  const whole = name.literal !== undefined;
  const set = (part: Part) => (text: string): Promise<boolean> => {
    const many = part === 'family' || part === 'literal' ? readCreators(text) : [];
    if (many.length > 1) return onName(many);
    return onName([text.trim() === '' ? without(name, [part]) : { ...name, [part]: text.trim() }]);
  };
  const turn = (): void => {
    const rest = without(name, PARTS);
    const whom = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
    void onName([whole ? { ...rest, ...readCreators(name.literal ?? '')[0] } : { ...rest, literal: [name.given, whom, name.suffix].filter(Boolean).join(' ') }]);
  };
  const part = (which: Part, said: string) => <TextField bare label={label(said)} placeholder={said} value={name[which] ?? ''} onSave={set(which)} />;
  const icon = (said: string, Icon: typeof X, press: () => void, off = false) => <button type="button" className="icon-button" aria-label={label(said)} title={said} disabled={off} onClick={press}><Icon size={14} aria-hidden /></button>;
  return (
    <div className="creator-inside">
      <div className="creator-parts">
        {whole ? part('literal', t('details.institution')) : <>{part('family', t('details.family'))}{part('given', t('details.given'))}</>}
        {parts && !whole && <>{part('non-dropping-particle', t('details.prefix'))}{part('suffix', t('details.suffix'))}</>}
      </div>
      <div className="creator-acts">
        <RoleMenu label={label(t('details.role'))} role={variable} onRole={onRole} />
        {!whole && icon(t('details.parts'), SlidersHorizontal, () => { setParts(!parts); })}
        {!whole && icon(t('details.swap'), ArrowLeftRight, () => void onName([swapped(name)]))}
        {icon(t(whole ? 'details.asPerson' : 'details.asInstitution'), whole ? User : Building2, turn)}
        {icon(t('details.up'), ArrowUp, () => { onMove(-1); }, place === 1)}
        {icon(t('details.down'), ArrowDown, () => { onMove(1); }, last)}
        <button type="button" className="icon-button" aria-label={t('details.remove', { name: creatorText(name) || t('details.unnamed') })} onClick={() => void onName([])}><X size={14} aria-hidden /></button>
      </div>
    </div>
  );
}
