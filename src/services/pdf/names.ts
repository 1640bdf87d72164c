import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';

/** What an annotation in a file is called, and the words that we put with it. */
export interface Named { name: string; words: string }

/** The names of a file's annotations by their object numbers (`12 0 R`). None where it cannot be taken apart: pdf.js reads more than can be written. */
export async function namesOf(bytes: Uint8Array, password?: string): Promise<Map<string, Named>> {
  const found = new Map<string, Named>();
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, ...(password === undefined ? {} : { password }) }).catch(() => null);
  if (document === null) return found;
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(ref instanceof PDFRef) || !(object instanceof PDFDict) || !object.has(PDFName.of('NM'))) continue;
    found.set(`${ref.objectNumber}R${ref.generationNumber === 0 ? '' : ref.generationNumber}`, { name: textOf(object, 'NM'), words: textOf(object, 'SheafWords') });
  }
  return found;
}

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
