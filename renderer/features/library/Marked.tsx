import type { Passage } from '../../../src/contract/passage.ts';

/** A passage with the words that were looked for marked. */
export function Marked({ passage }: { passage: Passage }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of passage.marks) {
    parts.push(passage.text.slice(at, from), <mark key={from}>{passage.text.slice(from, to)}</mark>);
    at = to;
  }
  return <>{parts}{passage.text.slice(at)}</>;
}
