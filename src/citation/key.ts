import type { CslItem } from '../model/csl.ts';
import { DEFAULT_KEY_PATTERN, keyPattern } from './key-pattern/pattern.ts';

/**
 * A citation key by a pattern, `thangarasa2023spdf` by the one Sheaf begins with, in plain ASCII. A key already taken gets a
 * letter: `…a`, `…b`, …, `…z`, `…aa`; where a pattern gives nothing or cannot be read, the one Sheaf begins with is used, then `anon`.
 */
export function citationKey(item: CslItem, taken: (key: string) => boolean, pattern: string = DEFAULT_KEY_PATTERN): string {
  const base = madeBy(pattern, item) || madeBy(DEFAULT_KEY_PATTERN, item) || 'anon';
  for (let n = 0; ; n++) {
    const key = base + letters(n);
    if (!taken(key)) return key;
  }
}

function madeBy(pattern: string, item: CslItem): string {
  const read = keyPattern(pattern);
  return read.ok ? read.value(item) : '';
}

/** '' for 0, then a … z, aa, ab … */
function letters(n: number): string {
  return n === 0 ? '' : letters(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26));
}
