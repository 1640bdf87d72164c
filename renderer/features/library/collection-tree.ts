import type { Overview } from '../../../src/contract/views.ts';

export type Collection = Overview['collections'][number];
export interface CollectionLine { collection: Collection; level: number; open?: boolean }

/** Collections as the lines of a tree, in the order of their names, without what is folded away. One whose parent is gone stands at the top. */
export function collectionLines(collections: readonly Collection[], folded: ReadonlySet<string>): CollectionLine[] {
  const ids = new Set(collections.map(({ id }) => id));
  const under = new Map<string, Collection[]>();
  for (const one of [...collections].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    const parent = one.parent !== undefined && ids.has(one.parent) ? one.parent : '';
    under.set(parent, [...under.get(parent) ?? [], one]);
  }
  const lines = (parent: string, level: number): CollectionLine[] => (under.get(parent) ?? []).flatMap((collection) => {
    const leaf = !under.has(collection.id);
    const open = !folded.has(collection.id);
    return [{ collection, level, ...(leaf ? {} : { open }) }, ...(leaf || !open ? [] : lines(collection.id, level + 1))];
  });
  return lines('', 0);
}

/** Whether a collection is another one or lies within it. */
export function liesWithin(collections: readonly Collection[], inner: string, outer: string): boolean {
  const byId = new Map(collections.map((one) => [one.id, one]));
  const seen = new Set<string>();
  for (let at: string | undefined = inner; at !== undefined && !seen.has(at); at = byId.get(at)?.parent) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}

/** The names from the top down to a collection. */
export function pathOf(collections: readonly Collection[], id: string): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = collections.find((one) => one.id === id); at !== undefined && !seen.has(at.id); at = collections.find((one) => one.id === at?.parent)) {
    names.unshift(at.name);
    seen.add(at.id);
  }
  return names.join(' / ');
}
