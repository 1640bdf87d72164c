import type { Format, Outgoing } from './format.ts';

/** Papers between two pauses: a few milliseconds of work. */
const STEP = 20;

type Written = { text: string; problems: string[] };
type Steps = Generator<number, Written>;

/** Both doors of writing from the one in steps: at once, by running all the steps. */
export const inSteps = (steps: (papers: Outgoing[]) => Steps): Required<Pick<Format, 'write' | 'writeSteps'>> => ({
  write: (papers) => finished(steps(papers)),
  writeSteps: (papers) => steps(papers),
});

/** Writes papers one by one, with a text before and after all and one between; yields the share that is done. */
export function* pieceByPiece(papers: readonly Outgoing[], piece: (paper: Outgoing, index: number) => string, around: { before?: string; between: string; after?: string }): Steps {
  // What is written in a step is made one text there, so that less is left to join in one go at the end.
  const written: string[] = [];
  for (let at = 0; at < papers.length; at += STEP) {
    written.push(papers.slice(at, at + STEP).map((paper, index) => piece(paper, at + index)).join(around.between));
    yield at / papers.length;
  }
  return { text: `${around.before ?? ''}${written.join(around.between)}${around.after ?? ''}`, problems: [] };
}

/** What steps give in the end. */
export function finished<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Items that are sorted, or joined, between two pauses. */
const RUN = 500;

/** Sorted as arrays are, equal ones in their order, with pauses in between: runs first, then each two of them made one. */
export function* sortedInSteps<T>(all: readonly T[], compare: (a: T, b: T) => number): Generator<number, T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < all.length; at += RUN) {
    runs.push(all.slice(at, at + RUN).sort(compare));
    yield at / all.length;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Generator<number, T[]> {
  const both: T[] = [];
  const rest = right[Symbol.iterator]();
  let other = rest.next();
  for (const one of left) {
    for (; !other.done && compare(other.value, one) < 0; other = rest.next()) if (both.push(other.value) % RUN === 0) yield 1;
    if (both.push(one) % RUN === 0) yield 1;
  }
  for (; !other.done; other = rest.next()) if (both.push(other.value) % RUN === 0) yield 1;
  return both;
}

/** The doors of a format that is a list in JSON, indented by two. */
export const jsonList = (one: (paper: Outgoing) => unknown): Required<Pick<Format, 'write' | 'writeSteps'>> => inSteps((papers) => pieceByPiece(papers, (paper) => indented(JSON.stringify(one(paper), null, 2)), papers.length === 0 ? { before: '[', between: '', after: ']\n' } : { before: '[\n', between: ',\n', after: '\n]\n' }));

/** Lines set in by two blanks; empty lines stay empty. */
export const indented = (text: string): string => text.replace(/(^|\n)(?=[^\n])/g, '$1  ');
