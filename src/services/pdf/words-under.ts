import { selectorFor } from '../../library/anchor.ts';
import type { TextSelector } from '../../model/annotation.ts';
import { boundsOf, type Box } from '../../library/quads.ts';

/** A piece of a page's text: its letters, the matrix that places it (ISO 32000-1, 8.3.3), its extent in points. */
export interface Piece { str: string; hasEOL: boolean; transform: readonly number[]; width: number; height: number }

/** Which way the words under a quad run, in quarter turns counterclockwise; 0 where there are none. */
export function directionUnder(pieces: readonly Piece[], quad: readonly number[]): number {
  const box = boundsOf([quad]);
  const letters = pieces.flatMap((piece) => lettersOf([piece]).places.map((place) => ({ place, piece })));
  const under = letters.find(({ place }) => distance(box, place) === 0)?.piece;
  return under === undefined ? 0 : (Math.round(Math.atan2(under.transform[1] ?? 0, under.transform[0] ?? 1) / (Math.PI / 2)) + 4) % 4;
}

interface Letters { text: string; /** The middle of each letter, as well as it can be told from its piece. */ places: [number, number][] }

/**
 * The words of a page under quads. `told`, what is known of them from elsewhere, is looked for nearest to the quads; without it they are told by their places.
 * Unless it is `exact`, only whole words are meant: markers of other programs begin and end beside the letters.
 */
export function wordsUnder(pieces: readonly Piece[], quads: readonly (readonly number[])[], { told, exact }: { told: string; exact: boolean }): TextSelector {
  const letters = lettersOf(pieces);
  const near = nearest(letters, boundsOf(quads), told);
  const found = near === null ? covered(letters, quads) : exact ? near : wholeWords(letters.text, near);
  return found === null ? { exact: told, prefix: '', suffix: '', start: 0, end: 0 } : selectorFor(letters.text, found.start, found.end);
}

function lettersOf(pieces: readonly Piece[]): Letters {
  const places: [number, number][] = [];
  let text = '';
  for (const { str, hasEOL, transform: [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0], width, height } of pieces) {
    const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
    for (let at = 0; at < str.length; at++) {
      const share = (at + 0.5) / str.length;
      places.push([x + (a / along) * width * share + (c / up) * height * 0.35, y + (b / along) * width * share + (d / up) * height * 0.35]);
    }
    text += str + (hasEOL ? '\n' : '');
    if (hasEOL) places.push(places.at(-1) ?? [x, y]);
  }
  return { text, places };
}

interface Stretch { start: number; end: number }

/** Where words stand nearest to a box, however lines and spaces break them. */
function nearest({ text, places }: Letters, box: Box, told: string): Stretch | null {
  const wanted = told.replace(/\s+/g, '');
  if (wanted === '') return null;
  const dense: number[] = [];
  for (let at = 0; at < text.length; at++) if (/\S/.test(text[at] ?? '')) dense.push(at);
  const letters = dense.map((at) => text[at]).join('');
  let best: (Stretch & { away: number }) | null = null;
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const [start, last] = [dense[at] ?? 0, dense[at + wanted.length - 1] ?? 0];
    const [first = NOWHERE, final = NOWHERE] = [places[start], places[last]];
    const away = distance(box, first) + distance(box, final);
    if (best === null || away < best.away) best = { start, end: last + 1, away };
  }
  return best;
}

/** Words at the ends most of which are in, whole; those most of which are out, not at all, unless nothing else would be left. */
function wholeWords(text: string, { start, end }: Stretch): Stretch {
  const words = [...text.matchAll(/\S+/g)].map((word) => ({ start: word.index, end: word.index + word[0].length })).filter((word) => word.end > start && word.start < end);
  const most = words.filter((word) => Math.min(end, word.end) - Math.max(start, word.start) >= (word.end - word.start) / 2);
  const [first, last] = [most[0], most.at(-1)];
  return first === undefined || last === undefined ? { start, end } : { start: first.start, end: last.end };
}

const NOWHERE = [Infinity, Infinity] as const;

/** How far a point lies outside a box. */
const distance = ({ left, bottom, right, top }: Box, [x, y]: readonly [number, number]): number => Math.hypot(Math.max(left - x, 0, x - right), Math.max(bottom - y, 0, y - top));

/** From the first to the last word most of which lies in one of the quads. */
function covered({ text, places }: Letters, quads: readonly (readonly number[])[]): Stretch | null {
  const boxes = quads.map((quad) => boundsOf([quad]));
  const inside = (at: number): boolean => boxes.some((box) => distance(box, places[at] ?? NOWHERE) === 0);
  const words = [...text.matchAll(/\S+/g)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
  const found = words.filter(({ start, end }) => Array.from({ length: end - start }, (_, at) => inside(start + at)).filter(Boolean).length / (end - start) > 0.5);
  const [first, last] = [found[0], found.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
