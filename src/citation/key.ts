import type { CslItem } from '../model/csl.ts';
import { DEFAULT_KEY_PATTERN } from './key-pattern/default.ts';
import { keyPattern, type KeyPattern } from './key-pattern/pattern.ts';
import { letters } from './key-pattern/suffix.ts';

/** As many papers may want one key before it is told apart by letters, whatever the pattern says. */
const MOST = 10_000;

/**
 * A citation key by a pattern, `thangarasa2023spdf` by the one Sheaf begins with, in plain ASCII. A key already taken gets a
 * letter (`…a`, `…b`, …, `…z`, `…aa`) or what the pattern says; where a pattern gives nothing or cannot be read, the one Sheaf begins with is used, then `anon`.
 */
export function citationKey(item: CslItem, taken: (key: string) => boolean, pattern: string = DEFAULT_KEY_PATTERN): string {
  const by = [pattern, DEFAULT_KEY_PATTERN].flatMap((one) => reader(one) ?? []).find((one) => one(item) !== '');
  const keyFor: KeyPattern = by ?? ((_, n = 0) => `anon${letters(n)}`);
  let before = '';
  for (let n = 0; n < MOST; n++) {
    const key = keyFor(item, n);
    if (key !== '' && !taken(key)) return key;
    if (key === before) break;
    before = key;
  }
  const base = keyFor(item) || 'anon';
  for (let n = 1; ; n++) if (!taken(base + letters(n))) return base + letters(n);
}

function reader(pattern: string): KeyPattern | null {
  const read = keyPattern(pattern);
  return read.ok ? read.value : null;
}
