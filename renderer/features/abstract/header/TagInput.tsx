import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Tag } from '../../../../src/model/tag.ts';
import { t } from '../../../messages/messages.ts';
import { completions } from './completions.ts';

interface Props { known: readonly (Tag & { count: number })[]; taken: readonly string[]; onAdd: (name: string) => void; onClose: () => void }

/** A field for tags with completion: Enter adds and stays for the next one, Escape leaves. */
export function TagInput({ known, taken, onAdd, onClose }: Props) {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => { field.current?.focus(); }, []);
  const offers = completions(text, known, taken);
  const add = (name: string): void => {
    setText('');
    setAt(0);
    if (name.trim() !== '') onAdd(name.trim());
  };
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') { if (text.trim() === '' && at === 0) onClose(); else add(offers[at] ?? text); }
    else if (event.key === 'ArrowDown') setAt((now) => Math.min(offers.length - 1, now + 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(0, now - 1));
    else return;
    event.preventDefault();
  };
  return (
    <span className="tag-input">
      <input
        ref={field} value={text} maxLength={200} role="combobox" aria-expanded={offers.length > 0} aria-controls={list} aria-label={t('abstract.tagName')} placeholder={t('abstract.tagName')} dir="auto"
        aria-activedescendant={offers.length > 0 ? `${list}-${String(at)}` : undefined} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={keys} onBlur={onClose}
      />
      {offers.length > 0 && (
        <ul id={list} role="listbox" className="tag-offers" aria-label={t('abstract.tagName')}>
          {offers.map((name, index) => (
            <li key={name} id={`${list}-${String(index)}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); add(name); }}>
              {known.some((tag) => tag.name === name) ? name : t('abstract.tagNew', { name })}
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
