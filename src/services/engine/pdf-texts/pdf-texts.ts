import type { TextProgress, TextWork } from '../../../contract/pdf-texts.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Change } from '../../../model/change.ts';
import { textScores } from '../../../search/pdf-scores.ts';
import type { Segment } from '../../../search/segment.ts';
import type { Disk } from '../../disk/disk.ts';
import type { KeptText } from '../../pdf-text/kept-text.ts';
import type { Gate } from '../gate.ts';
import { stillNeeded, toIndex } from './plan.ts';
import { printsOf } from './prints.ts';
import { TextStore, type Part } from './store.ts';

/** How long the index stays in memory after it was last searched, ms. */
const IDLE = 600_000;

/**
 * The texts of PDFs and their index. Others read the PDFs and build the index (`next` says what is to be done, `done` what was); here it
 * is only searched. It is in memory from the first search in PDFs until nobody has searched there for a while.
 */
export class PdfTexts {
  readonly #store: TextStore;
  #parts: Part[] = [];
  #there = new Map<string, number>();
  #wanted: Map<string, number> | null = null;
  /** PDFs whose reading was begun, or whose file is not there. */
  readonly #given = new Set<string>();
  #indexing = false;
  #begun: Promise<void> | null = null;
  #segments: Map<string, Segment> | null = null;
  #loading: Promise<void> | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** `complete` hears when a search would now find something else. */
  constructor(readonly state: LibraryState, readonly disk: Disk, folder: string, readonly readOnly: boolean, readonly gate: Gate, readonly complete: () => void) {
    this.#store = new TextStore(disk, folder);
  }

  note(changes: readonly Change[]): void {
    if (changes.some(({ table, op }) => table === 'attachment' || (table === 'paper' && op !== 'set' && op !== 'add' && op !== 'drop'))) this.#wanted = null;
  }

  /** What is to be done next; null when all is done, or is being done. `locate` says where a PDF is on this disk. */
  async next(locate: (id: string) => Promise<string | null>): Promise<TextWork | null> {
    if (this.readOnly) return null;
    const wanted = await this.#prepared();
    const waiting = [...wanted].filter(([id, print]) => this.#there.get(id) !== print && !this.#given.has(id));
    const together = this.#indexing ? [] : toIndex({ wanted, there: this.#there, parts: this.#parts, reading: waiting.length > 0 });
    if (together.length > 0) {
      this.#indexing = true;
      return { do: 'index', texts: together.map((id) => { const print = wanted.get(id) ?? 0; return { id, print, file: this.#store.textFile(id, print) }; }), to: this.#store.nextPart() };
    }
    for (const [id, print] of waiting) {
      this.#given.add(id);
      const file = await locate(id);
      if (file !== null) return { do: 'text', attachment: id, print, file, to: this.#store.textFile(id, print) };
    }
    return waiting.length > 0 ? this.next(locate) : null;
  }

  /** Takes in what was done. A PDF that could not be read is noted as that, so that it is not tried at each start. */
  async done(work: TextWork, worked: boolean): Promise<void> {
    const wanted = await this.#prepared();
    if (work.do === 'index') {
      this.#indexing = false;
      const made = await this.#store.made(work.to);
      if (made !== null) await this.#add(made, wanted);
      return;
    }
    this.#given.delete(work.attachment);
    if (!worked || (await this.#store.text(work.attachment, work.print)) === null) await this.#store.keepTrouble(work.attachment, work.print);
    const old = this.#there.get(work.attachment);
    if (old !== undefined && old !== work.print) await this.#store.forget(work.attachment, old);
    this.#there.set(work.attachment, work.print);
  }

  async progress(): Promise<TextProgress> {
    const wanted = await this.#prepared();
    return { pdfs: wanted.size, read: [...wanted].filter(([id, print]) => this.#there.get(id) === print).length };
  }

  /** Makes ready for `scores`. */
  async load(): Promise<void> {
    this.#stayFor();
    if (this.#segments !== null) return;
    this.#loading ??= this.#read().finally(() => { this.#loading = null; });
    await this.#loading;
  }

  /** How well the PDFs of papers hold these words, by paper. Empty until it is loaded, which is then begun. */
  scores(words: readonly string[], prefix: boolean): ReadonlyMap<string, number> {
    if (this.#segments === null) {
      void this.load().then(this.complete, () => undefined);
      return new Map();
    }
    this.#stayFor();
    const found = new Map<string, number>();
    for (const [id, score] of textScores([...this.#segments.values()], words, prefix)) {
      const paper = this.state.attachment.get(id)?.paper;
      if (paper !== undefined && score > (found.get(paper) ?? 0)) found.set(paper, score);
    }
    return found;
  }

  /** The text of a PDF; null where there is none yet. */
  async text(id: string): Promise<KeptText | null> {
    await (this.#begun ??= this.#begin());
    const print = this.#there.get(id);
    return print === undefined ? null : this.#store.text(id, print);
  }

  close(): void {
    clearTimeout(this.#idle);
  }

  async #prepared(): Promise<Map<string, number>> {
    await (this.#begun ??= this.#begin());
    return (this.#wanted ??= await printsOf(this.state, this.disk, () => this.gate.wait()));
  }

  async #begin(): Promise<void> {
    if (this.readOnly) return;
    this.#there = await this.#store.texts();
    this.#parts = await this.#store.parts();
    for (const [id, print] of this.#there) if (!this.state.attachment.has(id) && !this.state.trash.attachment.has(id)) {
      this.#there.delete(id);
      await this.#store.forget(id, print);
    }
  }

  async #read(): Promise<void> {
    await this.#prepared();
    const segments = new Map<string, Segment>();
    for (const part of this.#parts) {
      const segment = await this.#store.segment(part);
      if (segment !== null) segments.set(part.file, hideOld(segment, this.#parts, part));
      await this.gate.wait();
    }
    if (segments.size < this.#parts.length) {
      // What was lost is indexed again.
      this.#parts = this.#parts.filter(({ file }) => segments.has(file));
      if (!this.readOnly) await this.#store.keepParts(this.#parts);
    }
    this.#segments = segments;
  }

  async #add({ part, segment }: { part: Part; segment: Segment }, wanted: ReadonlyMap<string, number>): Promise<void> {
    this.#parts = stillNeeded(this.#parts, wanted, part);
    await this.#store.keepParts(this.#parts);
    if (this.#segments === null) return;
    this.#segments.set(part.file, segment);
    const named = new Set(this.#parts.map(({ file }) => file));
    for (const [file, one] of this.#segments) {
      if (!named.has(file)) this.#segments.delete(file);
      else if (file !== part.file) hide(one, new Set(part.texts.map(([id]) => id)));
    }
    this.complete();
  }

  #stayFor(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => { this.#segments = null; }, IDLE);
    this.#idle.unref();
  }
}

/** A text that a later part has too counts only there. */
function hideOld(segment: Segment, parts: readonly Part[], part: Part): Segment {
  const later = parts.slice(parts.indexOf(part) + 1).flatMap(({ texts }) => texts.map(([id]) => id));
  hide(segment, new Set(later));
  return segment;
}

function hide(segment: Segment, ids: ReadonlySet<string>): void {
  for (const [i, id] of segment.ids.entries()) if (segment.alive[i] === 1 && ids.has(id)) { segment.alive[i] = 0; segment.live--; }
}
