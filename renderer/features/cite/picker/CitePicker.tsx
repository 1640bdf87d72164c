import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { X } from 'lucide-react';
import { placeOf } from '../../../../src/citation/cite.ts';
import type { PaperRow } from '../../../../src/contract/views.ts';
import { t } from '../../../messages/messages.ts';
import { useTheme } from '../../../theme.ts';
import { Button } from '../../../ui/Button.tsx';
import { placeFrom } from '../../../../src/citation/place.ts';
import { Surroundings } from './Surroundings.tsx';
import { usePaperSearch } from '../../../stores/paper-search.ts';
import { useHeld } from '../../../ui/useHeld.ts';
import { finish, picked } from './usePicking.ts';
import type { Picked } from './usePicking.ts';
import './picker.css';

const SHOWN = 50;

/** The window in which somebody who writes in another program picks what to cite: typing finds, Enter adds, Enter once more inserts. */
export function CitePicker() {
  useTheme();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<readonly Picked[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const place = chosen.length === 0 ? null : placeFrom(text);
  const { rows, ready, closed } = usePaperSearch(place === null ? text : '', SHOWN, 'changed');
  const now = Math.min(at, Math.max(0, rows.length - 1));
  useEffect(() => { document.title = t('citing.pick'); }, []);

  const type = (words: string): void => { setText(words); setAt(0); taking.drop(); ending.drop(); };
  const add = (row: PaperRow): void => {
    setChosen([...chosen.filter(({ id }) => id !== row.id), picked(row)]);
    type('');
    field.current?.focus();
  };
  const taking = useHeld(ready, () => { const row = rows[now]; if (row !== undefined) add(row); });
  const ending = useHeld(ready, () => { const row = rows[now]; finish(row === undefined ? [] : [picked(row)]); });
  const change = (id: string, with_: Partial<Picked>): void => { setChosen(chosen.map((one) => (one.id === id ? { ...one, ...with_ } : one))); };
  const enter = (event: KeyboardEvent): void => {
    const last = chosen.at(-1);
    if (event.ctrlKey || event.metaKey) { if (chosen.length === 0) ending.press(); else finish(chosen); }
    else if (place !== null && last !== undefined) { change(last.id, place); type(''); } else if (text.trim() === '' && chosen.length > 0) finish(chosen);
    else taking.press();
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.min(Math.max(0, now + step), rows.length - 1));
    else if (event.key === 'Enter') enter(event);
    else if (event.key === 'Backspace' && text === '' && chosen.length > 0) setChosen(chosen.slice(0, -1));
    else return;
    event.preventDefault();
  };
  const edited = chosen.find(({ id }) => id === editing);
  return (
    <main className="cite-picker" onKeyDown={(event) => { if (event.key === 'Escape') { if (edited) { setEditing(null); field.current?.focus(); } else finish(null); } }}>
      <h1 className="hidden-text">{t('citing.pick')}</h1>
      {chosen.length === 0 ? null : <Chosen chosen={chosen} editing={editing} onEdit={(id) => { setEditing(editing === id ? null : id); }} onRemove={(id) => { setChosen(chosen.filter((one) => one.id !== id)); field.current?.focus(); }} />}
      {edited === undefined ? null : <Surroundings cite={edited} onChange={(with_) => { change(edited.id, with_); }} />}
      <input ref={field} className="picker-field" autoFocus role="combobox" aria-expanded aria-controls="cite-results" {...(rows[now] === undefined ? {} : { 'aria-activedescendant': `cite-${String(now)}` })} aria-label={t('citing.pick')} data-testid="cite-field"
        placeholder={t(chosen.length === 0 ? 'citing.placeholder' : 'citing.more')} value={text} maxLength={500} spellCheck={false} onChange={(event) => { type(event.target.value); }} onKeyDown={keys} />
      {place !== null ? <p className="picker-none" role="status">{t('citing.setPlace', { name: chosen.at(-1)?.key ?? '', place: placeOf({ ...(chosen.at(-1) ?? EMPTY), ...place }) })}</p> : <Results rows={rows} now={now} onPoint={setAt} onChoose={add} none={!ready && rows.length === 0 ? '' : closed ? t('citing.empty') : t('citing.none')} />}
      <footer className="cite-foot"><p className="picker-hint">{t('citing.hint')}</p><Button kind="quiet" onPress={() => { finish(null); }}>{t('citing.cancel')}</Button><Button disabled={chosen.length === 0} onPress={() => { finish(chosen); }}>{t('citing.done')}</Button></footer>
    </main>
  );
}

const EMPTY: Picked = { id: '', key: '', title: '', locator: '', label: 'page', prefix: '', suffix: '', suppressAuthor: false };

function Chosen({ chosen, editing, onEdit, onRemove }: { chosen: readonly Picked[]; editing: string | null; onEdit: (id: string) => void; onRemove: (id: string) => void }) {
  return (
    <ul className="cite-chosen" aria-label={t('citing.chosen')}>
      {chosen.map((cite) => (
        <li key={cite.id} className="cite-chip">
          <button type="button" className="cite-name" aria-expanded={editing === cite.id} title={t('citing.edit', { name: cite.key })} onClick={() => { onEdit(cite.id); }}>{[cite.prefix, cite.key, placeOf(cite), cite.suffix].filter(Boolean).join(' ')}</button>
          <button type="button" className="cite-remove" aria-label={t('citing.remove', { name: cite.key })} onClick={() => { onRemove(cite.id); }}><X size={12} /></button>
        </li>
      ))}
    </ul>
  );
}

function Results({ rows, now, onPoint, onChoose, none }: { rows: readonly PaperRow[]; now: number; onPoint: (at: number) => void; onChoose: (row: PaperRow) => void; none: string }) {
  if (rows.length === 0) return <p className="picker-none" role="status">{none}</p>;
  return (
    <ul className="picker-list cite-results" id="cite-results" role="listbox" aria-label={t('citing.results')}>
      {rows.map((row, index) => (
        <li key={row.id} id={`cite-${String(index)}`} role="option" aria-selected={index === now} className="picker-item cite-item" onMouseMove={() => { if (index !== now) onPoint(index); }} onClick={() => { onChoose(row); }}
          ref={(element) => { if (index === now) element?.scrollIntoView({ block: 'nearest' }); }}>
          <span className="cite-title">{row.title === '' ? t('list.untitled') : row.title}</span>
          <span className="cite-facts"><span>{[row.authors, row.year].filter(Boolean).join(' · ')}</span><code>{row.citationKey}</code></span>
        </li>
      ))}
    </ul>
  );
}
