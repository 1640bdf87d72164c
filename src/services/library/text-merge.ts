import type { Change } from '../../model/change.ts';

type Patch = Extract<Change, { op: 'patch' }>;

/** The value of a field, `item.title` meaning the CSL variable. */
export function fieldOf(record: Record<string, unknown>, field: string): unknown {
  if (!field.startsWith('item.')) return record[field];
  const item = record['item'];
  return typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[field.slice(5)] : undefined;
}

/**
 * A patch made to fit a text that another machine changed meanwhile. Where the words it cuts are found, near their
 * place, they are cut; where they are gone nothing is cut and its own words are put in: both texts are kept.
 */
export function fitPatch(record: Record<string, unknown>, patch: Patch): Patch {
  const value = fieldOf(record, patch.field);
  let text = typeof value === 'string' ? value : '';
  const splices = patch.splices.map((splice) => {
    const fitted = fit(text, splice);
    text = text.slice(0, fitted.at) + fitted.put + text.slice(fitted.at + fitted.cut.length);
    return fitted;
  });
  return { ...patch, splices };
}

type Splice = Patch['splices'][number];

function fit(text: string, splice: Splice): Splice {
  if (text.startsWith(splice.cut, splice.at) && splice.at <= text.length) return splice;
  const at = nearest(text, splice.cut, splice.at);
  return at < 0 ? { at: Math.min(splice.at, text.length), cut: '', put: splice.put } : { ...splice, at };
}

/** Where `words` stand nearest to a place, or -1. */
function nearest(text: string, words: string, place: number): number {
  if (words === '') return -1;
  const after = text.indexOf(words, place);
  const before = text.lastIndexOf(words, place);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - place < place - before ? after : before;
}
