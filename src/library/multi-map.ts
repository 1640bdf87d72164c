const NONE: ReadonlySet<string> = new Set();

/** Ids by key. Most keys have one id (a citation key, a DOI), which is kept bare: a set for each would cost 50,000 papers some 10 MB. */
export class MultiMap {
  readonly #ids = new Map<string, string | Set<string>>();

  get(key: string): ReadonlySet<string> | undefined {
    const ids = this.#ids.get(key);
    return typeof ids === 'string' ? new Set([ids]) : ids;
  }

  add(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, id);
    else if (typeof ids !== 'string') ids.add(id);
    else if (ids !== id) this.#ids.set(key, new Set([ids, id]));
  }

  delete(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === id) this.#ids.delete(key);
    if (typeof ids === 'string' || ids === undefined) return;
    ids.delete(id);
    if (ids.size === 0) this.#ids.delete(key);
  }

  /** Every key with its ids. */
  *[Symbol.iterator](): Iterator<[string, ReadonlySet<string>]> {
    for (const key of this.#ids.keys()) yield [key, this.get(key) ?? NONE];
  }
}

export const under = (map: MultiMap, key: string): ReadonlySet<string> => map.get(key) ?? NONE;
export const link = (map: MultiMap, key: string, id: string): void => { map.add(key, id); };
export const unlink = (map: MultiMap, key: string, id: string): void => { map.delete(key, id); };
