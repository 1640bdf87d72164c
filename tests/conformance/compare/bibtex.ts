import { compareRecords, type Found } from './records.ts';

/** An entry of a BibTeX file: its type, its key and its fields, with their braces. */
export interface BibRecord { type: string; key: string; fields: [string, string][] }

/** BibTeX files as records, by key: names of types and fields without case, values without regard to line breaks. */
export function compareBibtex(expected: BibRecord[], found: BibRecord[]): Found[] {
  const byKey = new Map(found.map((entry) => [entry.key, entry]));
  const added = found.filter(({ key }) => !expected.some((entry) => entry.key === key)).map(({ key }) => ({ field: key, expected: undefined, found: key }));
  return [...expected.flatMap((entry) => { const other = byKey.get(entry.key); return other ? compareRecords(meaning(entry), meaning(other), `${entry.key}. `) : [{ field: entry.key, expected: entry.key, found: undefined }]; }), ...added];
}

const meaning = ({ type, fields }: BibRecord): Record<string, unknown> => ({ '(type)': type.toLowerCase(), ...Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value.replace(/\s+/g, ' ').trim()])) });
