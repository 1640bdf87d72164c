import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { annotationDict, sameAnnotation } from './annotation-dict.ts';
import { printOf, type FileMark } from './marks.ts';
import { hasSoundTable } from './sound-table.ts';

export interface Written { bytes: Uint8Array; added: number; updated: number; unchanged: number }

/**
 * A PDF with marks in it as annotations that other readers show (ISO 32000-1, 12.5). What the file held stays byte for byte: the marks follow
 * after it as an incremental update (a file with a broken table of places is written anew instead). A mark that is there already, by its name, is brought up to date and not doubled.
 * Errors: `not-a-pdf` for a file that cannot be read, `unsupported` for one that is encrypted.
 */
export async function writeMarks(bytes: Uint8Array, marks: readonly FileMark[], author: string): Promise<Result<Written>> {
  const opened = await openForWriting(bytes);
  if (!opened.ok) return opened;
  const document = opened.value;
  const pages = document.getPages();
  const beyond = marks.find(({ page }) => page > pages.length);
  if (beyond) return fail('conflict', `A mark is on page ${beyond.page}, but the file has ${pages.length} pages: it is another file than the one that was marked.`, { details: { reason: 'other-pages', page: beyond.page, pages: pages.length } });
  const written = { added: 0, updated: 0, unchanged: 0 };
  for (const [index, page] of pages.entries()) {
    const here = marks.filter((mark) => mark.page === index + 1);
    if (here.length > 0) writePage(document, page, here, author, written);
  }
  if (written.added + written.updated === 0) return ok({ bytes, ...written });
  // Where readers have to mend the file's table, an update resting on it would hide the file from them: such a file is written anew, whole.
  const made = hasSoundTable(bytes) ? await document.commit() : await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return ok({ bytes: made, ...written });
}

async function openForWriting(bytes: Uint8Array): Promise<Result<PDFDocument>> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true, ignoreEncryption: true });
    if (document.isEncrypted) return fail('unsupported', 'This PDF is protected, and its protection would be lost: it is not written into. A sidecar file holds its marks.', { details: { reason: 'protected' } });
    return document.getPageCount() > 0 ? ok(document) : fail('not-a-pdf', 'This PDF has no pages.', { details: { reason: 'no-pages' } });
  } catch (error) {
    const trouble = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return fail('not-a-pdf', `This PDF is damaged and is not written into (${trouble}).`, { details: { reason: 'damaged', error: trouble } });
  }
}

interface Present { ref: PDFRef; dict: PDFDict }

function writePage(document: PDFDocument, page: PDFPage, marks: readonly FileMark[], author: string, written: Omit<Written, 'bytes'>): void {
  const present = annotationsOf(document, page, marks[0]?.page ?? 0);
  for (const mark of marks) {
    const there = present.get(mark.name) ?? (mark.origin === undefined ? undefined : present.get(mark.origin));
    const wanted = annotationDict(document, page, mark, author, there?.dict);
    if (there === undefined) {
      append(document, page, document.context.register(wanted));
      written.added++;
    } else if (sameAnnotation(there.dict, wanted)) written.unchanged++;
    else {
      document.context.assign(there.ref, wanted);
      document.context.snapshot?.markRefForSave(there.ref);
      written.updated++;
    }
  }
}

/** The annotations of a page that can be changed in their place, by name; nameless ones by their print. */
function annotationsOf(document: PDFDocument, page: PDFPage, number: number): Map<string, Present> {
  const found = new Map<string, Present>();
  for (const ref of page.node.Annots()?.asArray() ?? []) {
    const dict = ref instanceof PDFRef ? document.context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict)) continue;
    const name = dict.lookup(PDFName.of('NM'));
    if (name instanceof PDFString || name instanceof PDFHexString) found.set(name.decodeText(), { ref, dict });
    found.set(printOfDict(dict, number), { ref, dict });
  }
  return found;
}

export function printOfDict(dict: PDFDict, page: number): string {
  const rect = dict.lookup(PDFName.of('Rect'));
  const subtype = dict.lookup(PDFName.of('Subtype'));
  return printOf(page, subtype instanceof PDFName ? subtype.decodeText() : '', rect instanceof PDFArray ? rect.asArray().map((one) => Number(one.toString())) : []);
}

/** Adds to the page's list, wherever it lies, and sees that its holder is written again. */
function append(document: PDFDocument, page: PDFPage, annotation: PDFRef): void {
  const { context } = document;
  const name = PDFName.of('Annots');
  const held = page.node.get(name);
  const list = page.node.Annots();
  if (list === undefined) page.node.set(name, context.obj([annotation]));
  else list.push(annotation);
  context.snapshot?.markRefForSave(held instanceof PDFRef && list !== undefined ? held : page.ref);
}
