import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { checkItem } from '../../../src/library/editing/checks.ts';
import { CSL_TYPES } from '../../../src/model/csl.ts';
import { moreFields, shownFields } from '../../../src/model/field-sets.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { RatePaper } from '../library/index.ts';
import { ItemField } from './ItemField.tsx';
import { Copies } from './Copies.tsx';
import { Links } from './Links.tsx';
import { MoreFields } from './MoreFields.tsx';
import { save } from './save.ts';
import { TextField } from './TextField.tsx';
import './details.css';

/** Escape leads back to the list, from a field where there is nothing to put back. */
function leave(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented) document.querySelector<HTMLElement>('[data-keys="list"]')?.focus();
}

/** Every field of a paper. Each is kept when it is left, and is one undo. `shown` sets a text with markup as it will read. */
export function DetailsTab({ paper, shown }: { paper: Paper; shown: (text: string) => ReactNode }) {
  const { item } = paper;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const findings = useMemo(() => new Map(checkItem(item, new Date().getFullYear()).map((one) => [one.field, one])), [item]);
  const own = shownFields(item);
  const fields = [...own, ...opened.filter((field) => !own.includes(field))];
  const text = (variable: string) => (typed: string): Promise<boolean> => save(paper.id, `item.${variable}`, typed.trim() === '' ? null : typed.trim());
  return (
    <div className="abstract-scroll">
      <div className="details" role="form" aria-label={t('details.form')} data-testid="details" onKeyDown={leave}>
        <h1 className="hidden-text">{t('details.form')}</h1>
        <TextField label={t('field.title')} value={item.title ?? ''} finding={findings.get('title')} testId="field-title" onSave={text('title')}><AsRead shown={shown(item.title ?? '')} /></TextField>
        <TypeMenu paper={paper} />
        {fields.map((variable) => <ItemField key={variable} paper={paper} variable={variable} finding={findings.get(variable)} />)}
        <Copies paper={paper} />
        <MoreFields fields={moreFields(item).filter((field) => !opened.includes(field))} onShow={(field) => { setOpened([...opened, field]); }} />
        <TextField long label={t('field.abstract')} value={item.abstract ?? ''} testId="field-abstract" onSave={text('abstract')}><AsRead shown={shown(item.abstract ?? '')} /></TextField>
        <KeyField paper={paper} />
        <div className="details-field"><span className="details-label">{t('details.rating')}</span><div className="details-value"><RatePaper paper={paper.id} rating={paper.rating ?? 0} /></div></div>
        <Links links={paper.links} onSave={(links) => save(paper.id, 'links', links)} />
      </div>
    </div>
  );
}

const AsRead = ({ shown }: { shown: ReactNode }) => (shown === null ? null : <div className="details-read"><span className="details-hint">{t('details.asRead')}</span>{shown}</div>);

function TypeMenu({ paper }: { paper: Paper }) {
  return (
    <label className="details-field"><span className="details-label">{t('details.type')}</span>
      <span className="details-value"><select className="input" data-testid="field-type" value={paper.item.type} onChange={(event) => void save(paper.id, 'item.type', event.target.value)}>
        {CSL_TYPES.map((type) => <option key={type} value={type}>{t(`type.${type}`)}</option>)}
      </select></span>
    </label>
  );
}

function KeyField({ paper }: { paper: Paper }) {
  const pinned = paper.keyPinned === true;
  const hint = <span>{t(pinned ? 'details.keyPinned' : 'details.keyFree')} <Button kind="quiet" onPress={() => void carryOut('paper.refreshKey', { selection: { ids: [paper.id] }, pattern: useSettings.getState().settings.keyPattern })}>{t('details.keyRefresh')}</Button></span>;
  return <TextField label={t('details.key')} value={paper.citationKey} hint={hint} testId="field-key" onSave={(key) => save(paper.id, 'citationKey', key.trim())} />;
}

