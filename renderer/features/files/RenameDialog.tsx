import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import type { FileSelection } from '../../../src/contract/views.ts';
import { NAME_FIELDS } from '../../../src/library/file-names.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFileWork } from './store.ts';
import { rename } from './work.ts';

type Names = Output<'attachment.names'>;

/** The fields a pattern may name, as they are written. */
export const FIELDS = NAME_FIELDS.map((name) => `{${name}}`).join(' ');

/** What a pattern makes of files' names; null until it is known, or where the pattern is empty. */
export function useNames(pattern: string, of: FileSelection | null, most: number): Names | null {
  const [names, setNames] = useState<Names | null>(null);
  useEffect(() => {
    let gone = false;
    if (pattern.trim() === '') { setNames(null); return; }
    void call('attachment.names', { pattern, most, ...(of === null ? {} : { of }) }).then((answer) => { if (!gone) setNames(answer.ok ? answer.value : null); });
    return () => { gone = true; };
  }, [pattern, of, most]);
  return names;
}

/** The names as they are and as they would be. */
export function NameList({ names }: { names: Names }) {
  const more = names.changed - names.names.length;
  return (
    <ul className="file-renames">
      {names.names.map(({ id, before, after }) => <li key={id}><span className="file-before">{before}</span><span className="file-after">{after}</span></li>)}
      {more > 0 && <li className="file-before">{t('files.renameMore', { count: more })}</li>}
    </ul>
  );
}

/** Shows, for the files chosen, the names that a pattern gives, and renames them. */
export function RenameDialog() {
  const of = useFileWork((state) => state.renaming);
  const { settings, set } = useSettings();
  const [pattern, setPattern] = useState(settings.filePattern);
  const names = useNames(pattern, of, 50);
  const go = async (): Promise<void> => {
    if (of === null || names === null || names.changed === 0) return;
    await set({ filePattern: pattern.trim() });
    if (await rename(of, pattern)) close();
  };
  const foot = <><Button onPress={close}>{t('cancel')}</Button><Button kind="main" action="files.rename.sure" disabled={names === null || names.changed === 0} onPress={() => void go()}>{t('files.renameDo', { count: names?.changed ?? 0 })}</Button></>;
  return (
    <Dialog title={t('files.renameTitle')} closeLabel={t('close')} onClose={close} foot={foot}>
      <label className="file-label" htmlFor="rename-pattern">{t('files.patternLabel')}</label>
      <input id="rename-pattern" className="input" autoFocus value={pattern} onChange={(event) => { setPattern(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter') void go(); }} />
      <p className="form-hint">{t('files.patternHint', { fields: FIELDS })}</p>
      {names !== null && <p className="file-count" role="status">{t('files.renameCount', { changed: names.changed, files: names.files })}</p>}
      {names !== null && <NameList names={names} />}
    </Dialog>
  );
}
