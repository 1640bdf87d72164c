import type { CslItem } from '../model/csl.ts';
import type { Paper } from '../model/paper.ts';
import { duplicateOf } from './duplicates.ts';
import { papersKnownAs } from './find.ts';
import { fold, foldedFamily, yearOf } from './fold.ts';
import type { LibraryState } from './state.ts';

/** Something that a manuscript cites: what it calls it, and what a field or the manuscript's own bibliography says of the work. */
export interface Wanted { name: string; item?: CslItem | undefined }

/** The papers that a manuscript means: by citation key or identifier, else by what a field of it says of the work. */
export function papersCited(state: LibraryState, { name, item }: Wanted): string[] {
  const found = papersKnownAs(state, name);
  if (found.length > 0 || item === undefined || item.title === undefined && item.DOI === undefined) return found;
  const same = duplicateOf(state, item);
  return same === null ? [] : [same.paper];
}

/** Candidates that are offered for a key that is missing. */
const MOST = 5;
/** Signs that two keys may differ by. */
const SLIPS = 2;
/** Below this a likeness says nothing. */
const LEAST = 0.5;

/** Papers whose key, or whose author, year and title, are much like a key that is missing; the likeliest first. */
export function papersLike(state: LibraryState, key: string): string[] {
  const wanted = signs(key);
  if (wanted.length < 3) return [];
  const years = new Set(key.match(/(?:1[5-9]|20)\d\d/g) ?? []);
  const scored: { id: string; score: number }[] = [];
  for (const paper of state.paper.values()) {
    const score = likeness(wanted, years, paper);
    if (score >= LEAST) scored.push({ id: paper.id, score });
  }
  return scored.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id)).slice(0, MOST).map(({ id }) => id);
}

const signs = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** From 0 to 1: one key but for case and punctuation, a slip or two in it, or an author and a year that the paper has. */
function likeness(wanted: string, years: ReadonlySet<string>, { citationKey, item, verbatim = [] }: Paper): number {
  const own = signs(citationKey);
  // One that it came with, or that a paper had which was joined with it.
  if (own === wanted || verbatim.some(({ key }) => key !== undefined && signs(key) === wanted)) return 1;
  const slips = Math.abs(own.length - wanted.length) <= SLIPS && wanted.length > 4 ? distance(own, wanted, SLIPS) : SLIPS + 1;
  const near = slips <= SLIPS ? 0.95 - slips * 0.1 : 0;
  const family = signs(foldedFamily(item.author?.[0] ?? item.editor?.[0]));
  const named = family.length > 1 && wanted.startsWith(family);
  if (!named) return near;
  const year = yearOf(item);
  const dated = years.has(year);
  const titled = titleWords(item).some((word) => wanted.slice(family.length).includes(word));
  const off = years.size > 0 && !dated ? 0.25 : 0;
  return Math.max(near, (dated ? 0.6 : 0.3) + (titled ? 0.3 : 0) - off);
}

const titleWords = (item: CslItem): string[] => fold(item.title ?? '').split(' ').filter((word) => word.length > 3).slice(0, 6);

/** How many signs differ, of two texts that differ by at most `most`; `most + 1` where it is more. A swapped pair counts as one. */
function distance(one: string, other: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (before[j - 2] ?? most) + 1 : most + 1;
      row.push(Math.min((last[j] ?? most) + 1, (row[j - 1] ?? most) + 1, (last[j - 1] ?? most) + (same ? 0 : 1), swapped));
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}
