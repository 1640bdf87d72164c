import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The file is not where the library keeps it. */
export class FileMissing extends Error {}
/** Not even its first byte is there. */
export class FileEmpty extends Error {}

const UNSATISFIABLE = 416;

/** What is fetched at once: most papers are smaller, and come whole. */
const FIRST = 4_194_304;

interface Part { bytes: Uint8Array; total: number; whole: boolean }

async function fetchPart(url: string, begin: number, end: number, signal: AbortSignal): Promise<Part> {
  const answer = await fetch(url, { headers: { Range: `bytes=${String(begin)}-${String(end - 1)}` }, signal });
  if (answer.status === UNSATISFIABLE) throw new FileEmpty();
  if (!answer.ok) throw new FileMissing(String(answer.status));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const total = Number(/\/(\d+)$/.exec(answer.headers.get('Content-Range') ?? '')?.[1] ?? bytes.length);
  return { bytes, total, whole: answer.status !== 206 || bytes.length >= total };
}

/** Feeds pdf.js a file of our own scheme by byte ranges: pdf.js itself asks for ranges over http only. */
class FileRanges extends PDFDataRangeTransport {
  readonly #url: string;
  readonly #stop: AbortController;
  readonly #onError: (error: unknown) => void;
  constructor(url: string, first: Part, stop: AbortController, onError: (error: unknown) => void) {
    super(first.total, first.bytes, false);
    this.#url = url;
    this.#stop = stop;
    this.#onError = onError;
  }
  override requestDataRange(begin: number, end: number): void {
    fetchPart(this.#url, begin, end, this.#stop.signal).then((part) => { this.onDataRange(begin, part.bytes); }, this.#onError);
  }
  override abort(): void {
    this.#stop.abort();
  }
}

/** The source of a document for pdf.js: the bytes of a small file, ranges of a large one. Throws FileMissing, FileEmpty. */
export async function sourceOf(url: string, stop: AbortController, onError: (error: unknown) => void): Promise<{ data: Uint8Array } | { range: PDFDataRangeTransport }> {
  const first = await fetchPart(url, 0, FIRST, stop.signal);
  return first.whole ? { data: first.bytes } : { range: new FileRanges(url, first, stop, onError) };
}
