import type { CslItem } from '../../model/csl.ts';
import type { Verbatim } from '../../model/paper.ts';
import { equal } from '../equal.ts';
import { fold } from '../fold.ts';

/** Whose value counts where two accounts of one paper differ. */
export type Prefer = 'library' | 'file';
/** The format under which a paper keeps the values that did not win when two accounts of it were joined. */
export const JOINED = 'joined';

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What an item gains from another account of the same work, and what either side says that does not count. */
export interface Merged { gains: Record<string, unknown>; lost: Record<string, unknown> }

export function mergeItems(item: CslItem, other: CslItem, prefer: Prefer): Merged {
  const merged: Merged = { gains: {}, lost: {} };
  for (const [name, value] of Object.entries(other)) {
    const own = item[name];
    if (isEmpty(value) || sameValue(own, value)) continue;
    if (isEmpty(own) || prefer === 'file' || moreExact(own, value)) merged.gains[name] = value;
    if (!isEmpty(own) && !moreExact(own, value) && !moreExact(value, own)) merged.lost[name] = prefer === 'file' ? own : value;
  }
  return merged;
}

/** Whether two values say the same to a reader: case, accents, dashes and spaces apart. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (equal(one, other)) return true;
  if ((typeof one === 'string' || typeof one === 'number') && (typeof other === 'string' || typeof other === 'number')) return fold(String(one)) === fold(String(other)) && fold(String(one)) !== '';
  return false;
}

/** Whether a date is the other one with its month or day. */
function moreExact(one: unknown, other: unknown): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a !== null && b !== null && a.length < b.length && a.every((part, place) => String(part) === String(b[place]));
}

function partsOf(date: unknown): readonly unknown[] | null {
  if (typeof date !== 'object' || date === null || !('date-parts' in date) || !Array.isArray(date['date-parts'])) return null;
  const [first, second]: unknown[] = date['date-parts'];
  return second === undefined && Array.isArray(first) ? first : null;
}

/**
 * What a paper keeps verbatim after a join: of one format one record, with the fields of both; a second field of one name under
 * `name+duplicate-1`; and the values that did not win in a record of their own.
 */
export function mergeVerbatim(own: readonly Verbatim[], other: Verbatim | undefined, lost: Record<string, unknown>): Verbatim[] {
  const all = [...own];
  const at = all.findIndex(({ format }) => format === other?.format);
  const same = all[at];
  if (other && same) all[at] = together(same, other);
  else if (other) all.push(other);
  const fields = Object.fromEntries(Object.entries(lost).map(([name, value]) => [name, JSON.stringify(value)]));
  const kept: Verbatim = { format: JOINED, ...(other?.key !== undefined && other.key !== same?.key ? { key: other.key } : {}), fields };
  const isNew = Object.keys(fields).length > 0 && !all.some((one) => one.format === JOINED && equal(one.fields, fields));
  return isNew ? [...all, kept] : all;
}

function together(own: Verbatim, other: Verbatim): Verbatim {
  const fields = { ...own.fields };
  const stood = { ...own.stood };
  const known = new Set(Object.entries(fields).filter(([name]) => name.startsWith('@')).map(([, text]) => text));
  for (const [name, value] of Object.entries(other.fields)) {
    if (name.startsWith('@')) { if (!known.has(value)) fields[freeName(fields, '@')] = value; continue; }
    if (name.startsWith('#')) { if (own.fields[name.slice(1)] === undefined) fields[name] = value; continue; }
    if (fields[name] === value) continue;
    const means = other.stood?.[name];
    if (fields[name] === undefined) {
      fields[name] = value;
      if (means !== undefined) stood[name] = means;
    } else if (means === undefined) fields[freeName(fields, `${name}+duplicate-`)] = value;
  }
  return { ...own, fields, ...(Object.keys(stood).length > 0 ? { stood } : {}) };
}

function freeName(fields: Readonly<Record<string, string>>, stem: string): string {
  let place = 1;
  while (fields[`${stem}${place}`] !== undefined) place++;
  return `${stem}${place}`;
}
