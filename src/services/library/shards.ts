import { createHash } from 'node:crypto';
import type { LibraryState } from '../../library/state.ts';
import type { TableName } from '../../model/tables.ts';
import { TABLE_NAMES } from '../../model/tables.ts';
import { PLURAL, SHARDED } from './layout.ts';
import type { FileEntry } from './library-file.ts';
import type { Shelf } from './records.ts';
import { shelfOf } from './records.ts';
import { encodePieces } from './shard.ts';

/** A row of files that together hold one shelf of one table, like the leaves of a B-tree. */
export interface Row { table: TableName; shelf: Shelf; stem: string }

/** Every row a library may have. What is in library.json itself is in no row. */
export const ROWS: Row[] = [
  ...SHARDED.map((table) => ({ table, shelf: 'live' as const, stem: PLURAL[table] })),
  ...TABLE_NAMES.map((table) => ({ table, shelf: 'trash' as const, stem: `trash/${PLURAL[table]}` })),
];

const stemOf = (name: string): string => name.replace(/-\d+\.json$/, '');
const numberOf = (name: string): number => Number(/-(\d+)\.json$/.exec(name)?.[1] ?? 0);
export const rowOf = (name: string): Row | undefined => ROWS.find((row) => row.stem === stemOf(name));
export const filesOf = (row: Row, files: FileEntry[]): FileEntry[] => files.filter((file) => stemOf(file.name) === row.stem).sort((a, b) => (a.first < b.first ? -1 : 1));

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface NewFile { entry: FileEntry; bytes: Buffer }
export interface Rewriting { files: FileEntry[]; fresh: NewFile[] }

/**
 * The files of a row after the records `touched` changed: those whose range of ids holds one are encoded anew,
 * split where they grew too long and dropped where nothing is left; the others stay as they are.
 */
export function rewriteRow(state: LibraryState, row: Row, files: FileEntry[], touched: ReadonlySet<string>, limit?: number): Rewriting {
  const leaves = filesOf(row, files);
  if (touched.size === 0) return { files: leaves, fresh: [] };
  const shelf = shelfOf(state, row.table, row.shelf);
  const ids = [...shelf.keys()].sort();
  const result: Rewriting = { files: [], fresh: [] };
  let number = Math.max(0, ...leaves.map((leaf) => numberOf(leaf.name)));
  const dirty = touchedLeaves(leaves, touched);
  for (const [index, range] of rangesOf(leaves, ids).entries()) {
    const leaf = leaves[index];
    if (leaf && !dirty.has(index)) { result.files.push(leaf); continue; }
    const records = range.flatMap((id) => shelf.get(id) ?? []);
    for (const [nth, piece] of encodePieces(row.table, records, limit).entries()) {
      const bytes = Buffer.from(piece.text);
      const name = nth === 0 && leaf ? leaf.name : `${row.stem}-${String(++number).padStart(4, '0')}.json`;
      const entry = { name, sha256: sumOf(bytes), records: piece.records, first: piece.first };
      result.files.push(entry);
      result.fresh.push({ entry, bytes });
    }
  }
  return result;
}

/** The index of the leaf an id belongs to: the last one that begins at or before it. */
function leafOf(leaves: FileEntry[], id: string): number {
  let [low, high] = [0, leaves.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((leaves[middle]?.first ?? '') <= id) low = middle;
    else high = middle - 1;
  }
  return low;
}

const touchedLeaves = (leaves: FileEntry[], touched: ReadonlySet<string>): Set<number> => new Set([...touched].map((id) => leafOf(leaves, id)));

/** Sorted ids, cut into the ranges of the leaves (one range when there is no leaf yet). */
function rangesOf(leaves: FileEntry[], ids: string[]): string[][] {
  const ranges: string[][] = Array.from({ length: Math.max(1, leaves.length) }, () => []);
  for (const id of ids) ranges[leafOf(leaves, id)]?.push(id);
  return ranges;
}
