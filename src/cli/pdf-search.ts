import type { PdfHit } from '../contract/pdf-texts.ts';
import { ok } from '../contract/errors.ts';
import { runPdfJob } from '../services/pdf/run-job.ts';
import { readPdfs } from '../services/pdf-text/read-library.ts';
import type { Library } from './library.ts';
import { progress } from './output.ts';
import type { ShownPaper } from './papers.ts';

/** Papers whose PDFs are looked through together. */
const TOGETHER = 50;

/** Reads the PDFs that have not been read yet, so that all of them are searched. */
export async function readAllPdfs(library: Library): Promise<void> {
  const bar = progress('Reading the PDFs');
  const { pdfs, read } = await library.call('pdf.textProgress', {});
  let done = read;
  try {
    await readPdfs({ call: async (name, input) => ok(await library.call(name, input)), run: runPdfJob, stopped: () => false, step: () => { bar.at(Math.min(++done, pdfs), pdfs); } });
  } finally {
    bar.end();
  }
}

/** Where the words stand in the PDFs of these papers, by paper. */
export async function hitsIn(library: Library, text: string, papers: readonly ShownPaper[]): Promise<Map<string, PdfHit>> {
  const hits = new Map<string, PdfHit>();
  for (let from = 0; from < papers.length; from += TOGETHER) {
    for (const hit of await library.call('pdf.hits', { text, papers: papers.slice(from, from + TOGETHER).map(({ id }) => id) })) hits.set(hit.paper, hit);
  }
  return hits;
}

/** The line under a paper that says where in its PDF. */
export const hitLine = (hit: PdfHit | undefined): string => (hit === undefined ? '' : `\n    PDF, p. ${hit.label}: ${hit.passage.text}`);

export const withHit = (paper: ShownPaper, hit: PdfHit | undefined): ShownPaper & { pdf?: Omit<PdfHit, 'paper'> } => {
  if (hit === undefined) return paper;
  const { attachment, page, label, pages, passage } = hit;
  return { ...paper, pdf: { attachment, page, label, pages, passage } };
};
