import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { Note } from '../../../src/model/note.ts';
import { t } from '../../messages/messages.ts';
import { useReading } from '../../stores/reading.ts';
import { say } from '../../stores/toasts.ts';
import { makeAutosave } from './autosave.ts';
import type { Autosave, SaveState } from './autosave.ts';
import { makeEditor, replaceText } from './editor/editor.ts';
import { follow } from './follow.ts';
import { noteWriter } from './note-writer.ts';
import { findPapers } from './papers.ts';
import { attend, takeUnwritten } from './unwritten.ts';

/** Milliseconds of quiet before a note is written. */
const PAUSE = 600;
/** Milliseconds after the last save in which a text from the library may still be older than what is shown. */
const SETTLED = 1500;

/** Edits one note (or begins one) and keeps it written; the state shown is the library's answer, not a hope. */
export function NoteEditor({ paper, note, focus = true, onLeave }: { paper: string | null; note: Note | null; focus?: boolean; onLeave: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const autosave = useRef<Autosave | null>(null);
  const editor = useRef<EditorView | null>(null);
  const first = useRef({ note, focus });
  const [state, setState] = useState<SaveState>({ at: 'saved' });

  useEffect(() => {
    if (place.current === null) return;
    let shown = true;
    let why = '';
    const write = noteWriter({ paper, note: first.current.note, onAnew: () => { say('notes.anew'); } });
    const saver = makeAutosave({ write, delay: PAUSE, onState: (next) => {
      if (next.at === 'failed') why = next.message;
      if (shown) setState(next);
    } });
    autosave.current = saver;
    const key = first.current.note?.id ?? `of ${paper ?? ''}`;
    const left = takeUnwritten(key);
    const view = makeEditor(place.current, {
      text: left ?? first.current.note?.markdown ?? '', label: t('notes.editor'), hint: t('notes.empty'), onChange: saver.change, onLeave, find: findPapers, follow,
    });
    editor.current = view;
    if (first.current.focus) {
      view.focus();
      place.current.parentElement?.scrollIntoView({ block: 'nearest' });
    }
    if (left !== null) saver.change(() => left);
    const leave = attend(saver, () => why);
    return () => {
      shown = false;
      useReading.setState({ editingNote: false });
      leave(key, view.state.doc.toString());
      view.destroy();
    };
  }, [paper, onLeave]);

  // What another program or machine wrote into the note is shown, unless something of ours is still to be written.
  const markdown = note?.markdown;
  useEffect(() => {
    if (markdown === undefined) return;
    const timer = setTimeout(() => {
      if (editor.current !== null && autosave.current?.pending() === false) replaceText(editor.current, markdown);
    }, SETTLED);
    return () => { clearTimeout(timer); };
  }, [markdown, state]);

  return (
    <div className="card note-editor" onBlur={() => void autosave.current?.flush()}>
      <div ref={place} />
      <div className="note-foot">
        <span className={`note-state note-${state.at}`} role="status">{state.at === 'failed' ? t('notes.failed', { message: state.message }) : t(`notes.${state.at}`)}</span>
        {state.at === 'failed' && <button type="button" className="quiet-button" onClick={() => void autosave.current?.flush()}>{t('notes.retry')}</button>}
        <button type="button" className="quiet-button" onClick={onLeave}>{t('notes.done')}</button>
      </div>
    </div>
  );
}
