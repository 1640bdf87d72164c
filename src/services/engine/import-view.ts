import type { Difference, ImportPreview, PreviewEntry } from '../../contract/imports.ts';
import type { Draft } from '../../formats/format.ts';
import { plainAbstract } from '../../library/abstract-text.ts';
import { foldName, yearOf } from '../../library/fold.ts';
import { mergeItems } from '../../library/import/merge.ts';
import { nameOf } from '../../library/row.ts';
import type { LibraryState } from '../../library/state.ts';
import type { CslItem, CslName } from '../../model/csl.ts';
import type { Preview } from './previews.ts';

/** Entries that a preview shows, of all and of copies. */
const SHOWN = 500;
const LONGEST_VALUE = 300;

/** A preview as people see it: the first entries, and the copies with what they differ in. */
export function viewOf(id: string, preview: Preview, state: LibraryState): ImportPreview {
  const { format, name, drafts, origin, duplicates, repeats, leftOut, problems } = preview;
  const copies = [...duplicates.keys(), ...repeats.keys()].sort((a, b) => a - b).filter((index) => index >= SHOWN).slice(0, SHOWN);
  const shown = [...drafts.keys()].slice(0, SHOWN);
  return {
    files: preview.brings?.length ?? 0, preview: id, format, name, origin, total: drafts.length, fresh: drafts.length - duplicates.size, duplicates: duplicates.size, repeated: repeats.size,
    entries: [...shown, ...copies].flatMap((index) => { const draft = drafts[index]; return draft ? [entryOf(draft, index, preview, state)] : []; }),
    tags: new Set(drafts.flatMap((draft) => draft.tags ?? []).map(foldName)).size, collections: new Set(drafts.flatMap((draft) => draft.collections ?? []).map((path) => path.map(foldName).join('/'))).size,
    leftOut, problems,
  };
}

function entryOf(draft: Draft, index: number, { duplicates, repeats, drafts }: Preview, state: LibraryState): PreviewEntry {
  const { item, doubts = {}, line } = draft;
  const reasons = Object.values(doubts);
  const paper = state.paper.get(duplicates.get(index) ?? '');
  const repeated = repeats.get(index);
  const earlier = repeated === undefined ? undefined : drafts[repeated];
  const base: PreviewEntry = { index, ...summary(item), abstract: plainAbstract(item.abstract ?? ''), type: item.type, ...(line === undefined ? {} : { line }), verdict: reasons.length > 0 ? 'uncertain' : 'new', doubts: reasons };
  if (paper) return { ...base, verdict: 'duplicate', duplicateOf: paper.id, here: { ...summary(paper.item), citationKey: paper.citationKey, differences: differences(paper.item, item) } };
  if (repeated === undefined || !earlier) return base;
  return { ...base, verdict: 'repeated', repeats: repeated, here: { ...summary(earlier.item), citationKey: earlier.citationKey ?? '', differences: differences(earlier.item, item) } };
}

export const summary = (item: CslItem): { title: string; authors: string; year: string } => ({ title: plainAbstract(item.title ?? '').replace(/\n+/g, ' '), authors: (item.author ?? item.editor ?? []).map(nameOf).join(', '), year: yearOf(item) });

/** Where two accounts of one paper differ, and what the new one adds. */
export function differences(here: CslItem, there: CslItem): Difference[] {
  const { gains, lost } = mergeItems(here, there, 'library');
  return [...new Set([...Object.keys(lost), ...Object.keys(gains)])].map((field) => ({ field, here: shownValue(here[field]), there: shownValue(there[field]) }));
}

function shownValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one: CslName) => nameOf(one)).join(', ').slice(0, LONGEST_VALUE);
  if (typeof value === 'object') return dateOf(value).slice(0, LONGEST_VALUE);
  return typeof value === 'string' || typeof value === 'number' ? plainAbstract(String(value)).slice(0, LONGEST_VALUE) : '';
}

function dateOf(date: object): string {
  const { 'date-parts': parts, literal } = date as { 'date-parts'?: (string | number)[][]; literal?: string };
  return literal ?? (parts ?? []).map((one) => one.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-')).join(' – ');
}
