import type { Finding } from '../../../src/library/editing/checks.ts';
import type { CslDate, CslName } from '../../../src/model/csl.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { kindOf } from '../../../src/model/variables.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { Creators } from './Creators.tsx';
import { DateField } from './DateField.tsx';
import { fieldLabel } from './label.ts';
import { save } from './save.ts';
import { Pointed, TextField } from './TextField.tsx';

const LONG = new Set(['note', 'annote', 'keyword', 'references']);

/** One variable of a paper, edited as its kind asks. What is no text is shown as it came. */
export function ItemField({ paper, variable, finding }: { paper: Paper; variable: string; finding: Finding | undefined }) {
  const value: unknown = paper.item[variable];
  const keep = (next: unknown): Promise<boolean> => save(paper.id, `item.${variable}`, next);
  const kind = kindOf(variable);
  if (kind === 'names') {
    const names = (value ?? []) as CslName[];
    return <><Creators variable={variable} names={names} onSave={(next) => keep(next.length === 0 ? null : next)} onRole={(at, role) => void toRole(paper, variable, at, role)} />{finding !== undefined && <div className="details-field"><span /><div className="details-hint"><Pointed finding={finding} onFix={() => undefined} /></div></div>}</>;
  }
  if (kind === 'date') return <DateField label={fieldLabel(variable)} date={value as CslDate | undefined} finding={finding} onSave={keep} />;
  if (value !== undefined && typeof value !== 'string' && typeof value !== 'number') return <div className="details-field"><span className="details-label">{variable}</span><p className="details-hint">{t('details.raw', { value: JSON.stringify(value) })}</p></div>;
  return <TextField label={fieldLabel(variable)} value={value === undefined ? '' : String(value)} finding={finding} long={LONG.has(variable)} testId={`field-${variable}`} onSave={(text) => keep(text.trim() === '' ? null : text.trim())} />;
}

/** A creator leaves one role for another, in one command. */
async function toRole(paper: Paper, from: string, at: number, to: string): Promise<void> {
  const [before, after] = [(paper.item[from] ?? []) as CslName[], (paper.item[to] ?? []) as CslName[]];
  const rest = before.filter((_, place) => place !== at);
  await carryOut('paper.edit', { paper: paper.id, set: { [`item.${from}`]: rest.length === 0 ? null : rest, [`item.${to}`]: [...after, ...before.slice(at, at + 1)] } });
}
