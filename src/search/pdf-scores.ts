import { evaluate, groundOf, noPdfs } from './evaluate.ts';
import type { Segment } from './segment.ts';

/** How much a word in a PDF counts beside one in an abstract: papers about a thing come before those that speak of it. */
const SHARE = 0.4;

/** How well texts hold words that follow each other, by the ids in the segments; those that do not are left out. */
export function textScores(segments: readonly Segment[], words: readonly string[], prefix: boolean): Map<string, number> {
  const scores = evaluate(groundOf(segments, () => false, noPdfs), { is: 'row', words: [...words], field: null, prefix });
  const found = new Map<string, number>();
  let base = 0;
  for (const { ids } of segments) {
    for (const [i, id] of ids.entries()) {
      const score = scores[base + i] ?? 0;
      if (score !== 0) found.set(id, score * SHARE);
    }
    base += ids.length;
  }
  return found;
}

/** The text of a PDF as it is indexed: pages joined, and words that are cut at the end of a line in one piece again. */
export const indexedText = (pages: readonly string[]): string => pages.join('\n').replace(/(?<=\p{L})[-‐\u00ad]\s*\n\s*(?=\p{L})/gu, '-');
