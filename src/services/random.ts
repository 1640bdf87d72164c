import { randomBytes } from 'node:crypto';

const POOL = 8192;
let pool: Uint8Array = new Uint8Array(0);
let at = 0;

/** Random bytes out of a pool, since asking the system for sixteen at a time is slow where thousands of ids are made. Each byte is handed out once. */
export function pooledRandom(length: number): Uint8Array {
  if (length > POOL) return randomBytes(length);
  if (at + length > pool.length) [pool, at] = [randomBytes(POOL), 0];
  at += length;
  return pool.subarray(at - length, at);
}
