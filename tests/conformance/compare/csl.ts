import { compareRecords, type Found } from './records.ts';

const RANGES = new Set(['page', 'issue', 'volume']);
const ids = new Set(['id', 'citation-key', 'system_id']);

/** CSL items by meaning: numbers written as text are numbers, ids are nobody's, a range of pages or issues has any dash. */
export function compareCsl(expected: Record<string, unknown>[], found: Record<string, unknown>[]): Found[] {
  const count = expected.length === found.length ? [] : [{ field: '(number of items)', expected: expected.length, found: found.length }];
  return [...count, ...expected.slice(0, found.length).flatMap((one, index) => compareRecords(meaning(one), meaning(found[index] ?? {}), expected.length > 1 ? `${index + 1}. ` : ''))];
}

const meaning = (item: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(item).filter(([name, value]) => !ids.has(name) && value !== '').map(([name, value]) => [name, RANGES.has(name) ? String(value).replace(/[–—]/g, '-') : textual(value)]));

function textual(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textual);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, textual(each)]));
  return value;
}
