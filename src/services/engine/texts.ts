import { nameOf } from '../../library/row.ts';
import { papersTagged } from '../../library/tag-family.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import type { Paper } from '../../model/paper.ts';
import { noPdfs, type PdfTest } from '../../search/evaluate.ts';
import { queryFor } from '../../search/in-pdfs.ts';
import { parseQuery } from '../../search/query.ts';
import { createIndex } from '../../search/search-index.ts';
import type { KeptIndex } from '../index/kept-index.ts';
import { factTest } from './facts.ts';
import type { PaperList } from './paper-list.ts';
import { WholeList } from './paper-list.ts';
import type { Gate } from './gate.ts';
import { fieldsOf, printOf } from './search-fields.ts';

/** Papers indexed in one go: some 10 ms. */
const CHUNK = 50;
/** Papers compared with what was kept of them in one go: some 5 ms. */
const COMPARED = 500;
/** How long nothing must change before the index is written, ms; and how many papers not yet written are worth it when closing. */
const QUIET = 30_000;
const WORTH_WRITING = 200;

/**
 * Full text of the library. After opening it is taken from where it was kept, as far as the library is still as it was then; the
 * rest is indexed in the background. Titles serve until then. Changes are indexed when they are asked for, many of them in steps.
 */
export class Texts {
  ready = false;
  readonly #index = createIndex();
  readonly #waiting = new Set<string>();
  readonly #titles = new WeakMap<Paper, string>();
  #stopped = false;
  #begun: Promise<void> | null = null;
  #catchingUp: Promise<void> | null = null;
  #saving: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;
  /** Papers indexed since the index was last written. */
  #unwritten = 0;

  /** `complete` hears whenever a list that was answered before all was indexed would now be another. */
  constructor(readonly state: LibraryState, readonly kept: KeptIndex | null, readonly gate: Gate, readonly complete: () => void, readonly pdfs: PdfTest = noPdfs) {}

  /** Whether something that a text would find may still be missing. A few changes are not: they are indexed when words are looked for. */
  get indexing(): boolean { return !this.ready || this.#waiting.size > CHUNK; }

  /** Begins to index everything, in small steps; more than once is once. */
  start(): void {
    this.#begun ??= this.#stopped ? Promise.resolve() : this.#build();
  }

  /** Stops, and writes the index where enough was added to it. */
  async close(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#quiet);
    await Promise.allSettled([this.#begun, this.#catchingUp]);
    if (this.#unwritten >= WORTH_WRITING) this.#save();
    await this.#saving;
  }

  note(changes: readonly Change[], papers: ReadonlySet<string>): void {
    for (const id of papers) this.#waiting.add(id);
    for (const change of changes) if (change.table === 'tag' && change.op === 'set') for (const id of papersTagged(this.state, change.id)) this.#waiting.add(id);
    if (this.#waiting.size > CHUNK) this.#catchUp();
    this.#saveWhenQuiet();
  }

  /** Papers that a typed text finds; `pdfs`: also by the words in their PDFs. */
  matches(text: string, pdfs = false): ReadonlySet<string> {
    if (!this.#current()) return new Set(this.#scan(text));
    return this.#index.matches(queryFor(text, pdfs), factTest(this.state), this.pdfs);
  }

  /** The same, the best first. */
  ranked(text: string, pdfs = false): PaperList {
    if (!this.#current()) return new WholeList(this.#scan(text));
    return this.#index.search(queryFor(text, pdfs), factTest(this.state), this.pdfs);
  }

  /** Whether the index can answer: a few changes are indexed on the spot, many go on behind. */
  #current(): boolean {
    this.start();
    if (!this.ready) return false;
    if (this.#waiting.size <= CHUNK) this.#take(CHUNK);
    return true;
  }

  async #build(): Promise<void> {
    for await (const segment of this.kept?.load() ?? []) {
      this.#index.adopt(segment);
      await this.gate.wait();
      if (this.#stopped) return;
    }
    await this.#compare();
    await this.#work();
    if (this.#stopped) return;
    this.ready = true;
    this.complete();
    await this.gate.wait();
    this.#warmUp();
    if (this.#unwritten > 0) this.#save();
  }

  /** The first letter that somebody types should not have to wait until the search has been compiled. */
  #warmUp(): void {
    for (const text of ['e', 'of the']) this.#index.search(parseQuery(text), factTest(this.state));
  }

  /** What is not indexed as it is now, waits. */
  async #compare(): Promise<void> {
    let left = COMPARED;
    for (const [id, paper] of this.state.paper) {
      if (this.#index.print(id) !== printOf(this.state, paper)) this.#waiting.add(id);
      if (--left > 0) continue;
      left = COMPARED;
      await this.gate.wait();
      if (this.#stopped) return;
    }
    for (const id of this.#index.ids()) if (!this.state.paper.has(id)) this.#waiting.add(id);
  }

  async #work(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#stopped) {
      this.#take(CHUNK);
      await this.gate.wait();
    }
  }

  #catchUp(): void {
    if (!this.ready || this.#stopped) return;
    this.#catchingUp ??= this.#work().finally(() => {
      this.#catchingUp = null;
      if (!this.#stopped) this.complete();
    });
  }

  #take(count: number): void {
    let left = count;
    for (const id of this.#waiting) {
      if (left-- <= 0) return;
      this.#waiting.delete(id);
      this.#unwritten++;
      const paper = this.state.paper.get(id);
      if (paper) this.#index.put(id, fieldsOf(this.state, paper));
      else this.#index.drop(id);
    }
  }

  #saveWhenQuiet(): void {
    clearTimeout(this.#quiet);
    if (!this.ready || this.#stopped) return;
    this.#quiet = setTimeout(() => { void this.#work().then(() => { if (!this.#stopped) this.#save(); }); }, QUIET);
    this.#quiet.unref();
  }

  /** The index is a convenience: where it cannot be written (a full disk), it is made anew next time. */
  #save(): void {
    const { kept } = this;
    if (!kept) return;
    this.#saving = this.#saving.then(async () => {
      const written = this.#unwritten;
      await kept.save(this.#index, () => this.gate.wait());
      this.#unwritten -= written;
    }).catch(() => undefined);
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
