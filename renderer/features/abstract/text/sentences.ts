import type { SetText } from './read.ts';

export interface Sentence { start: number; end: number }

/** The sentences of a text in reading order, for stepping through them by key. A formula or an address is never cut. */
export function sentencesOf(read: SetText, locale = 'en'): Sentence[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const whole = read.blocks.flatMap((block) => block.segments.filter((segment) => segment.math !== null || segment.href !== null));
  const sentences: Sentence[] = [];
  for (const block of read.blocks) {
    let from = block.start;
    for (const part of segmenter.segment(read.text.slice(block.start, block.end))) {
      const end = block.start + part.index + part.segment.length;
      if (whole.some((segment) => segment.start < end && end < segment.end) || endsInAbbreviation(part.segment)) continue;
      sentences.push({ start: from, end });
      from = end;
    }
    if (from < block.end) sentences.push({ start: from, end: block.end });
  }
  return sentences.map(({ start, end }) => ({ start, end: start + read.text.slice(start, end).trimEnd().length }));
}

/** "et al.", "i.e.", "w.r.t.", "Fig." and one letter's initial do not end a sentence, though a capital may follow. */
function endsInAbbreviation(text: string): boolean {
  return /(?:\bet al|\bi\.e|\be\.g|\bcf|\bvs|\bw\.r\.t|\bresp|\bFigs?|\bEqs?|\bSec|\bNo|\bDr|\bProf|\s[A-Z])\.\s*$/.test(text);
}
