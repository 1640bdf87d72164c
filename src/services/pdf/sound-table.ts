/** An entry that names a place where its object is not, or a table where none is, sends readers astray that believe it. */
const NEAR = 2048;

/**
 * Whether a file's tables of places (ISO 32000-1, 7.5.4 and 7.5.8) are where they are said to be, and name where objects begin.
 * Readers mend a file whose table is not; but one that follows an update to it finds the update sound and what it rests on missing.
 */
export function hasSoundTable(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(file.toString('latin1', Math.max(0, file.length - NEAR)));
  const seen = new Set<number>();
  let at = last === null ? -1 : Number(last[1]);
  while (!seen.has(at)) {
    seen.add(at);
    const before = tableAt(file, at);
    if (before === null) return false;
    if (before === 'first') return true;
    at = before;
  }
  return false;
}

/** Where the table before the one at a place is; null where that is none, or says what is not so. */
function tableAt(file: Buffer, at: number): number | 'first' | null {
  if (at < 0 || at >= file.length) return null;
  const head = file.toString('latin1', at, at + NEAR);
  if (/^\s*\d+\s+\d+\s+obj\b/.test(head)) return head.includes('/XRef') ? previous(head.split(/\bstream\b/)[0] ?? '') : null;
  const trailer = file.indexOf('trailer', at);
  if (!/^\s*xref\b/.test(head) || trailer < 0) return null;
  return namesObjects(file, file.toString('latin1', at, trailer)) ? previous(file.toString('latin1', trailer, trailer + NEAR).split('startxref')[0] ?? '') : null;
}

function previous(dict: string): number | 'first' {
  const found = /\/Prev\s+(\d+)/.exec(dict);
  return found === null ? 'first' : Number(found[1]);
}

function namesObjects(file: Buffer, table: string): boolean {
  let number = 0;
  for (const [, first, second, kind] of table.matchAll(/(\d+)\s+(\d+)(?:\s+([nf])\b)?/g)) {
    const [place, generation] = [Number(first), Number(second)];
    if (kind === undefined) { number = place; continue; }
    // An entry in use at place 0 means a free one in files of many programs, and is read so.
    if (kind === 'n' && place > 0 && !new RegExp(`^\\s*${String(number)}\\s+${String(generation)}\\s+obj`).test(file.toString('latin1', place, place + 32))) return false;
    number++;
  }
  return true;
}
