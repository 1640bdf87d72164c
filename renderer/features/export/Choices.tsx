import { choicesOf, WriteOptions, type ExportFormat } from '../../../src/contract/exports.ts';
import { t } from '../../messages/messages.ts';
import { Segments } from '../../ui/Segments.tsx';
import { option } from './store.ts';
import { StyleField } from '../cite/index.ts';
import { variableLabel } from './words.ts';

/** What is often left out of a file for others; a field chosen elsewhere (the command line) shows beside them. */
const USUAL = ['abstract', 'tags', 'note', 'URL', 'DOI', 'ISBN', 'ISSN', 'accessed', 'language', 'source'];

const LETTERS = WriteOptions.shape.letters.unwrap().options;
const JOURNALS = WriteOptions.shape.journals.unwrap().options;
const FIELDS = WriteOptions.shape.fields.unwrap().options;
const LINKS = WriteOptions.shape.links.unwrap().options;
const ORDERS = WriteOptions.shape.order.unwrap().options;
const FILES = WriteOptions.shape.files.unwrap().options;

interface Props { format: ExportFormat; options: WriteOptions }

/** The choices that this format has. */
export function Choices({ format, options }: Props) {
  const has = new Set(choicesOf(format));
  if (has.has('style')) return <StyleField style={options.style} onChange={(style) => void option({ style })} />;
  return (
    <>
      {has.has('letters') ? <Segments label={t('export.letters')} value={options.letters} onChange={(letters) => void option({ letters })} options={LETTERS.map((value) => ({ value, label: t(`export.letters.${value}`) }))} /> : null}
      {has.has('fields') ? <Segments label={t('export.fields')} value={options.fields} onChange={(fields) => void option({ fields })} options={FIELDS.map((value) => ({ value, label: t(`export.fields.${value}`) }))} /> : null}
      {has.has('links') ? <Segments label={t('export.links')} value={options.links} onChange={(links) => void option({ links })} options={LINKS.map((value) => ({ value, label: t(`export.links.${value}`) }))} /> : null}
      {has.has('journals') ? <Segments label={t('export.journals')} value={options.journals} onChange={(journals) => void option({ journals })} options={JOURNALS.map((value) => ({ value, label: t(`export.journals.${value}`) }))} /> : null}
      <Segments label={t('export.order')} value={options.order} onChange={(order) => void option({ order })} options={ORDERS.map((value) => ({ value, label: t(`export.order.${value}`) }))} />
      {has.has('files') ? <Segments label={t('export.files')} value={options.files} onChange={(files) => void option({ files })} options={FILES.map((value) => ({ value, label: t(`export.files.${value}`) }))} /> : null}
      {has.has('notes') ? <Along options={options} /> : null}
      <LeftOut options={options} />
    </>
  );
}

function Along({ options }: { options: WriteOptions }) {
  return (
    <div className="setting" role="group" aria-label={t('export.along')}>
      <span>{t('export.along')}</span>
      <span className="export-checks">
        <label><input type="checkbox" checked={options.notes} onChange={(event) => void option({ notes: event.target.checked })} />{t('export.notes')}</label>
        <label><input type="checkbox" checked={options.annotations} onChange={(event) => void option({ annotations: event.target.checked })} />{t('export.annotations')}</label>
      </span>
    </div>
  );
}

function LeftOut({ options }: { options: WriteOptions }) {
  const out = new Set(options.leaveOut);
  const turn = (field: string): void => { void option({ leaveOut: out.has(field) ? options.leaveOut.filter((one) => one !== field) : [...options.leaveOut, field] }); };
  return (
    <fieldset className="export-out">
      <legend>{t('export.leaveOut')}</legend>
      {[...USUAL, ...options.leaveOut.filter((field) => !USUAL.includes(field))].map((field) => <label key={field}><input type="checkbox" checked={out.has(field)} onChange={() => { turn(field); }} />{variableLabel(field)}</label>)}
    </fieldset>
  );
}
