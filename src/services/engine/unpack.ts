import { unzipSync, type UnzipFileInfo } from 'fflate';
import { failure } from '../../contract/errors.ts';

/** What programs put their lists of references in ZIP archives as: Citavi's backups hold a project, others XML. */
const INSIDE = /\.(?:ctv\d|xml|bib|ris|json)$/i;
const isZip = ([a, b, c, d]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;

/** The file itself, or the largest list of references in a ZIP archive; larger ones than `most` bytes are refused before they are unpacked. Fails on a damaged archive. */
export function unpacked(bytes: Uint8Array, most: number): Uint8Array {
  if (!isZip(bytes)) return bytes;
  let chosen: { name: string; size: number } | undefined;
  filesOf(bytes, ({ name, originalSize: size }) => { if (INSIDE.test(name) && size <= most && size > (chosen?.size ?? 0)) chosen = { name, size }; return false; });
  const wanted = chosen?.name;
  const [found] = wanted === undefined ? [] : filesOf(bytes, ({ name }) => name === wanted);
  if (!found) throw failure('unreadable', 'This archive holds no list of references.', { details: { reason: 'no-list-inside' } });
  return found;
}

function filesOf(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Uint8Array[] {
  try {
    return Object.values(unzipSync(bytes, { filter }));
  } catch (error) {
    throw failure('unreadable', `This archive is damaged (${error instanceof Error ? error.message : String(error)}).`, { details: { reason: 'damaged-archive' } });
  }
}
