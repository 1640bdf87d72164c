import { FilePlus2 } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import type { Note } from '../../../src/model/note.ts';
import { t } from '../../messages/messages.ts';
import { useReading } from '../../stores/reading.ts';
import { act } from '../../stores/act.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { follow } from './follow.ts';
import { Mentions } from './Mentions.tsx';
import { focusedPaper } from '../../stores/paper.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { writeFromTemplate } from './from-template.ts';
import { openNote, useNotes } from './place/store.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteText } from './NoteText.tsx';
import { taskTurned } from '../../../src/library/notes/tasks.ts';
import './notes.css';

/** The notes of a paper: the first is edited in place, others are shown below it. */
export function NotePane({ paper, notes }: { paper: string; notes: readonly Note[] }) {
  const editing = useReading((state) => state.editingNote);
  const which = useNotes((state) => state.beside);
  const templates = useSettings((state) => state.settings.noteTemplates);
  const named = notes.find((note) => note.id === which);
  const edited = named ?? notes[0] ?? null;
  useEffect(() => () => { useNotes.setState({ beside: null }); }, []);
  const leave = useCallback(() => { useNotes.setState({ beside: null }); useReading.setState({ editingNote: false }); document.querySelector<HTMLElement>('[data-keys="list"]')?.focus(); }, []);
  const begin = (id: string | null): void => { useNotes.setState({ beside: id }); useReading.setState({ editingNote: true }); };
  return (
    <section aria-labelledby="side-note">
      <h2 id="side-note" className="side-heading">{t('notes.heading')}</h2>
      {editing && (which === null || named !== undefined) && <NoteEditor key={which ?? 'first'} paper={paper} note={edited} onLeave={leave} />}
      {!editing && notes.length === 0 && <button type="button" className="card note-empty" onClick={() => { begin(null); }}>{t('notes.empty')}</button>}
      {notes.filter((note) => !editing || note !== edited).map((note) => (
        <div key={note.id} className="card note-card" onDoubleClick={() => { begin(note.id); }}>
          <NoteText markdown={note.markdown} follow={follow} onTask={(line) => void carryOut('note.write', { note: note.id, markdown: taskTurned(note.markdown, line) })} />
          <div className="card-acts">
            <button type="button" onClick={() => { begin(note.id); }}>{t('notes.edit')}</button>
            <button type="button" onClick={() => { openNote(note.id); }}>{t('notes.openLarge')}</button>
            <button type="button" onClick={() => void act('note.delete', { note: note.id }, 'notes.deleted')}>{t('notes.delete')}</button>
          </div>
        </div>
      ))}
      <MenuButton label={t('notes.fromTemplate')} button={<Button kind="quiet" icon={FilePlus2}>{t('notes.fromTemplate')}</Button>} onChoose={(id) => {
        const [detail, template] = [focusedPaper(), templates[Number(id)]];
        if (detail?.paper.id === paper && template !== undefined) void writeFromTemplate(detail, template);
      }} sections={[{ id: t('notes.templates'), items: templates.map(({ name }, at) => ({ id: String(at), label: name })) }]} />
      <Mentions of={paper} />
    </section>
  );
}
