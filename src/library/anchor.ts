import type { TextSelector } from '../model/annotation.ts';

/** Letters of prefix and suffix that a selector keeps. */
const AROUND = 32;
/** Words shorter than this are not looked for in a reworded form: too much would look like them. */
const SHORTEST_REWORDED = 16;
const LONGEST_REWORDED = 1200;
/** Share of its letters that may differ in a reworded stretch: more where the letters around it are the same. */
const TOLERANCE = 0.15;
const TOLERANCE_IN_PLACE = 0.3;
const IN_PLACE = 8;

export interface Stretch { start: number; end: number }

/** The selector of a stretch of text: W3C Web Annotation, TextQuoteSelector and TextPositionSelector in one. */
export const selectorFor = (text: string, start: number, end: number): TextSelector => ({
  exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(end, end + AROUND), start, end,
});

/** Where a selector's words are in a text now: at their place, elsewhere with the likest surroundings, slightly reworded; null when gone. */
export function anchor(text: string, selector: TextSelector): Stretch | null {
  const { exact, prefix, suffix, start } = selector;
  if (exact === '') return null;
  if (text.startsWith(exact, start) && (surroundings(text, selector, start, start + exact.length) >= prefix.length + suffix.length || text.indexOf(exact) === text.lastIndexOf(exact))) return { start, end: start + exact.length };
  return likestExact(text, selector) ?? reworded(text, selector);
}

function likestExact(text: string, selector: TextSelector): Stretch | null {
  let best: Stretch | null = null;
  let bestRank = -Infinity;
  for (let at = text.indexOf(selector.exact); at >= 0; at = text.indexOf(selector.exact, at + 1)) {
    const place = { start: at, end: at + selector.exact.length };
    const rank = surroundings(text, selector, place.start, place.end) - Math.abs(at - selector.start) / (text.length + 1);
    if (rank > bestRank) [best, bestRank] = [place, rank];
  }
  return best;
}

/** How many letters before and after a stretch are those the selector remembers. */
function surroundings(text: string, { prefix, suffix }: TextSelector, start: number, end: number): number {
  let before = 0;
  while (before < prefix.length && start - before > 0 && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && end + after < text.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

/** The stretch of the text nearest to the words by edit distance (Sellers 1980), widened to whole words. */
function reworded(text: string, selector: TextSelector): Stretch | null {
  const { exact, start } = selector;
  if (exact.length < SHORTEST_REWORDED || exact.length > LONGEST_REWORDED) return null;
  let costs = Array.from({ length: exact.length + 1 }, (_, row) => row);
  let begins = new Array<number>(exact.length + 1).fill(0);
  let best: (Stretch & { cost: number }) | null = null;
  for (let column = 1; column <= text.length; column++) {
    const next = [0];
    const nextBegins = [column];
    for (let row = 1; row <= exact.length; row++) {
      const swap = (costs[row - 1] ?? 0) + (text[column - 1] === exact[row - 1] ? 0 : 1);
      const skip = (costs[row] ?? 0) + 1;
      const miss = (next[row - 1] ?? 0) + 1;
      const cost = Math.min(swap, skip, miss);
      next.push(cost);
      nextBegins.push((cost === swap ? begins[row - 1] : cost === skip ? begins[row] : nextBegins[row - 1]) ?? 0);
    }
    [costs, begins] = [next, nextBegins];
    const cost = costs[exact.length] ?? Infinity;
    const begin = begins[exact.length] ?? 0;
    if (!best || cost < best.cost || (cost === best.cost && Math.abs(begin - start) < Math.abs(best.start - start))) best = { start: begin, end: column, cost };
  }
  if (!best) return null;
  const place = between(text, selector, wholeWords(text, best));
  const grown = Math.abs(place.start - best.start) + Math.abs(place.end - best.end);
  const allowed = surroundings(text, selector, place.start, place.end) >= IN_PLACE ? TOLERANCE_IN_PLACE : TOLERANCE;
  return best.cost + grown <= exact.length * allowed ? place : null;
}

/** A stretch with its edges where the selector's surroundings still stand, if that is near: a first or last word may have been put in or replaced. */
function between(text: string, { exact, prefix, suffix }: TextSelector, place: Stretch): Stretch {
  const reach = Math.ceil(exact.length * TOLERANCE_IN_PLACE);
  const near = (letters: string, at: number, edge: number): number | null => {
    const found = [text.lastIndexOf(letters, at), text.indexOf(letters, at)].filter((one) => one >= 0).map((one) => one + edge);
    const [nearest] = found.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
    return nearest === undefined || letters.length < IN_PLACE || Math.abs(nearest - at) > reach ? null : nearest;
  };
  const [before, after] = [prefix.slice(-IN_PLACE), suffix.slice(0, IN_PLACE)];
  const start = prefix === '' && place.start <= reach ? 0 : near(before, place.start, before.length);
  const end = suffix === '' && text.length - place.end <= reach ? text.length : near(after, place.end, 0);
  const [from, to] = [start ?? place.start, end ?? place.end];
  return from < to ? { start: from, end: to } : place;
}

const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

function wholeWords(text: string, stretch: Stretch): Stretch {
  let { start, end } = stretch;
  while (start > 0 && isWord(text[start - 1]) && isWord(text[start])) start--;
  while (end < text.length && isWord(text[end]) && isWord(text[end - 1])) end++;
  return { start, end };
}
