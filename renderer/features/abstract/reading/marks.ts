import { anchor } from '../../../../src/library/anchor.ts';
import type { Annotation } from '../../../../src/model/annotation.ts';
import type { DrawnMark } from './SetText.tsx';

/** The marks of an abstract in the order of their words, those whose words are gone last. */
export interface PlacedMarks { here: { mark: Annotation; start: number; end: number }[]; orphans: Annotation[]; elsewhere: number }

/** Finds the words of each mark in the abstract as it is now. */
export function placeMarks(text: string, annotations: readonly Annotation[]): PlacedMarks {
  const placed: PlacedMarks = { here: [], orphans: [], elsewhere: 0 };
  for (const mark of annotations) {
    if (mark.target.type !== 'abstract') {
      placed.elsewhere++;
      continue;
    }
    const place = anchor(text, mark.selector);
    if (place === null) placed.orphans.push(mark);
    else placed.here.push({ mark, start: place.start, end: place.end });
  }
  placed.here.sort((a, b) => a.start - b.start || b.end - a.end);
  return placed;
}

/** The marks as they are drawn, the open one set off. */
export function drawMarks(placed: PlacedMarks, open: string | null): DrawnMark[] {
  return placed.here.map(({ mark, start, end }) => ({ id: mark.id, start, end, look: `mark-${mark.kind === 'underline' ? 'line' : 'fill'} mark-${mark.colour}${mark.comment === '' ? '' : ' mark-said'}${mark.id === open ? ' mark-open' : ''}` }));
}
