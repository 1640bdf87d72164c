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
