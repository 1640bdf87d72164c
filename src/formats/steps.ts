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
  const pieces = [];
  for (const [index, paper] of papers.entries()) {
    pieces.push(piece(paper, index));
    if (index % STEP === STEP - 1) yield index / papers.length;
  }
  return { text: `${around.before ?? ''}${pieces.join(around.between)}${around.after ?? ''}`, problems: [] };
}

/** What steps give in the end. */
export function finished<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The doors of a format that is a list in JSON, indented by two. */
export const jsonList = (one: (paper: Outgoing) => unknown): Required<Pick<Format, 'write' | 'writeSteps'>> => inSteps((papers) => pieceByPiece(papers, (paper) => indented(JSON.stringify(one(paper), null, 2)), papers.length === 0 ? { before: '[', between: '', after: ']\n' } : { before: '[\n', between: ',\n', after: '\n]\n' }));

/** Lines set in by two blanks; empty lines stay empty. */
export const indented = (text: string): string => text.replace(/(^|\n)(?=[^\n])/g, '$1  ');
