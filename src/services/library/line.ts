import { crc32 } from 'node:zlib';
import type { Entry } from './group.ts';

const hex = (value: number): string => value.toString(16).padStart(8, '0');
const PREFIX = '{"crc":"';
/** Length of `{"crc":"01234567",`, after which the summed text begins. */
const SUMMED_FROM = PREFIX.length + 10;

/** An entry as a line of JSON whose first member is the CRC-32 (hex) of the rest of the line. */
export function encodeLine(entry: Entry): string {
  const rest = JSON.stringify(entry).slice(1);
  return `${PREFIX}${hex(crc32(rest))}",${rest}\n`;
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
