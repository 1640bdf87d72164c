import type { Change } from '../model/change.ts';

/** Texts shorter than this change as a whole: a patch would say no less. */
const SHORT = 120;
/** Letters kept around an edit, so that it is not taken back at a place that only looks alike. */
const AROUND = 12;

/** A change of a text field from one text to another: as a patch where both are long, else as a whole. */
export function textChange(table: Change['table'], id: string, field: string, before: string | null, after: string | null): Change {
  if (before === null || after === null || before.length < SHORT || after.length < SHORT) return { op: 'set', table, id, before: { [field]: before }, after: { [field]: after } };
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const at = Math.max(0, head - AROUND);
  const rest = Math.max(0, tail - AROUND);
  return { op: 'patch', table, id, field, splices: [{ at, cut: before.slice(at, before.length - rest), put: after.slice(at, after.length - rest) }] };
}
