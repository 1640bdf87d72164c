import type { PaperRow } from '../../src/contract/views.ts';

/** The rows as they came, but each that says what a row at hand says as that very row: what did not change is not drawn again. */
export function sameRows(rows: readonly PaperRow[], atHand: ReadonlyMap<string, PaperRow>): readonly PaperRow[] {
  return rows.map((row) => {
    const known = atHand.get(row.id);
    return known !== undefined && same(known, row) ? known : row;
  });
}

function same(one: PaperRow, other: PaperRow): boolean {
  if (Object.keys(one).length !== Object.keys(other).length) return false;
  for (const key of Object.keys(other) as (keyof PaperRow)[]) {
    const [a, b] = [one[key], other[key]];
    if (a !== b && !(Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => each === b[i])) && !(key === 'passage' && JSON.stringify(a) === JSON.stringify(b))) return false;
  }
  return true;
}
