import { isAscii, isUtf8 } from 'node:buffer';
import { failure } from '../../contract/errors.ts';

/** Larger files are no reference lists. */
export const LARGEST_IMPORT = 512 * 1024 * 1024;
/** Where programs say which encoding they wrote, and how much of a file is looked at to guess it. */
const HEAD = 4096;
const SAMPLE = 200_000;

/**
 * The text of a file's bytes: by its byte order mark, by zeros at every second byte, by what the file says of itself
 * (`% Encoding: …` as JabRef writes it, `%!TeX encoding = …`, BibDesk's and XML's lines) where it can be so, else UTF-8, else the older
 * Western encoding that fits best. Fails on binaries.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = isAscii(bytes) && !wideEncoding(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') : new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.slice(0, HEAD).includes('\0')) throw failure('unreadable', 'This file is not text.', { details: { reason: 'not-text' } });
  return text.replace(/^\ufeff/, '');
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return saidEncoding(bytes) ?? westernEncoding(bytes);
}

/** UTF-16 without a mark: text in Latin letters has zeros at every second byte. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  for (const [place, byte] of head.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.3 && even < odd / 10) return 'utf-16le';
  return even > head.length * 0.3 && odd < even / 10 ? 'utf-16be' : undefined;
}

const NAMES: Readonly<Record<string, string>> = { ansinew: 'windows-1252', latin1: 'windows-1252', latin9: 'iso-8859-15', applemac: 'macintosh', macroman: 'macintosh', 'western (mac os roman)': 'macintosh', 'western (iso latin 1)': 'windows-1252', 'western (windows latin 1)': 'windows-1252', cp1252: 'windows-1252', cp1250: 'windows-1250', cp1251: 'windows-1251', 'iso8859_1': 'windows-1252', 'iso8859_15': 'iso-8859-15', sjis: 'shift_jis', gbk: 'gbk', eucjp: 'euc-jp' };

/** The encoding a file names, if it is one that is known and is not the UTF-8 that it turned out not to be. */
function saidEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  const name = /^%+\s*(?:!\s*TeX\s+(?:encoding|root encoding)\s*=|Encoding:|Saved with string encoding|This file was created with JabRef[^\n]*\n%+\s*Encoding:)\s*([^\r\n]+?)\s*$/im.exec(head)?.[1] ?? /<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  if (name === undefined) return undefined;
  const label = NAMES[name.toLowerCase()] ?? name.toLowerCase().replace(/^iso8859[-_]/, 'iso-8859-');
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'utf-8' || encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Letters that texts in Western languages hold most, in each encoding; the old Mac's lie where Windows has signs, and those are left out here (quotes, dashes). */
const MAC = new Set([0x8e, 0x8f, 0x8a, 0x9a, 0x9f, 0x88, 0x90, 0x87, 0x8d, 0x9c, 0xa7, 0xbf, 0xd5]);
const WINDOWS = new Set([0xe9, 0xe8, 0xe4, 0xf6, 0xfc, 0xdf, 0xe0, 0xea, 0xe2, 0xf4, 0xf1, 0xe1, 0xe7, 0xed, 0xf3, 0xfa, 0xe5, 0xf8, 0xc9, 0xd6, 0xdc]);

function westernEncoding(bytes: Uint8Array): string {
  let [mac, windows] = [0, 0];
  for (const byte of bytes.subarray(0, SAMPLE)) {
    if (byte < 0x80) continue;
    if (MAC.has(byte)) mac++;
    else if (WINDOWS.has(byte)) windows++;
  }
  return mac > windows * 2 ? 'macintosh' : 'windows-1252';
}
