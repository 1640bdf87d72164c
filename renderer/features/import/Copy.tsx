import type { PreviewEntry } from '../../../src/contract/imports.ts';
import { isMessage, t } from '../../messages/messages.ts';
import { Segments } from '../../ui/Segments.tsx';
import { choose, type Choice } from './import-store.ts';

interface Props { entry: PreviewEntry; here: NonNullable<PreviewEntry['here']>; choice: Choice }

/** A field as people call it; its own name where the catalogue has none. */
export const fieldName = (field: string): string => { const key = field === 'type' ? 'details.type' : `field.${field}`; return isMessage(key) ? t(key) : field; };

/** A value of it as people read it: a type by its name, a dash where there is none. */
export function fieldValue(field: string, value: string): string {
  const key = `type.${value}`;
  return value === '' ? '—' : field === 'type' && isMessage(key) ? t(key) : value;
}

/** A copy beside what it is a copy of: what differs, what it would add, and what is to become of it. */
export function Copy({ entry, here, choice }: Props) {
  const own = entry.verdict === 'duplicate';
  const differs = here.differences.some((one) => one.here !== '');
  return (
    <div className="copy">
      <p className="copy-here"><span className="copy-where">{own ? t('import.inLibrary') : t('import.inFile')}</span> {[here.title, here.authors, here.year].filter(Boolean).join(' · ')}{here.citationKey === '' ? null : <code>{here.citationKey}</code>}</p>
      {here.differences.length === 0 ? <p className="import-hint">{t('import.same')}</p> : (
        <table className="copy-fields">
          <thead><tr><th scope="col">{t('import.field')}</th><th scope="col">{own ? t('import.inLibrary') : t('import.inFile')}</th><th scope="col">{t('import.inThis')}</th></tr></thead>
          <tbody>{here.differences.map((one) => <tr key={one.field}><th scope="row">{fieldName(one.field)}</th><td className={choice.fate === 'join' && choice.prefer === 'library' && one.here !== '' ? 'copy-wins' : ''}>{fieldValue(one.field, one.here)}</td><td className={choice.fate === 'join' && (choice.prefer === 'file' || one.here === '') ? 'copy-wins' : ''}>{fieldValue(one.field, one.there)}</td></tr>)}</tbody>
        </table>
      )}
      <div className="copy-choice">
        <Segments label={t('import.copyWhat')} value={choice.fate} onChange={(fate) => { choose(entry.index, { ...choice, fate }); }}
          options={[{ value: 'skip', label: t('import.skip') }, { value: 'keep', label: t('import.keep') }, { value: 'join', label: t('import.join') }]} />
        {choice.fate === 'join' && differs ? <Segments label={t('import.preferWhat')} value={choice.prefer} onChange={(prefer) => { choose(entry.index, { ...choice, prefer }); }}
          options={[{ value: 'library', label: own ? t('import.preferLibrary') : t('import.preferFirst') }, { value: 'file', label: t('import.preferFile') }]} /> : null}
      </div>
    </div>
  );
}
