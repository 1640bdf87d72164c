import { Clipboard, FileOutput } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { EXPORT_NAMES, EXPORTS, type ExportFormat } from '../../../src/contract/exports.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Choices } from './Choices.tsx';
import { Losses } from './Losses.tsx';
import { canKeep, choose, chooseFormat, copy, save, useExport, type What } from './store.ts';
import './export.css';

const ALL_WHATS = ['chosen', 'cited', 'collection', 'list', 'all'] as const satisfies What[];

function Whats() {
  const { what, counts, collection } = useExport();
  const label = (one: What): string => (one === 'collection' ? t('export.collection', { name: collection?.name ?? '', count: counts.collection ?? 0 }) : t(`export.${one}`, { count: counts[one] ?? 0 }));
  const offered = ALL_WHATS.filter((one) => counts[one] !== undefined);
  return <Segments label={t('export.what')} value={what} onChange={choose} options={offered.map((value) => ({ value, label: label(value) }))} />;
}

/** Enter on a format, or a double click, saves in it. */
async function saveIfAny(): Promise<void> {
  const { busy, what, counts } = useExport.getState();
  if (!busy && (counts[what] ?? 0) > 0) await save();
}

/** The formats by their names and endings, one chosen. */
function Formats({ format }: { format: ExportFormat }) {
  const pick = (keys: 'all' | Set<unknown>): void => {
    const [key] = keys === 'all' ? [] : [...keys];
    const found = EXPORT_NAMES.find((one) => one === key);
    if (found !== undefined) chooseFormat(found);
  };
  return (
    <ListBox className="export-formats" aria-label={t('export.format')} selectionMode="single" selectionBehavior="replace" disallowEmptySelection selectedKeys={[format]} onSelectionChange={pick} onAction={() => void saveIfAny()} autoFocus>
      {EXPORT_NAMES.map((name) => <ListBoxItem key={name} id={name} textValue={EXPORTS[name].name} className="export-format"><span>{EXPORTS[name].name}</span><code>.{EXPORTS[name].extension}</code></ListBoxItem>)}
    </ListBox>
  );
}

function Foot() {
  const { busy, what, counts } = useExport();
  const copies = useSettings(({ settings: { exporting: { format, options } } }) => options.files === 'copies' && EXPORTS[format].choices.some((one) => one === 'files'));
  const count = counts[what] ?? 0;
  return (
    <>
      <Button onPress={close}>{t('cancel')}</Button>
      <Button icon={Clipboard} action="export.copy" disabled={busy || count === 0 || copies} onPress={() => void copy()}>{t('export.copy')}</Button>
      <Button kind="main" icon={FileOutput} action="export.save" disabled={busy || count === 0} onPress={() => void save()}>{t('export.save', { count })}</Button>
    </>
  );
}

/** The file follows the library from then on, where what it holds is a list. */
function Keep() {
  const { what, keep } = useExport();
  const able = useSettings((state) => canKeep(what, state.settings.exporting));
  return <label className="export-keep"><input type="checkbox" checked={able && keep} disabled={!able} onChange={(event) => { useExport.setState({ keep: event.target.checked }); }} /><span>{t('export.keep')}<small>{t(able ? 'export.keepHint' : 'export.keepNot')}</small></span></label>;
}

/** Which papers, in which format, and how; with what the format cannot hold, before anything is written. */
export function ExportDialog() {
  const { format, options } = useSettings((state) => state.settings.exporting);
  return (
    <Dialog title={t('export.title')} size="large" closeLabel={t('close')} onClose={close} foot={<Foot />}>
      <div className="export">
        <Formats format={format} />
        <div className="export-form">
          <Whats />
          <Choices format={format} options={options} />
          <Keep />
          <Losses format={format} />
        </div>
      </div>
    </Dialog>
  );
}
