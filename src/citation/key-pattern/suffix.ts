import type { Arguments, KeyNode } from './node.ts';
import { numberOf, PatternTrouble, textOf } from './node.ts';

/** What tells equal keys apart: the text for the nth that wants the same key, from 0 on. */
export type Suffix = (n: number) => string;

/** A letter from the second on, and from z on two: a … z, aa, ab … */
export const letters: Suffix = (n) => (n === 0 ? '' : letters(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26)));

const SPEC = /%\(([naA])\)(?:'?(.))??(\d*)[sd]/;

/** As `postfix(format, start)` or `infix(format, start)` in a pattern says it: `%(n)s`, `%(a)s`, `%(A)s`; letters where it does not. */
export function suffixOf(tree: KeyNode): Suffix {
  const wanted = wish(tree);
  if (wanted === null) return letters;
  const format = textOf(wanted.args, 0, 'format', '%(a)s');
  const start = numberOf(wanted.args, 1, 'start', 0);
  if (!SPEC.test(format)) throw new PatternTrouble('what tells equal keys apart needs %(n)s, %(a)s or %(A)s', wanted.at);
  return (n) => {
    const place = n + start;
    if (place === 0) return '';
    return format.replace(SPEC, (_, kind: string, fill: string | undefined, width: string) => (kind === 'n' ? String(place) : kind === 'a' ? letters(place) : letters(place).toUpperCase()).padStart(Number(width), fill ?? '0'));
  };
}

function wish(node: KeyNode): { args: Arguments; at: number } | null {
  if (node.kind === 'field') return /^(?:post|in)fix$/i.test(node.name) ? node : null;
  if (node.kind === 'filter') return wish(node.of);
  if (node.kind === 'text') return null;
  for (const one of node.kind === 'join' ? node.parts : node.of) {
    const found = wish(one);
    if (found) return found;
  }
  return null;
}
