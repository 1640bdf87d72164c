import { create } from 'zustand';
import type { PdfHit } from '../../src/contract/pdf-texts.ts';
import type { PaperQuery } from '../../src/contract/views.ts';
import { asksPdfs, queryFor } from '../../src/search/in-pdfs.ts';
import { call } from '../client/client.ts';

/** Milliseconds that typing or scrolling must rest: the rows themselves come first. */
const REST = 120;
const MOST = 100;

interface PdfHits { of: string; hits: ReadonlyMap<string, PdfHit>; asked: ReadonlySet<string> }
const none: PdfHits = { of: '', hits: new Map(), asked: new Set() };

/** Where the words of the search stand in the PDFs of the papers in sight, by paper. */
export const usePdfHits = create<PdfHits>(() => none);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says which papers are in sight of which list; their passages follow when it has come to rest. */
export function seeHits({ text, pdfs }: Pick<PaperQuery, 'text' | 'pdfs'>, papers: readonly string[]): void {
  const of = text.trim() !== '' && asksPdfs(queryFor(text, pdfs)) ? text : '';
  clearTimeout(timer);
  if (usePdfHits.getState().of !== of) usePdfHits.setState({ ...none, of });
  const { asked } = usePdfHits.getState();
  const missing = papers.filter((id) => !asked.has(id)).slice(0, MOST);
  if (of !== '' && missing.length > 0) timer = setTimeout(() => void fetchHits(of, missing), REST);
}

/** What is read from now on may hold what was not found before. */
export const forgetHits = (): void => usePdfHits.setState((state) => ({ asked: new Set(state.hits.keys()) }));

async function fetchHits(text: string, papers: readonly string[]): Promise<void> {
  usePdfHits.setState(({ asked }) => ({ asked: new Set([...asked, ...papers]) }));
  const answer = await call('pdf.hits', { text, papers: [...papers] });
  const { of, hits } = usePdfHits.getState();
  if (!answer.ok || of !== text || answer.value.length === 0) return;
  usePdfHits.setState({ hits: new Map([...hits, ...answer.value.map((hit): [string, PdfHit] => [hit.paper, hit])]) });
}
