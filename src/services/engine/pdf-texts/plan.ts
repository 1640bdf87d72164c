import type { Part } from './store.ts';

/** Texts that are indexed in one go, and how many fewer make a part a small one; so many small ones are made one. */
const TOGETHER = 32;
const SMALL = 16;
const MANY_SMALL = 8;
/** Texts of small parts that are made one. */
const MOST = 96;

/** What is there and what should be: prints by PDF. `reading`: whether PDFs wait to be read. */
export interface Texts { wanted: ReadonlyMap<string, number>; there: ReadonlyMap<string, number>; parts: readonly Part[]; reading: boolean }

/** Which texts are to be indexed next, together: new ones when there are many or no more are coming, else those of many small parts. */
export function toIndex({ wanted, there, parts, reading }: Texts): string[] {
  const isCurrent = (id: string, print: number): boolean => wanted.get(id) === print && there.get(id) === print;
  const living = parts.map(({ texts }) => texts.filter(([id, print]) => isCurrent(id, print)).map(([id]) => id));
  const indexed = new Set(living.flat());
  const fresh = [...wanted].filter(([id, print]) => isCurrent(id, print) && !indexed.has(id)).map(([id]) => id);
  if (fresh.length >= TOGETHER || (!reading && fresh.length > 0)) return fresh.slice(0, TOGETHER);
  const small = living.filter(({ length }) => length < SMALL);
  return small.length >= MANY_SMALL ? small.flat().slice(0, MOST) : [];
}

/** The parts that still hold something that is nowhere newer; `added` is the newest. */
export function stillNeeded(parts: readonly Part[], wanted: ReadonlyMap<string, number>, added: Part): Part[] {
  const newer = new Set(added.texts.map(([id]) => id));
  return [...parts.filter(({ texts }) => texts.some(([id, print]) => wanted.get(id) === print && !newer.has(id))), added];
}
