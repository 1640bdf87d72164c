import { getDocument, GlobalWorkerOptions, PasswordResponses } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url&no-inline';
import { AssetFactory } from './assets.ts';
import { FileEmpty, FileMissing, sourceOf } from './ranges.ts';

GlobalWorkerOptions.workerSrc = worker;

/** Why a file cannot be shown, as the message catalogue names it. */
export type PdfTrouble = 'missing' | 'locked' | 'damaged' | 'failed';

/** Opens a file in pdf.js's worker with everything that runs code switched off. A locked one asks for its password, again while it is wrong. `close` stops whatever is under way. */
export function openPdf(url: string, askPassword: (give: (password: string) => void, wrong: boolean) => void): { document: Promise<PDFDocumentProxy>; close: () => void } {
  const stop = new AbortController();
  let end = (): void => { stop.abort(); };
  const open = async (): Promise<PDFDocumentProxy> => {
    let breakOff: (error: unknown) => void = () => undefined;
    const broken = new Promise<never>((_resolve, reject) => { breakOff = reject; });
    const source = await sourceOf(url, stop, breakOff);
    const task = getDocument({
      ...source, BinaryDataFactory: AssetFactory, useWorkerFetch: false, cMapUrl: 'cmaps/', cMapPacked: true, standardFontDataUrl: 'fonts/', wasmUrl: 'wasm/', useSystemFonts: false,
      isEvalSupported: false, enableXfa: false, stopAtErrors: false, disableAutoFetch: true, disableStream: true, maxImageSize: 100_000_000, verbosity: 0,
    });
    task.onPassword = (give: (password: string) => void, reason: number) => { askPassword(give, reason === PasswordResponses.INCORRECT_PASSWORD); };
    end = () => { stop.abort(); void task.destroy(); };
    if (stop.signal.aborted) end();
    return Promise.race([task.promise, broken]);
  };
  return { document: open(), close: () => { end(); } };
}

/** The trouble an exception of `openPdf` stands for. */
export function troubleOf(error: unknown): PdfTrouble {
  if (error instanceof FileMissing) return 'missing';
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'locked';
  return error instanceof FileEmpty || name === 'InvalidPDFException' || name === 'FormatError' ? 'damaged' : 'failed';
}
