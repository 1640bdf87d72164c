import { failure } from '../../contract/errors.ts';

/** Larger files are no reference lists. */
export const LARGEST_IMPORT = 512 * 1024 * 1024;

/** The text of a file's bytes: by its byte order mark, else UTF-8, else Windows Latin 1 (which older managers write). Fails on binaries. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoderFor(bytes).decode(bytes);
  if (text.slice(0, 4096).includes('\0')) throw failure('unreadable', 'This file is not text.');
  return text.replace(/^\ufeff/, '');
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  return isUtf8(bytes) ? new TextDecoder() : new TextDecoder('windows-1252');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
