import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import type { SheafError } from '../../../src/contract/errors.ts';
import type { Selection } from '../../../src/contract/views.ts';
import type { ManyEdit } from '../../../src/library/editing/edit-many.ts';
import { EDITABLE_VARIABLES, kindOf } from '../../../src/model/variables.ts';
import { call } from '../../client/client.ts';
import { t, tError } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { currentSelection } from '../../stores/selection.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fieldLabel } from './label.ts';

const WAYS = ['set', 'add', 'remove', 'replace', 'sentence', 'title', 'swap'] as const;
type Way = (typeof WAYS)[number];
const NEEDS_WORDS: ReadonlySet<Way> = new Set(['set', 'add', 'replace']);
interface Form { way: Way; field: string; value: string; by: string; regex: boolean; matchCase: boolean }
type Preview = { answer: Output<'papers.previewEdit'> } | { error: SheafError };

const FIELDS = [...EDITABLE_VARIABLES].sort();
/** How long the typing rests before the preview follows. */
const REST = 200;

function editOf({ way, field, value, by, regex, matchCase }: Form): ManyEdit {
  switch (way) {
    case 'replace': return { do: 'replace', field, find: value, by, regex, matchCase };
    case 'sentence': case 'title': return { do: 'case', field, to: way };
    case 'swap': return { do: 'swap', field };
    default: return { do: way, field, value };
  }
}

/** The papers meant when the dialog opened, and what the edit would do to them. */
function usePreview(selection: Selection | null, form: Form): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let gone = false;
    // Nothing typed yet is no wish to empty the field: that is asked for by its own name.
    const ready = selection !== null && (form.value !== '' || !NEEDS_WORDS.has(form.way));
    const look = async (): Promise<void> => {
      const answer = ready ? await call('papers.previewEdit', { selection, edits: [editOf(form)] }) : null;
      if (!gone) setPreview(answer === null ? null : answer.ok ? { answer: answer.value } : { error: answer.error });
    };
    const timer = setTimeout(() => void look(), REST);
    return () => { gone = true; clearTimeout(timer); };
  }, [selection, form]);
  return preview;
}

/** One edit for all selected papers, with what would differ. */
export function EditMany() {
  const [selection] = useState(currentSelection);
  const [form, setForm] = useState<Form>({ way: 'set', field: 'publisher', value: '', by: '', regex: false, matchCase: false });
  const preview = usePreview(selection, form);
  const changed = preview !== null && 'answer' in preview ? preview.answer.changed : 0;
  const change = (next: Partial<Form>): void => { setForm({ ...form, ...next }); };
  const run = async (): Promise<void> => {
    if (selection !== null && changed > 0 && (await act('paper.editMany', { selection, edits: [editOf(form)] }, 'many.done'))) close();
  };
  const fields = FIELDS.filter((field) => form.way !== 'swap' || kindOf(field) === 'names').filter((field) => (form.way !== 'sentence' && form.way !== 'title') || /title/.test(field));
  const toWay = (way: Way): void => { change({ way, ...(way === 'swap' ? { field: 'author' } : way === 'sentence' || way === 'title' ? { field: 'title' } : {}) }); };
  const plain = form.way === 'set' || form.way === 'add' || form.way === 'remove' || form.way === 'replace';
  return (
    <Dialog title={t('many.heading')} size="large" closeLabel={t('close')} onClose={close} foot={<><Button onPress={close}>{t('cancel')}</Button><Button kind="main" disabled={changed === 0} onPress={() => void run()}>{t('many.run', { count: changed })}</Button></>}>
      <form className="many" onSubmit={(event) => { event.preventDefault(); void run(); }}>
        <div className="many-line">
          <label>{t('many.way')}<select className="input" autoFocus data-testid="many-way" value={form.way} onChange={(event) => { toWay(WAYS.find((way) => way === event.target.value) ?? 'set'); }}>{WAYS.map((way) => <option key={way} value={way}>{t(`many.${way}`)}</option>)}</select></label>
          <label>{t('many.field')}<select className="input" data-testid="many-field" value={form.field} onChange={(event) => { change({ field: event.target.value }); }}>{fields.map((field) => <option key={field} value={field}>{fieldLabel(field)}</option>)}</select></label>
          {plain && <label className="many-value">{t(form.way === 'replace' ? 'many.find' : 'many.value')}<input className="input" data-testid="many-value" value={form.value} onChange={(event) => { change({ value: event.target.value }); }} /></label>}
          {form.way === 'replace' && <label className="many-value">{t('many.by')}<input className="input" value={form.by} onChange={(event) => { change({ by: event.target.value }); }} /></label>}
        </div>
        {form.way === 'replace' && <div className="many-line"><label className="many-check"><input type="checkbox" checked={form.regex} onChange={(event) => { change({ regex: event.target.checked }); }} />{t('many.regex')}</label><label className="many-check"><input type="checkbox" checked={form.matchCase} onChange={(event) => { change({ matchCase: event.target.checked }); }} />{t('many.matchCase')}</label></div>}
        <Differences preview={preview} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function Differences({ preview }: { preview: Preview | null }) {
  if (preview === null) return null;
  if ('error' in preview) return <p className="details-finding" role="alert">{tError(preview.error)}</p>;
  const { changed, total, first } = preview.answer;
  return (
    <section aria-label={t('many.preview')}>
      <p className="details-hint" role="status">{t('many.changed', { changed, total })}</p>
      <ul className="many-list">{first.map(({ paper, title, field, before, after }) => (
        <li key={paper + field}><span className="details-hint">{title === '' ? t('list.untitled') : title}</span><del>{before === '' ? t('many.empty') : before}</del><ins>{after === '' ? t('many.empty') : after}</ins></li>
      ))}</ul>
    </section>
  );
}
