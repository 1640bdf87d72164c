import { plainAbstract } from '../../library/abstract-text.ts';
import { yearOf } from '../../library/fold.ts';
import { identifiersOf } from '../../identify/item-identifiers.ts';
import { under } from '../../library/multi-map.ts';
import { nameOf } from '../../library/row.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { Paper } from '../../model/paper.ts';
import type { SearchFields } from '../../search/fields.ts';
import { parseQuery } from '../../search/query.ts';
import { createIndex } from '../../search/search-index.ts';
import { factTest } from './facts.ts';
import { pause } from './pause.ts';

/** Papers indexed in one go: some 10 ms. */
const CHUNK = 50;

/** Full text of the library: built in the background after opening, kept up to date by changes; titles serve until then. */
export class Texts {
  ready = false;
  readonly #index = createIndex();
  readonly #waiting = new Set<string>();
  readonly #titles = new WeakMap<Paper, string>();
  #stopped = false;

  constructor(readonly state: LibraryState) {}

  /** Indexes everything, in small steps. Resolves when done or stopped. */
  async build(): Promise<void> {
    for (const id of this.state.paper.keys()) this.#waiting.add(id);
    while (this.#waiting.size > 0 && !this.#stopped) {
      this.#take(CHUNK);
      await pause();
    }
    this.ready = !this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
  }

  note(changes: readonly Change[], papers: ReadonlySet<string>): void {
    for (const id of papers) this.#waiting.add(id);
    for (const change of changes) if (change.table === 'tag' && change.op === 'set') for (const id of under(this.state.index.tag, change.id)) this.#waiting.add(id);
  }

  /** Papers that a typed text finds. */
  matches(text: string): ReadonlySet<string> {
    if (!this.ready) return new Set(this.#scan(text));
    this.#take(Infinity);
    return this.#index.matches(parseQuery(text), factTest(this.state));
  }

  /** The same, the best first. */
  ranked(text: string): string[] {
    if (!this.ready) return this.#scan(text);
    this.#take(Infinity);
    return this.#index.search(parseQuery(text), factTest(this.state)).ids;
  }

  #take(count: number): void {
    let left = count;
    for (const id of this.#waiting) {
      if (left-- <= 0) return;
      this.#waiting.delete(id);
      const paper = this.state.paper.get(id);
      if (paper) this.#index.put(id, fieldsOf(this.state, paper));
      else this.#index.drop(id);
    }
  }

  #scan(text: string): string[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return [...this.state.paper.values()].filter((paper) => words.every((word) => this.#titleOf(paper).includes(word))).map(({ id }) => id);
  }

  #titleOf(paper: Paper): string {
    const known = this.#titles.get(paper);
    if (known !== undefined) return known;
    const title = [paper.item.title ?? '', ...(paper.item.author ?? []).map(nameOf)].join(' ').toLowerCase();
    this.#titles.set(paper, title);
    return title;
  }
}

function fieldsOf(state: LibraryState, { id, item, links, tags, citationKey }: Paper): SearchFields {
  return {
    title: plainAbstract(item.title ?? ''), authors: [...(item.author ?? []), ...(item.editor ?? [])].map((name) => [name.given, nameOf(name)].filter(Boolean).join(' ')), abstract: plainAbstract(item.abstract ?? ''),
    venue: item['container-title'] ?? item.publisher ?? '', tags: tags.map((tag) => state.tag.get(tag)?.name ?? ''), key: citationKey,
    notes: [...[...under(state.index.note, id)].map((note) => state.note.get(note)?.markdown ?? ''), ...[...under(state.index.annotation, id)].map((mark) => state.annotation.get(mark)?.comment ?? '')].join('\n\n'),
    ids: identifiersOf(item, links).map((identifier) => identifier.slice(identifier.indexOf(':') + 1)), year: yearOf(item),
  };
}
