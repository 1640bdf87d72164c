import { FileText, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import { runAction } from '../../../actions/run.ts';
import { t } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { follow } from '../follow.ts';
import { Mentions } from '../Mentions.tsx';
import { NoteEditor } from '../NoteEditor.tsx';
import { useNotes } from './store.ts';

/** One note in full, to be read and written, with what names it. */
export function NotePage() {
  const { detail, notes } = useNotes();
  const leave = useCallback(() => { document.querySelector<HTMLElement>('.notes-list')?.focus(); }, []);
  if (detail === null) return <main className="paper-pane paper-pane-empty" aria-label={t('notes.page')}>{notes?.length === 0 ? null : <><p className="empty-title">{t('notes.choose')}</p><p>{t('notes.chooseHint')}</p></>}</main>;
  const { note, title, paper } = detail;
  return (
    <main className="note-page" aria-label={t('notes.page')}>
      <header className="note-head">
        <h1 className="hidden-text">{title === '' ? t('notes.untitled') : title}</h1>
        {paper === null ? <span className="note-of">{t('notes.alone')}</span> : <button type="button" className="paper-chip paper-chip-button note-of" onClick={() => { follow.cite(paper.citationKey); }}><FileText size={13} aria-hidden /><span>{paper.title === '' ? paper.citationKey : paper.title}</span></button>}
        <Button kind="quiet" icon={Trash2} label={t('notes.delete')} keys="Delete" action="note.delete" onPress={() => { runAction('note.delete'); }} />
      </header>
      <NoteEditor key={note.id} paper={paper?.id ?? null} note={note} focus={note.markdown === ''} onLeave={leave} />
      <Mentions of={note.paper === undefined ? note.id : note.paper} but={note.id} />
    </main>
  );
}
