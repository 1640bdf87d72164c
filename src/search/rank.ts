/** Papers that are put in order at once: a screenful or two. */
const AT_ONCE = 100;

/** Papers by their number: their ids, and their numbers in the order of these. */
export interface Numbered { ids: readonly string[]; byId: Uint32Array }

export function numberedBy(ids: readonly string[]): Numbered {
  const rising = ids.every((id, i) => i === 0 || (ids[i - 1] ?? '') < id);
  const numbers = Array.from({ length: ids.length }, (_, paper) => paper);
  return { ids, byId: Uint32Array.from(rising ? numbers : numbers.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1))) };
}

/**
 * Papers found, the best first, equals by id. The first of them are put in order at once, all of them when somebody asks for
 * more: at each letter typed fifty thousand may be found, of which a screenful is seen.
 */
export class Found {
  readonly total: number;
  readonly #keys: Uint32Array;
  readonly #papers: Uint32Array;
  readonly #top: string[];
  #all: string[] | null = null;

  /** Scores by the number of a paper; 0 is no hit. */
  constructor(scores: Float64Array, private readonly numbered: Numbered) {
    this.#papers = hits(scores, numbered.byId);
    this.#keys = keysOf(scores);
    this.total = this.#papers.length;
    this.#top = this.#inOrder(best(this.#keys, this.#papers, AT_ONCE));
  }

  /** Those from one place to before another. */
  slice(from: number, to: number): string[] {
    return (to <= this.#top.length ? this.#top : this.all()).slice(from, to);
  }

  all(): string[] {
    return (this.#all ??= this.#top.length === this.total ? this.#top : this.#inOrder(this.#papers));
  }

  /** How good they are, in their order, in steps of 1/65,536. */
  scores(): number[] {
    return Array.from(inOrder(this.#keys, this.#papers), (paper) => (0xffffffff - (this.#keys[paper] ?? 0)) / STEPS);
  }

  #inOrder(papers: Uint32Array): string[] {
    const order = inOrder(this.#keys, papers);
    const ids = new Array<string>(order.length);
    for (let i = 0; i < order.length; i++) ids[i] = this.numbered.ids[order[i] ?? 0] ?? '';
    return ids;
  }
}

const STEPS = 2 ** 16;
const HALF = 2 ** 16;

/** At least so many of the best papers, where there are so many: all whose keys begin as the last one's of these does. */
function best(keys: Uint32Array, papers: Uint32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(HALF);
  for (let i = 0; i < papers.length; i++) {
    const bits = (keys[papers[i] ?? 0] ?? 0) >>> 16;
    sizes[bits] = (sizes[bits] ?? 0) + 1;
  }
  let last = 0;
  for (let sum = sizes[0] ?? 0; sum < count && last < HALF - 1;) sum += sizes[++last] ?? 0;
  const found = new Uint32Array(papers.length);
  let length = 0;
  for (let i = 0; i < papers.length; i++) {
    const paper = papers[i] ?? 0;
    if ((keys[paper] ?? 0) >>> 16 <= last) found[length++] = paper;
  }
  return found.subarray(0, length);
}

/** Papers by their keys, equals in the order in which they come. Sorts by counting: fifty thousand in about two milliseconds. */
const inOrder = (keys: Uint32Array, papers: Uint32Array): Uint32Array => sortedBy(keys, sortedBy(keys, papers, 0), 16);

/** The papers that scored, by id. */
function hits(scores: Float64Array, byId: Uint32Array): Uint32Array {
  const found = new Uint32Array(scores.length);
  let count = 0;
  for (let i = 0; i < byId.length; i++) {
    const paper = byId[i] ?? 0;
    if (scores[paper] !== 0) found[count++] = paper;
  }
  return found.subarray(0, count);
}

/** Scores as whole numbers, the best the smallest. */
function keysOf(scores: Float64Array): Uint32Array {
  const keys = new Uint32Array(scores.length);
  for (let paper = 0; paper < scores.length; paper++) keys[paper] = 0xffffffff - Math.min(0xffffffff, Math.round((scores[paper] ?? 0) * STEPS));
  return keys;
}

/** Papers by sixteen bits of their keys, those with the same bits in the order in which they came. */
function sortedBy(keys: Uint32Array, papers: Uint32Array, shift: number): Uint32Array {
  const next = new Uint32Array(HALF + 1);
  for (let i = 0; i < papers.length; i++) {
    const at = (((keys[papers[i] ?? 0] ?? 0) >>> shift) & 0xffff) + 1;
    next[at] = (next[at] ?? 0) + 1;
  }
  for (let i = 1; i < HALF; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = new Uint32Array(papers.length);
  for (let i = 0; i < papers.length; i++) {
    const paper = papers[i] ?? 0;
    const bits = ((keys[paper] ?? 0) >>> shift) & 0xffff;
    const at = next[bits] ?? 0;
    sorted[at] = paper;
    next[bits] = at + 1;
  }
  return sorted;
}
