import { useCallback, useState } from 'react';
import type { Note } from '../../../src/model/note.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { useReading } from '../../stores/reading.ts';
import { focusPaper } from '../../stores/selection.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteText } from './NoteText.tsx';
import './notes.css';

/** Shows the paper a `[[citekey]]` names. */
async function followCite(key: string): Promise<void> {
  const found = await findPapers(key);
  const paper = found.find((row) => row.citationKey.toLowerCase() === key.toLowerCase());
  if (paper === undefined) say('notes.noPaper', { key });
  else focusPaper(paper.id);
}

/** The first papers of a search over the whole library. */
export async function findPapers(text: string) {
  const handle = await call('papers.query', { scope: { in: 'all' }, text, sort: text === '' ? 'changed' : 'relevance' });
  if (!handle.ok) { sayError(handle.error); return []; }
  const rows = await call('papers.rows', { query: handle.value.query, version: handle.value.version, from: 0, count: 20 });
  return rows.ok ? rows.value : [];
}

/** The notes of a paper: the first is edited in place, others are shown below it. */
export function NotePane({ paper, notes, onLink }: { paper: string; notes: readonly Note[]; onLink: (url: string) => void }) {
  const editing = useReading((state) => state.editingNote);
  const [which, setWhich] = useState<string | null>(null);
  const edited = notes.find((note) => note.id === which) ?? notes[0] ?? null;
  const leave = useCallback(() => { useReading.setState({ editingNote: false }); }, []);
  const begin = (id: string | null): void => { setWhich(id); useReading.setState({ editingNote: true }); };
  return (
    <section aria-labelledby="side-note">
      <h2 id="side-note" className="side-heading">{t('notes.heading')}</h2>
      {editing && <NoteEditor paper={paper} note={edited} onLeave={leave} />}
      {!editing && notes.length === 0 && <button type="button" className="card note-empty" onClick={() => { begin(null); }}>{t('notes.empty')}</button>}
      {notes.filter((note) => !editing || note !== edited).map((note) => (
        <div key={note.id} className="card note-card" onDoubleClick={() => { begin(note.id); }}>
          <NoteText markdown={note.markdown} onCite={(key) => void followCite(key)} onLink={onLink} />
          <div className="card-acts"><button type="button" onClick={() => { begin(note.id); }}>{t('notes.edit')}</button></div>
        </div>
      ))}
    </section>
  );
}
