import { useDeferredValue, useEffect, useId, useState } from 'react';
import type { KeyPreview } from '../../../../src/contract/keys.ts';
import { DEFAULT_KEY_PATTERN } from '../../../../src/citation/key-pattern/default.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { useLibrary } from '../../../stores/library.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import './keys.css';

const SHOWN = 6;

/** What a pattern makes of the person's own papers, as they are now; null until it is known. */
function usePreview(pattern: string): KeyPreview | null {
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [preview, setPreview] = useState<KeyPreview | null>(null);
  useEffect(() => {
    let gone = false;
    if (pattern.trim() !== '' && revision !== undefined) void call('keys.preview', { pattern, most: SHOWN }).then((answer) => { if (!gone && answer.ok) setPreview(answer.value); });
    return () => { gone = true; };
  }, [pattern, revision]);
  return preview;
}

/** Makes the keys of all papers anew but for pinned ones: one command, one undo. */
async function refreshAll(pattern: string): Promise<void> {
  const query = await call('papers.query', { scope: { in: 'all' }, text: '', sort: 'added', descending: false });
  if (query.ok) await carryOut('paper.refreshKey', { selection: { query: query.value.query, except: [] }, pattern, keepPinned: true });
}

function Keys({ preview }: { preview: KeyPreview }) {
  if (preview.trouble !== undefined) return <p className="key-trouble" role="alert">{preview.trouble}</p>;
  if (preview.papers === 0) return <p className="form-hint">{t('cite.keyNoPapers')}</p>;
  return (
    <ul className="key-preview" aria-label={t('cite.keyPreview')}>
      {preview.first.map(({ id, title, before, after }) => (
        <li key={id}><span className="key-title">{title}</span><code className={before === after ? 'key-same' : 'key-new'}>{after}</code></li>
      ))}
    </ul>
  );
}

/** How citation keys are made, shown with the person's own papers while it is typed. */
export function KeyPatternSetting() {
  const { settings, set } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const pattern = typed ?? settings.keyPattern;
  const preview = usePreview(useDeferredValue(pattern));
  const bad = preview?.trouble !== undefined;
  const id = useId();
  const save = (): void => {
    if (typed !== null && typed.trim() !== '' && !bad) void set({ keyPattern: typed.trim() });
    if (!bad) setTyped(null);
  };
  return (
    <div className="key-setting">
      <label htmlFor={id}>{t('cite.keyPattern')}</label>
      <div className="key-line">
        <input id={id} className="input key-input" spellCheck={false} autoComplete="off" value={pattern} aria-invalid={bad} aria-describedby={`${id}-hint`}
          onChange={(event) => { setTyped(event.target.value); }} onBlur={save} onKeyDown={(event) => { if (event.key === 'Enter') save(); }} />
        <Button disabled={pattern === DEFAULT_KEY_PATTERN} onPress={() => { setTyped(null); void set({ keyPattern: DEFAULT_KEY_PATTERN }); }}>{t('cite.keyDefault')}</Button>
      </div>
      <p className="form-hint" id={`${id}-hint`}>{t('cite.keyHint')}</p>
      {preview === null ? null : <Keys preview={preview} />}
      {preview === null || bad || preview.papers === 0 ? null : (
        <div className="key-line">
          <p className="settings-note" role="status">{t('cite.keyCounts', { changed: preview.changed, pinned: preview.pinned })}</p>
          <Button disabled={preview.changed === 0} onPress={() => { save(); void refreshAll(pattern); }}>{t('cite.keyRefreshAll')}</Button>
        </div>
      )}
    </div>
  );
}
