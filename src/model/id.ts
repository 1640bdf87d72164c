import { z } from 'zod';

/** A record's id: 26 characters of Crockford base 32, sorted by time of making (as ULID). */
export const Id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export type Id = z.infer<typeof Id>;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes an id from a time in ms since 1970 and sixteen random bytes (of which ten are used). */
export function makeId(ms: number, random: Uint8Array): Id {
  let time = '';
  for (let rest = ms, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  let tail = '';
  for (let i = 0; i < 16; i++) tail += ALPHABET.charAt((random[i] ?? 0) % 32);
  return time + tail;
}

/** A maker of ids that rise also within one millisecond, so that records made together keep their order. `now` in ms, `random(n)` gives n bytes. */
export function risingIds(now: () => number, random: (bytes: number) => Uint8Array): () => Id {
  let last = '';
  return () => {
    const fresh = makeId(now(), random(16));
    last = fresh > last ? fresh : successor(last);
    return last;
  };
}

function successor(id: Id): Id {
  const digits = [...id];
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = ALPHABET.indexOf(digits[i] ?? '0');
    digits[i] = ALPHABET.charAt((value + 1) % 32);
    if (value < 31) break;
  }
  return digits.join('');
}
