import { ArrowDown, ArrowLeftRight, ArrowUp, Building2, Ellipsis, GripVertical, SlidersHorizontal, User, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { creatorText, readCreators, swapped } from '../../../src/library/editing/creators.ts';
import { CSL_NAME_VARIABLES } from '../../../src/model/csl.ts';
import type { CslName } from '../../../src/model/csl.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { Section } from '../../ui/Menu.tsx';
import { fieldLabel } from './label.ts';
import { TextField } from './TextField.tsx';

interface Props { variable: string; names: readonly CslName[]; onSave: (names: CslName[]) => Promise<boolean>; onRole: (at: number, role: string) => void }

const moved = (names: readonly CslName[], from: number, to: number): CslName[] => {
  const rest = names.filter((_, at) => at !== from);
  const name = names[from];
  return name === undefined ? [...names] : [...rest.slice(0, to), name, ...rest.slice(to)];
};

/** The people and institutions of one role: each edited in its place, put in order by drag or with Alt and the arrows. */
export function Creators({ variable, names, onSave, onRole }: Props) {
  const [from, setFrom] = useState<number | null>(null);
  /** Where the dragged name would come to stand. */
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = fieldLabel(variable);
  const move = async (at: number, to: number): Promise<void> => {
    if (to < 0 || to >= names.length || at === to || !(await onSave(moved(names, at, to)))) return;
    requestAnimationFrame(() => { list.current?.querySelectorAll<HTMLElement>('.creator')[to]?.querySelector<HTMLElement>('input')?.focus(); });
  };
  const end = (): void => { setFrom(null); setOver(null); };
  const landing = (at: number): string => (from === null || over !== at || from === at ? '' : from < at ? ' creator-after' : ' creator-before');
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    if (from !== null) void move(from, to);
    end();
  };
  return (
    <div className="details-field" role="group" aria-label={t('details.names', { field, count: names.length })}>
      <span className="details-label" aria-hidden>{field}</span>
      <div className="details-value">
        <ul ref={list} className="creators">
          {names.map((name, at) => (
            <li key={at} className={`creator${from === at ? ' creator-dragged' : ''}${landing(at)}`} onDragOver={(event) => { if (from === null) return; event.preventDefault(); setOver(at); }} onDrop={(event) => { drop(event, at); }}
              onKeyDown={(event: KeyboardEvent) => { if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { event.preventDefault(); event.stopPropagation(); void move(at, at + (event.key === 'ArrowUp' ? -1 : 1)); } }}>
              <span className="creator-grip" draggable onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', creatorText(name)); setFrom(at); }} onDragEnd={end} aria-hidden><GripVertical size={14} /></span>
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
  const choose = (item: string): void => {
    if (item === 'parts') setParts(!parts);
    else if (item === 'swap') void onName([swapped(name)]);
    else if (item === 'turn') turn();
    else if (item === 'up' || item === 'down') onMove(item === 'up' ? -1 : 1);
    else onRole(item);
  };
  return (
    <div className="creator-inside">
      <div className="creator-parts">
        {whole ? part('literal', t('details.institution')) : <>{part('family', t('details.family'))}{part('given', t('details.given'))}</>}
        {parts && !whole && <>{part('non-dropping-particle', t('details.prefix'))}{part('suffix', t('details.suffix'))}</>}
      </div>
      <MenuButton button={<Button kind="quiet" icon={Ellipsis} label={label(t('details.nameMore'))} />} label={label(t('details.nameMore'))} sections={menuOf({ whole, parts, first: place === 1, last, role: variable })} onChoose={choose} />
      <Button kind="quiet" icon={X} label={t('details.remove', { name: creatorText(name) || t('details.unnamed') })} onPress={() => void onName([])} />
    </div>
  );
}

/** What can be done with a name, and the roles it can have; the one it has is ticked. */
function menuOf({ whole, parts, first, last, role }: { whole: boolean; parts: boolean; first: boolean; last: boolean; role: string }): Section[] {
  const person = [{ id: 'swap', label: t('details.swap'), icon: ArrowLeftRight }, { id: 'parts', label: t('details.parts'), icon: SlidersHorizontal, checked: parts }];
  return [
    { id: t('details.nameMore'), items: [...(whole ? [] : person), { id: 'turn', label: t(whole ? 'details.asPerson' : 'details.asInstitution'), icon: whole ? User : Building2 }] },
    { id: t('details.order'), items: [...(first ? [] : [{ id: 'up', label: t('details.up'), icon: ArrowUp, keys: 'Alt+ArrowUp' }]), ...(last ? [] : [{ id: 'down', label: t('details.down'), icon: ArrowDown, keys: 'Alt+ArrowDown' }])] },
    { id: 'role', title: t('details.role'), items: CSL_NAME_VARIABLES.map((one) => ({ id: one, label: fieldLabel(one), checked: one === role })) },
  ].filter(({ items }) => items.length > 0);
}
