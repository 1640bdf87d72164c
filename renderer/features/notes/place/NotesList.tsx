import { Menu, NotebookPen, Plus, Search, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useEffect } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { NoteLine } from '../../../../src/contract/notes.ts';
import { menuPlace } from '../../../actions/ask-what-to-do.ts';
import { runAction } from '../../../actions/run.ts';
import { t } from '../../../messages/messages.ts';
import { useView } from '../../../stores/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { filterNotes, followNotes, selectNote, useNotes } from './store.ts';
import './place.css';

const HEIGHT = 84;

function Bar({ narrow }: { narrow: boolean }) {
  const text = useNotes((state) => state.text);
  return (
    <div className="bar">
      {narrow ? <Button kind="quiet" icon={Menu} label={t('action.sidebar')} action="app.sidebar" onPress={() => { useView.setState(({ sidebar }) => ({ sidebar: !sidebar })); }} /> : null}
      <div className="filter" role="search">
        <Search size={14} aria-hidden />
        <input id="note-filter" type="search" aria-label={t('notes.filter')} placeholder={t('notes.filterHint')} spellCheck={false} autoComplete="off" value={text} onChange={(event) => { filterNotes(event.target.value); }}
          onKeyDown={(event) => { if (event.key === 'Escape' || event.key === 'ArrowDown') { event.preventDefault(); event.stopPropagation(); if (event.key === 'Escape' && text !== '') filterNotes(''); else document.querySelector<HTMLElement>('.notes-list')?.focus(); } }} />
        {text === '' ? <Kbd keys="/" /> : <Button kind="quiet" icon={X} label={t('notes.clear')} onPress={() => { filterNotes(''); }} />}
      </div>
      <Button kind="quiet" icon={Plus} label={t('notes.new')} action="note.new" onPress={() => { runAction('note.new'); }} />
    </div>
  );
}

function Line({ line }: { line: NoteLine }) {
  const title = line.title === '' ? t('notes.untitled') : line.title;
  return (
    <ListBoxItem id={line.id} textValue={title} className="note-line">
      <span className="note-line-title" dir="auto">{title}</span>
      <span className="note-line-words" dir="auto">{line.excerpt}</span>
      <span className="note-line-facts">{[t('notes.changed', { date: new Date(line.changed) }), line.paper?.title ?? t('notes.alone')].join(' · ')}</span>
    </ListBoxItem>
  );
}

/** The menu of the note where the pointer is, or that has the keyboard. */
function askAbout(event: MouseEvent): void {
  event.preventDefault();
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
  const key = line?.dataset['key'];
  if (key === undefined) return;
  selectNote(key);
  useView.setState({ overlay: 'context', at: menuPlace(event, line) });
}

/** All notes, the latest first, with a search over them. */
export function NotesList({ narrow }: { narrow: boolean }) {
  const { notes, total, text, selected } = useNotes();
  useEffect(followNotes, []);
  return (
    <>
      <Bar narrow={narrow} />
      {notes?.length === 0 ? (
        <div className="empty"><NotebookPen size={26} strokeWidth={1.4} aria-hidden /><h2>{t(text === '' ? 'notes.none' : 'notes.noneFound')}</h2><p>{t(text === '' ? 'notes.noneHint' : 'notes.noneFoundHint')}</p>{text === '' ? <Button kind="main" onPress={() => { runAction('note.new'); }}>{t('notes.new')}</Button> : null}</div>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: HEIGHT }}>
          <ListBox aria-label={t('notes.list')} className="notes-list" items={notes ?? []} selectionMode="single" selectionBehavior="replace" disallowEmptySelection selectedKeys={selected === null ? [] : [selected]}
            onSelectionChange={(keys) => { const [key] = keys === 'all' ? [] : [...keys]; if (typeof key === 'string') selectNote(key); }}
            onContextMenu={askAbout}
            onAction={() => { document.querySelector<HTMLElement>('.note-page .cm-content')?.focus(); }}>
            {(line) => <Line line={line} />}
          </ListBox>
        </Virtualizer>
      )}
      <footer className="list-foot" role="status">{notes === null ? '' : t('notes.total', { count: total })}</footer>
    </>
  );
}
