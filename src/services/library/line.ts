import { crc32 } from 'node:zlib';
import type { Entry } from './group.ts';

const hex = (value: number): string => value.toString(16).padStart(8, '0');
const LINE_FEED = 10;
const PREFIX = '{"crc":"';
/** Length of `{"crc":"01234567",`, after which the summed text begins. */
const SUMMED_FROM = PREFIX.length + 10;

/** An entry as a line of JSON whose first member is the CRC-32 (hex) of the rest of the line. */
export function encodeLine(entry: Entry): string {
  const rest = JSON.stringify(entry).slice(1);
  return `${PREFIX}${hex(crc32(rest))}",${rest}\n`;
}

const CHUNK = 1 << 20;
/** Bytes that a character may take in UTF-8. */
const WIDEST = 3;

/** Lines written one after the other into great pieces of memory: a hundred thousand small ones would cost more than the writing. */
export class LineWriter {
  private readonly full: Buffer[] = [];
  private chunk = Buffer.alloc(0);
  private at = 0;

  /** Adds an entry, of which the text after its opening brace is given; gives the bytes of that text. */
  add(rest: string): Buffer {
    const most = SUMMED_FROM + rest.length * WIDEST + 1;
    if (this.at + most > this.chunk.length) this.turn(most);
    const start = this.at;
    const from = start + SUMMED_FROM;
    const end = from + this.chunk.write(rest, from, 'utf8');
    this.chunk.write(`${PREFIX}${hex(crc32(this.chunk.subarray(from, end)))}",`, start, 'latin1');
    this.chunk[end] = LINE_FEED;
    this.at = end + 1;
    return this.chunk.subarray(from, end);
  }

  private turn(most: number): void {
    if (this.at > 0) this.full.push(this.chunk.subarray(0, this.at));
    this.chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, most));
    this.at = 0;
  }

  /** All lines, in pieces that follow each other. */
  get pieces(): Buffer[] { return [...this.full, this.chunk.subarray(0, this.at)]; }
}

/** The JSON value of a line (without its line feed), or null when the line is not what was written. */
export function decodeLine(line: Buffer): unknown {
  if (line.length <= SUMMED_FROM || line.toString('latin1', 0, PREFIX.length) !== PREFIX) return null;
  if (line.toString('latin1', PREFIX.length, PREFIX.length + 8) !== hex(crc32(line.subarray(SUMMED_FROM)))) return null;
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
}
