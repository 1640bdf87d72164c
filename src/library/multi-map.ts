/** Keys with the ids under them. */
export type MultiMap = Map<string, Set<string>>;

const NONE: ReadonlySet<string> = new Set();

export const under = (map: MultiMap, key: string): ReadonlySet<string> => map.get(key) ?? NONE;

export function link(map: MultiMap, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

export function unlink(map: MultiMap, key: string, id: string): void {
  const ids = map.get(key);
  ids?.delete(id);
  if (ids?.size === 0) map.delete(key);
}
