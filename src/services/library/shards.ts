import { createHash, webcrypto } from 'node:crypto';
import type { LibraryState } from '../../library/state.ts';
import type { TableName } from '../../model/tables.ts';
import { TABLE_NAMES } from '../../model/tables.ts';
import { PLURAL, SHARDED } from './layout.ts';
import type { FileEntry } from './library-file.ts';
import type { AnyRecord, Shelf } from './records.ts';
import { shelfOf } from './records.ts';
import { encodePieces, type Encoded } from './shard.ts';

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

/** The same in a thread of its own: the sum of many megabytes holds nobody up. */
export const sumAside = async (bytes: Uint8Array): Promise<string> => Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');

export interface NewFile { entry: FileEntry; bytes: Buffer }

/** What a row is to hold: files that stay as they are, and the records of files to be written anew (`leaf`: the one they were in). */
export type RowPart = { kept: FileEntry } | { leaf: FileEntry | undefined; records: AnyRecord[] };
export interface RowPlan { row: Row; last: number; parts: RowPart[] }

/**
 * What becomes of the files of a row after the records `touched` changed: those whose range of ids holds one are written
 * anew, the others stay. Records never change, so what is named here is this moment's, however long the writing takes.
 */
export function planRow(state: LibraryState, row: Row, files: FileEntry[], touched: ReadonlySet<string>): RowPlan {
  const leaves = filesOf(row, files);
  const plan: RowPlan = { row, last: Math.max(0, ...leaves.map((leaf) => numberOf(leaf.name))), parts: [] };
  if (touched.size === 0) return { ...plan, parts: leaves.map((kept) => ({ kept })) };
  const shelf = shelfOf(state, row.table, row.shelf);
  const dirty = touchedLeaves(leaves, touched);
  for (const [index, range] of rangesOf(leaves, [...shelf.keys()].sort()).entries()) {
    const leaf = leaves[index];
    plan.parts.push(leaf && !dirty.has(index) ? { kept: leaf } : { leaf, records: range.flatMap((id) => shelf.get(id) ?? []) });
  }
  return plan;
}

/** Encodes what a plan says, a file at a time: split where they grew too long, dropped where nothing is left. */
export function* encodeRow({ row, last, parts }: RowPlan, limit?: number, encoded?: Encoded): Generator<FileEntry | NewFile> {
  let number = last;
  for (const part of parts) {
    if ('kept' in part) { yield part.kept; continue; }
    let name = part.leaf?.name;
    for (const piece of encodePieces(row.table, part.records, limit, encoded)) {
      name ??= `${row.stem}-${String(++number).padStart(4, '0')}.json`;
      yield { entry: { name, sha256: sumOf(piece.bytes), records: piece.records, first: piece.first }, bytes: piece.bytes };
      name = undefined;
    }
  }
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
