import { Cite, LOCATORS } from '../../../../src/citation/cite.ts';
import { t } from '../../../messages/messages.ts';
import type { Picked } from './usePicking.ts';

interface Props { cite: Picked; onChange: (change: Partial<Picked>) => void }

function Words({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return <label className="cite-field"><span>{label}</span><input className="input" value={value} maxLength={200} spellCheck={false} onChange={(event) => { onChange(event.target.value); }} /></label>;
}

/** What goes with one work of a citation: where in it, the words around it, and whether its author is named. */
export function Surroundings({ cite, onChange }: Props) {
  return (
    <div className="cite-around" role="group" aria-label={t('citing.edit', { name: cite.key })}>
      <label className="cite-field"><span>{t('citing.label')}</span>
        <select className="input" value={cite.label} onChange={(event) => { onChange({ label: Cite.shape.label.unwrap().parse(event.target.value) }); }}>{LOCATORS.map((one) => <option key={one} value={one}>{t(`citing.locator.${one}`)}</option>)}</select>
      </label>
      <Words label={t('citing.locator')} value={cite.locator} onChange={(locator) => { onChange({ locator }); }} />
      <Words label={t('citing.prefix')} value={cite.prefix} onChange={(prefix) => { onChange({ prefix }); }} />
      <Words label={t('citing.suffix')} value={cite.suffix} onChange={(suffix) => { onChange({ suffix }); }} />
      <label className="cite-check"><input type="checkbox" checked={cite.suppressAuthor} onChange={(event) => { onChange({ suppressAuthor: event.target.checked }); }} />{t('citing.suppress')}</label>
    </div>
  );
}
