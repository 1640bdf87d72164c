import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { create } from 'zustand';
import { Search, X } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { useView } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { findSettings } from './find.ts';
import { NothingFound } from './NothingFound.tsx';
import type { SettingsSection } from './registry.ts';
import { sections } from './sections.ts';
import './settings.css';

/** What is typed stands while one looks at the papers in between. */
const useTyped = create<{ typed: string }>(() => ({ typed: '' }));
const type = (typed: string): void => { useTyped.setState({ typed }); };

/** Puts the cursor into the search over the settings. */
export const focusSettingsSearch = (): void => { document.querySelector<HTMLInputElement>('[data-testid="settings-search"]')?.select(); };

/** Esc gives up the words first, then the page; the arrow down goes to the first thing found. */
function keys(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Escape' && event.currentTarget.value !== '') type('');
  else if (event.key === 'Escape') useView.setState({ place: 'papers' });
  else if (event.key === 'ArrowDown') event.currentTarget.closest('main')?.querySelector<HTMLElement>('.settings-item :is(input, button, select, textarea):not([tabindex="-1"], :disabled)')?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function SearchField() {
  const typed = useTyped((state) => state.typed);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { field.current?.focus(); }, []);
  return (
    <div className="settings-search" role="search">
      <span className="search"><Search size={15} aria-hidden /><input ref={field} className="input" aria-label={t('settings.search')} placeholder={t('settings.search')} value={typed} spellCheck={false} data-testid="settings-search"
        onChange={(event) => { type(event.target.value); }} onKeyDown={keys} /></span>
      {typed === '' ? null : <Button kind="quiet" icon={X} label={t('settings.searchClear')} onPress={() => { type(''); field.current?.focus(); }} />}
    </div>
  );
}

function Jump({ to }: { to: readonly SettingsSection[] }) {
  const go = (id: string): void => {
    const heading = document.getElementById(`settings-${id}`);
    heading?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    heading?.focus({ preventScroll: true });
  };
  return <nav className="settings-jump" aria-label={t('settings.sections')}>{to.map(({ id, title }) => <Button key={id} kind="quiet" onPress={() => { go(id); }}>{t(title)}</Button>)}</nav>;
}

function Section({ section: { id, title, settings } }: { section: SettingsSection }) {
  return (
    <section aria-labelledby={`settings-${id}`}>
      <h2 id={`settings-${id}`} tabIndex={-1}>{t(title)}</h2>
      <div className="settings-box">
        {settings.map(({ id: name, about, Control }) => <div key={name} className="settings-item" data-setting={name}><Control />{about === undefined ? null : <p className="settings-note">{t(about)}</p>}</div>)}
      </div>
    </section>
  );
}

/** What the user may choose, each change at once; found by typing. */
export function SettingsView() {
  const typed = useTyped((state) => state.typed.trim());
  const found = findSettings(typed, sections, t);
  const count = found.reduce((sum, { settings }) => sum + settings.length, 0);
  return (
    <main className="page">
      <h1>{t('settings.title')}</h1>
      <SearchField />
      {typed === '' ? <Jump to={sections} /> : <p className={found.length === 0 ? 'hidden-text' : 'settings-count'} role="status">{t('settings.found', { count })}</p>}
      {found.map((section) => <Section key={section.id} section={section} />)}
      {found.length === 0 ? <NothingFound typed={typed} onAll={() => { type(''); focusSettingsSearch(); }} /> : null}
    </main>
  );
}
