import { readFile } from 'node:fs/promises';
import { getDocument, InvalidPDFException, PasswordResponses, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts';
import { readAsset } from './asset-files.ts';
import type { PdfFacts, PdfPage, PdfTrouble, Said } from './said.ts';

export interface Wanted { file: string; password?: string | undefined; first: number; last: number; assets: readonly string[] }

/** The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H). */
const HEADER_WITHIN = 1024;
const LONGEST_TEXT = 4_000_000;

/** Reads a PDF page by page: first what it is, then each page, then the end; or what the trouble is. */
export async function* extract(wanted: Wanted): AsyncGenerator<Said> {
  const bytes = await readFile(wanted.file).catch(() => null);
  if (bytes === null) return yield trouble('no-file', 'The file cannot be read.');
  if (!bytes.subarray(0, HEADER_WITHIN).includes('%PDF-')) return yield trouble('not-a-pdf', 'This is no PDF: its header is missing.');
  const task = opening(bytes, wanted);
  try {
    const document = await task.promise;
    yield { is: 'opened', facts: await factsOf(document) };
    for (let page = Math.max(1, wanted.first); page <= Math.min(wanted.last, document.numPages); page++) yield { is: 'page', page: await pageOf(document, page) };
    yield { is: 'end' };
  } catch (error) {
    yield troubleOf(error);
  } finally {
    await task.destroy();
  }
}

/** Begins to open a PDF with all that runs or draws switched off. */
export const opening = (bytes: Uint8Array, { password, assets }: Pick<Wanted, 'password' | 'assets'>): PDFDocumentLoadingTask => getDocument({
  data: new Uint8Array(bytes), ...(password === undefined ? {} : { password }), BinaryDataFactory: assetsFrom(assets), useWorkerFetch: false,
  isEvalSupported: false, enableXfa: false, disableFontFace: true, useSystemFonts: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, verbosity: VerbosityLevel.ERRORS,
});

/** How pdf.js asks for its data files. */
function assetsFrom(folders: readonly string[]): new () => { fetch(asked: { filename: string }): Promise<Uint8Array> } {
  return class {
    fetch({ filename }: { filename: string }): Promise<Uint8Array> { return Promise.resolve(readAsset(folders, filename)); }
  };
}

async function factsOf(document: PDFDocumentProxy): Promise<PdfFacts> {
  const labels = await document.getPageLabels().catch(() => null);
  const outline = await document.getOutline().catch(() => null);
  const info: unknown = await document.getMetadata().then(({ info: found }) => found, () => null);
  const title = typeof info === 'object' && info !== null && 'Title' in info && typeof info.Title === 'string' ? info.Title : '';
  return { pages: document.numPages, labels, outline: entriesOf(outline ?? []), title };
}

const entriesOf = (items: readonly { items?: unknown }[]): number => items.reduce((sum, { items: below }) => sum + 1 + (Array.isArray(below) ? entriesOf(below) : 0), 0);

/** A page that cannot be read does not keep the others back. */
async function pageOf(document: PDFDocumentProxy, page: number): Promise<PdfPage> {
  try {
    const proxy = await document.getPage(page);
    const [text, annotations] = [await textOf(proxy), await annotationsOf(proxy)];
    proxy.cleanup();
    return { page, text, annotations };
  } catch (error) {
    return { page, text: '', annotations: {}, error: error instanceof Error ? error.message : String(error) };
  }
}

/** As pdf.js's text layer holds it, with a line break for each of its breaks. */
async function textOf(page: PDFPageProxy): Promise<string> {
  return (await piecesOf(page)).map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('').slice(0, LONGEST_TEXT);
}

/** The pieces of a page's text as they are laid in the text layer, with their places. */
export async function piecesOf(page: PDFPageProxy): Promise<TextItem[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  return items.filter((item) => 'str' in item);
}

async function annotationsOf(page: PDFPageProxy): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of await page.getAnnotations()) {
    const subtype: unknown = 'subtype' in one ? one.subtype : undefined;
    if (typeof subtype === 'string') counts[subtype] = (counts[subtype] ?? 0) + 1;
  }
  return counts;
}

const trouble = (kind: PdfTrouble, message: string): Said & { is: 'trouble' } => ({ is: 'trouble', trouble: kind, message });

/** What an exception of pdf.js stands for. */
export function troubleOf(error: unknown): Said & { is: 'trouble' } {
  if (error instanceof Error && error.name === 'PasswordException') return 'code' in error && error.code === PasswordResponses.INCORRECT_PASSWORD ? trouble('password-wrong', 'The password is not the right one.') : trouble('password-needed', 'A password is needed.');
  if (error instanceof InvalidPDFException) return trouble('damaged', `The PDF is damaged: ${error.message}`);
  return trouble('damaged', `The PDF cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
