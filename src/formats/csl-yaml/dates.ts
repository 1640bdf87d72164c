import { kindOf } from '../../model/variables.ts';

/** Dates as pandoc wrote them before version 2.11, and people still do, in CSL's form: `- year: 2014, month: 12`, a list of two for a range. */
export function withCslDates(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, kindOf(name) === 'date' ? cslDate(value) : value]));
}

type Named = Record<string, unknown>;
const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value) && !('date-parts' in value);

const NAMES = new Set(['year', 'month', 'day']);

function cslDate(value: unknown): unknown {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const dates = all.filter(isNamed);
  const [first] = dates;
  if (first === undefined || dates.length < all.length) return value;
  const parts = dates.filter(({ year }) => year !== undefined).slice(0, 2).map(partsOf);
  const rest = Object.entries(first).filter(([name]) => !NAMES.has(name) && (name !== 'season' || parts.length < 2));
  return { ...(parts.length > 0 ? { 'date-parts': parts } : {}), ...Object.fromEntries(rest) };
}

/** Seasons of a range are the months 21 to 24, as EDTF has them. */
function partsOf({ year, month, day, season }: Named, _at: number, all: readonly Named[]): unknown[] {
  const second = month ?? (all.length > 1 && typeof season === 'number' ? 20 + season : undefined);
  return [year, ...(second === undefined ? [] : [second, ...(month === undefined || day === undefined ? [] : [day])])];
}
