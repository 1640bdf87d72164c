import { useEffect } from 'react';
import { TriangleAlert } from 'lucide-react';
import { EXPORTS } from '../../../src/contract/exports.ts';
import type { KeptFileView } from '../../../src/contract/kept-files.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { openExport } from '../export/index.ts';
import type { SettingsSection } from '../settings/index.ts';
import { follow, stop, useKept, write } from './store.ts';
import './kept.css';

/** What a file is of, in words. */
function listName({ of: { scope, text, tags }, name }: KeptFileView): string {
  const list = scope.in === 'status' ? t('kept.of.status', { name: t(`status.${scope.status}`) }) : t(`kept.of.${scope.in}`, { name });
  const tagged = tags.length === 0 ? list : t('kept.of.tags', { list, count: tags.length });
  return text.trim() === '' ? tagged : t('kept.of.text', { list: tagged, text: text.trim() });
}

function Stand({ file: { at, count, trouble } }: { file: KeptFileView }) {
  if (trouble !== null) return <p className="kept-trouble" role="alert"><TriangleAlert size={14} aria-hidden />{t(`kept.${trouble.reason}`, { message: trouble.message })}</p>;
  return <p className="settings-note">{at === null ? t('kept.waiting') : t('kept.written', { count: count ?? 0, at: new Date(at).toLocaleString() })}</p>;
}

/** One kept file, and what can be done about it. */
export function KeptLine({ file }: { file: KeptFileView }) {
  const { id, trouble } = file;
  const changed = trouble?.reason === 'changed';
  return (
    <li className="kept-file">
      <code>{file.file}</code>
      <p>{listName(file)} · {EXPORTS[file.format].name}</p>
      <Stand file={file} />
      <div className="kept-buttons">
        <Button kind={changed ? 'main' : 'plain'} onPress={() => void write(id, changed)}>{t(changed ? 'kept.replace' : 'kept.write')}</Button>
        <Button onPress={() => void call('kept.reveal', { id })}>{t('kept.reveal')}</Button>
        <Button onPress={() => void stop(id)}>{t('kept.remove')}</Button>
      </div>
    </li>
  );
}

/** Every kept file: what it is of, when it was written, what is the matter with it. */
function KeptFiles() {
  const files = useKept((state) => state.files);
  useEffect(follow, []);
  return (
    <div className="kept">
      {files === null || files.length === 0 ? <p className="settings-note">{t('kept.none')}</p> : <ul aria-label={t('kept.title')}>{files.map((file) => <KeptLine key={file.id} file={file} />)}</ul>}
      <Button onPress={() => { openExport(null, true); }}>{t('kept.new')}</Button>
    </div>
  );
}

export const keptSettings: SettingsSection = { id: 'kept', title: 'kept.title', settings: [{ id: 'kept', label: 'kept.title', words: 'kept.words', Control: KeptFiles }] };
