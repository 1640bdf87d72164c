import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { boundsOf, type Box } from '../../library/quads.ts';
import { appearance, FONT_SIZE } from './appearance.ts';
import { RGB, type FileMark } from './marks.ts';

const PRINTED = 4;
const SUBTYPES: Readonly<Record<FileMark['kind'], string>> = { highlight: 'Highlight', underline: 'Underline', strikeout: 'StrikeOut', note: 'Text', text: 'FreeText', area: 'Square' };
/** What a change of ours may alter, and so what decides whether there was one. */
const OURS = ['Subtype', 'QuadPoints', 'Rect', 'C', 'Contents', 'M', 'NM', 'DA', 'SheafWords'];

/** The annotation dictionary of a mark, with an appearance of its own. What another program had put into the one it replaces is kept. */
export function annotationDict(document: PDFDocument, page: PDFPage, mark: FileMark, author: string, before?: PDFDict): PDFDict {
  const { context } = document;
  const box = boundsOf(mark.quads);
  const dict = context.obj({});
  for (const [key, value] of before?.entries() ?? []) if (!['AP', 'RC', 'Popup'].includes(key.decodeText())) dict.set(key, value);
  const set = (key: string, value: Parameters<PDFDict['set']>[1]): void => { dict.set(PDFName.of(key), value); };
  const [red, green, blue] = RGB[mark.colour];
  set('Type', PDFName.of('Annot'));
  set('Subtype', PDFName.of(SUBTYPES[mark.kind]));
  set('P', page.ref);
  set('Rect', context.obj([...rectOf(box)]));
  set('C', mark.kind === 'text' ? context.obj([]) : context.obj([red, green, blue]));
  set('NM', PDFString.of(mark.name));
  set('M', PDFString.fromDate(new Date(mark.changed)));
  set('Contents', PDFHexString.fromText(mark.comment));
  if (before === undefined) {
    set('F', context.obj(PRINTED));
    set('T', PDFHexString.fromText(author));
    set('CreationDate', PDFString.fromDate(new Date(mark.added)));
  }
  // A key of our own, which other readers pass over: the words as they were marked, so that they are known exactly when the file comes back.
  if (mark.words !== '') set('SheafWords', PDFHexString.fromText(mark.words));
  if (['highlight', 'underline', 'strikeout'].includes(mark.kind)) set('QuadPoints', context.obj(mark.quads.flat()));
  if (mark.kind === 'note') set('Name', PDFName.of('Comment'));
  if (mark.kind === 'area') set('BS', context.obj({ W: 1.5, S: 'S' }));
  if (mark.kind === 'text') set('DA', PDFString.of(`0.1 0.1 0.1 rg /Helv ${FONT_SIZE} Tf`));
  const looks = appearance(document, mark, box, ((page.getRotation().angle % 360) + 360) % 360);
  if (looks !== null) set('AP', context.obj({ N: looks }));
  return dict;
}

const rectOf = ({ left, bottom, right, top }: Box): number[] => [left, bottom, right, top].map((value) => Math.round(value * 100) / 100);

/** Whether two dictionaries say the same, their appearance aside. */
export const sameAnnotation = (one: PDFDict, other: PDFDict): boolean => OURS.every((key) => meant(one, key) === meant(other, key));

/** Strings by what they say: a file may write one in several ways. */
function meant(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : value?.toString() ?? '';
}
