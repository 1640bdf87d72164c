import type { Change } from '../../model/change.ts';
import type { Collection } from '../../model/collection.ts';
import type { Id } from '../../model/id.ts';
import { foldName } from '../fold.ts';
import { under } from '../multi-map.ts';
import type { LibraryState } from '../state.ts';

/** Tags by name and collections by path: those of the library, and those that an import must make. */
export class Names {
  readonly changes: Change[] = [];
  readonly #made = new Map<string, string>();

  constructor(readonly state: LibraryState, readonly newId: () => Id) {}

  /** Ids of tags, sorted as a record keeps them. */
  tags(names: readonly string[]): string[] {
    return [...new Set(names.map((name) => name.trim().slice(0, 200)).filter(Boolean).map((name) => this.#tag(name)))].sort();
  }

  collections(paths: readonly (readonly string[])[]): string[] {
    const ids = paths.map((path) => path.map((name) => name.trim().slice(0, 300)).filter(Boolean)).filter((path) => path.length > 0).map((path) => path.reduce((parent, name) => this.#collection(parent, name), ''));
    return [...new Set(ids)].sort();
  }

  #tag(name: string): string {
    const [existing] = under(this.state.index.tagName, foldName(name));
    return existing ?? this.#make(`tag/${foldName(name)}`, 'tag', { name });
  }

  #collection(parent: string, name: string): string {
    const existing = [...under(this.state.index.children, parent)].flatMap((id): Collection[] => { const found = this.state.collection.get(id); return found ? [found] : []; }).find((child) => foldName(child.name) === foldName(name) && child.query === undefined);
    return existing?.id ?? this.#make(`collection/${parent}/${foldName(name)}`, 'collection', { name, ...(parent === '' ? {} : { parent }) });
  }

  #make(as: string, table: 'tag' | 'collection', fields: Record<string, unknown>): string {
    const before = this.#made.get(as);
    if (before !== undefined) return before;
    const id = this.newId();
    this.#made.set(as, id);
    this.changes.push({ op: 'put', table, id, record: { id, ...fields } });
    return id;
  }
}
