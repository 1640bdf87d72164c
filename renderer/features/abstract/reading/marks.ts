import { anchor } from '../../../../src/library/anchor.ts';
import type { Annotation } from '../../../../src/model/annotation.ts';
import type { DrawnMark } from './SetText.tsx';

/** The marks of an abstract in the order of their words, those on pages of PDFs after them by page and height, those whose words are gone last. */
export interface PlacedMarks { here: { mark: Annotation; start: number; end: number }[]; orphans: Annotation[]; inPdfs: Annotation[] }

/** Finds the words of each mark in the abstract as it is now. */
export function placeMarks(text: string, annotations: readonly Annotation[]): PlacedMarks {
  const placed: PlacedMarks = { here: [], orphans: [], inPdfs: [] };
  for (const mark of annotations) {
    if (mark.target.type !== 'abstract') {
      placed.inPdfs.push(mark);
      continue;
    }
    const place = anchor(text, mark.selector);
    if (place === null) placed.orphans.push(mark);
    else placed.here.push({ mark, start: place.start, end: place.end });
  }
  placed.inPdfs.sort((a, b) => heightOf(a) - heightOf(b));
  placed.here.sort((a, b) => a.start - b.start || b.end - a.end);
  return placed;
}

/** Pages count more than any height on a page; PDF points grow upwards. */
const heightOf = ({ target }: Annotation): number => (target.type === 'pdf' ? target.page * 100_000 - (target.quads[0]?.[1] ?? 0) : 0);

/** The marks as they are drawn, the open one set off. */
export function drawMarks(placed: PlacedMarks, open: string | null): DrawnMark[] {
  return placed.here.map(({ mark, start, end }) => ({ id: mark.id, start, end, look: `mark-${mark.kind === 'underline' ? 'line' : 'fill'} mark-${mark.colour}${mark.comment === '' ? '' : ' mark-said'}${mark.id === open ? ' mark-open' : ''}` }));
}
