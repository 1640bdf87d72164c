import type { Difference } from '../suite.ts';

export type Found = Omit<Difference, 'case'>;

/** Every field in which two records differ: missing, added or changed. Objects are compared without regard to the order of their keys. */
export function compareRecords(expected: Record<string, unknown>, found: Record<string, unknown>, at = ''): Found[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].flatMap((name) => (ordered(expected[name]) === ordered(found[name]) ? [] : [{ field: `${at}${name}`, expected: expected[name], found: found[name] }]));
}

/** Lists of records, one by one in their order. */
export function compareLists(expected: Record<string, unknown>[], found: Record<string, unknown>[]): Found[] {
  const count = expected.length === found.length ? [] : [{ field: '(number of items)', expected: expected.length, found: found.length }];
  return [...count, ...expected.slice(0, found.length).flatMap((one, index) => compareRecords(one, found[index] ?? {}, expected.length > 1 ? `${index + 1}. ` : ''))];
}

/** JSON with keys in order. */
export function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${ordered(each)}`).join()}}`;
}
