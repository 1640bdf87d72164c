import { useEffect } from 'react';
import type { PdfHit } from '../../../src/contract/pdf-texts.ts';
import { usePdfHits } from '../../stores/pdf-hits.ts';
import { showTab, useReading } from '../../stores/reading.ts';
import { openFind, useReader } from './reader.ts';
import type { Viewer } from './viewer.ts';

/** Opens the PDF of a paper where the words of the search stand; where none do, as it was left. */
export function openAtHit(paper: string): void {
  const hit = usePdfHits.getState().hits.get(paper);
  if (hit !== undefined) useReading.setState({ file: hit.attachment, page: { attachment: hit.attachment, page: hit.page, words: wordsOf(hit) } });
  showTab('pdf');
}

/** The first of the words that were found, with those that follow it at once: what find marks on the page. */
function wordsOf({ passage: { text, marks } }: PdfHit): string {
  const [first, ...others] = marks;
  if (first === undefined) return '';
  let end = first[1];
  for (const [from, to] of others) if (text.slice(end, from).trim() === '') end = to; else break;
  return text.slice(first[0], end);
}

/** Goes to the page that was asked for when its PDF is there, and marks the words on it. */
export function useAskedPage(viewer: Viewer | null, attachment: string): void {
  const asked = useReading((state) => state.page);
  useEffect(() => {
    if (viewer === null || asked?.attachment !== attachment) return;
    const go = (): void => {
      useReading.setState({ page: null });
      viewer.goTo(asked.page);
      if (asked.words !== '') openFind(asked.words);
    };
    if (viewer.pages.pagesCount > 0 && useReader.getState().shown !== null) go();
    else viewer.bus.on('pagesloaded', go, { once: true });
    return () => { viewer.bus.off('pagesloaded', go); };
  }, [viewer, asked, attachment]);
}
