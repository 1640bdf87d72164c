import type { LibraryState } from '../../library/state.ts';
import type { Paper } from '../../model/paper.ts';
import { parseQuery } from '../../search/query.ts';
import { createIndex } from '../../search/search-index.ts';
import { factTest } from './facts.ts';
import { fieldsOf } from './search-fields.ts';

/** Full text of the trash, made when something is looked for there. */
export class TrashTexts {
  readonly #index = createIndex();
  readonly #known = new Map<string, Paper>();

  constructor(readonly state: LibraryState) {}

  /** Deleted papers that a typed text finds, the best first. */
  ranked(text: string): readonly string[] {
    const { paper: papers } = this.state.trash;
    for (const id of this.#known.keys()) if (!papers.has(id)) this.#forget(id);
    for (const [id, paper] of papers) if (this.#known.get(id) !== paper) this.#learn(id, paper);
    return this.#index.search(parseQuery(text), factTest(this.state)).all();
  }

  #learn(id: string, paper: Paper): void {
    this.#known.set(id, paper);
    this.#index.put(id, fieldsOf(this.state, paper));
  }

  #forget(id: string): void {
    this.#known.delete(id);
    this.#index.drop(id);
  }
}
