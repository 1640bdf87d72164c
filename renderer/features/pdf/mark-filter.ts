import { wordsOfMark } from '../../../src/library/words-of-mark.ts';
import type { Annotation, Colour } from '../../../src/model/annotation.ts';

/** Which marks are listed; null is any. */
export interface MarkFilter { words: string; colour: Colour | null; kind: Annotation['kind'] | null; tag: string | null }
export const NO_FILTER: MarkFilter = { words: '', colour: null, kind: null, tag: null };

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase();

/** Whether a mark is of these: each of the words is in what was marked or written about it. */
export function fits({ colour, kind, tags, selector, comment }: Pick<Annotation, 'colour' | 'kind' | 'tags' | 'selector' | 'comment'>, filter: MarkFilter): boolean {
  if (filter.colour !== null && filter.colour !== colour) return false;
  if (filter.kind !== null && filter.kind !== kind) return false;
  if (filter.tag !== null && !tags.includes(filter.tag)) return false;
  const text = folded(`${wordsOfMark(selector.exact)} ${comment}`);
  return folded(filter.words).split(' ').every((word) => text.includes(word));
}
