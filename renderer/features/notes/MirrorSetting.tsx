import { useEffect, useState } from 'react';
import type { MirrorView } from '../../../src/contract/notes.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';

/** Milliseconds until the state of the first pass is asked for again. */
const AGAIN = 400;
const isFirst = ({ folder, at, trouble }: MirrorView): boolean => folder !== null && at === null && trouble === null;

/** The folder of Markdown files that the notes are kept alike with. */
export function MirrorSetting() {
  const [view, setView] = useState<MirrorView | null>(null);
  // The first pass over many notes takes a while: what it does is asked for until it has ended.
  useEffect(() => {
    if (view !== null && !isFirst(view)) return;
    const timer = setTimeout(() => void call('mirror.state', {}).then((answer) => { if (answer.ok) setView(answer.value); }), view === null ? 0 : AGAIN);
    return () => { clearTimeout(timer); };
  }, [view]);
  const turn = async (on: boolean): Promise<void> => {
    const answer = await call('mirror.set', { on });
    if (!answer.ok) sayError(answer.error);
    else if (answer.value !== null) setView(answer.value);
  };
  const folder = view?.folder ?? null;
  return (
    <div className="note-setting">
      <span>{t('notes.mirror')}</span>
      <p className="form-hint">{t('notes.mirrorHint')}</p>
      <div role="status" className="settings-words">
        {folder === null ? null : <><code>{folder}</code>{view !== null && isFirst(view) ? <p>{t('notes.mirrorFirst')}</p> : null}{view?.trouble == null ? '' : <p>{t('notes.mirrorTrouble', { message: view.trouble })}</p>}{view !== null && view.conflicts > 0 ? <p>{t('notes.mirrorConflicts', { count: view.conflicts })}</p> : null}</>}
      </div>
      <div className="settings-buttons">
        <Button onPress={() => void turn(true)}>{t(folder === null ? 'notes.mirrorChoose' : 'notes.mirrorOther')}</Button>
        {folder === null ? null : <Button kind="quiet" onPress={() => void turn(false)}>{t('notes.mirrorStop')}</Button>}
      </div>
    </div>
  );
}
