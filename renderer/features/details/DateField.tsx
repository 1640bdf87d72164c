import { dateInWords, dateText, readDate } from '../../../src/library/editing/dates.ts';
import type { Finding } from '../../../src/library/editing/checks.ts';
import type { CslDate } from '../../../src/model/csl.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { TextField } from './TextField.tsx';

const seasonIn = (season: number, year: string): string => (season === 1 ? t('details.season1', { year }) : season === 2 ? t('details.season2', { year }) : season === 3 ? t('details.season3', { year }) : season === 4 ? t('details.season4', { year }) : year);
const WORDS = { circa: (date: string) => t('details.circa', { date }), season: seasonIn, since: (date: string) => t('details.since', { date }) };

/** A date, typed in words or EDTF; under it, how it was understood. */
export function DateField({ label, date, finding, onSave }: { label: string; date: CslDate | undefined; finding: Finding | undefined; onSave: (date: CslDate | null) => Promise<boolean> }) {
  const language = useSettings((state) => state.settings.language);
  const text = dateText(date);
  const said = date === undefined ? '' : dateInWords(date, language, WORDS);
  return <TextField label={label} value={text} placeholder={t('details.dateHint')} finding={finding} {...(said === '' || said === text ? {} : { hint: said })} onSave={(typed) => onSave(readDate(typed))} />;
}
