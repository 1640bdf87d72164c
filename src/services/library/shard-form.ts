import { isAscii } from 'node:buffer';
import { z } from 'zod';
import type { Form } from './sheet.ts';
import type { AnyRecord } from './records.ts';
import { sumOf } from './shards.ts';

/** Thrown when a file is not the one library.json speaks of; its bytes are kept for a rescue. */
export class WrongSum extends Error {
  constructor(readonly bytes: Buffer) { super('The file is not the one that was written.'); }
}

const Rows = z.array(z.custom<AnyRecord>((value) => typeof value === 'object' && value !== null));

/** A file of records that must have the sum library.json names. Its records were checked when that sum was taken. */
export const soundForm = (sha256: string): Form<AnyRecord[]> => ({
  decode(bytes) {
    if (sumOf(bytes) !== sha256) throw new WrongSum(bytes);
    const records = Rows.parse(recordsOf(bytes));
    letGo(bytes);
    return records;
  },
  encode: () => { throw new Error('Files of records are written by a fold.'); },
});

const LINE_FEED = 10;
const COMMA = 44;

/** The values of a file that holds one record a line. Each line is read by itself: most are plain ASCII, which is half as dear to decode, and no text of the whole file is made. */
function recordsOf(bytes: Buffer): unknown[] {
  const records: unknown[] = [];
  const plain = isAscii(bytes);
  for (let at = bytes.indexOf(LINE_FEED) + 1, feed = 0; (feed = bytes.indexOf(LINE_FEED, at)) >= 0; at = feed + 1) {
    const end = bytes[feed - 1] === COMMA ? feed - 1 : feed;
    if (end - at > 1) records.push(JSON.parse(plain || isAscii(bytes.subarray(at, end)) ? bytes.toString('latin1', at, end) : bytes.toString('utf8', at, end)));
  }
  return records;
}

/** Gives the memory of a file's bytes back at once, where the engine can: a hundred megabytes would lie about until its next great clean-up. */
function letGo({ buffer, byteLength }: Buffer): void {
  if (buffer.byteLength === byteLength && 'transfer' in buffer && typeof buffer.transfer === 'function') buffer.transfer(0);
}
