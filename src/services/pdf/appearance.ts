import { PDFName, StandardFonts } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFFont, PDFRef } from '@cantoo/pdf-lib';
import type { Box } from '../../library/quads.ts';
import { RGB, type FileMark } from './marks.ts';

/** The size of the words in a text box, in points. */
export const FONT_SIZE = 11;
const LEADING = 1.25;
const INSET = 3;

/**
 * How a mark looks, as a form (ISO 32000-1, 8.10); null where a reader must draw it itself, as for letters that the standard fonts lack.
 * `turn`: by how much its page is turned as it is shown, clockwise in degrees; words and signs stand upright there.
 */
export function appearance(document: PDFDocument, mark: FileMark, place: Box, turn: number): PDFRef | null {
  const upright = mark.kind === 'text' || mark.kind === 'note';
  const box = upright ? uprightBox(place, turn) : place;
  const font = mark.kind === 'text' ? document.embedStandardFont(StandardFonts.Helvetica) : null;
  const drawn = font !== null ? textLines(mark, box, font) : (upright ? [[]] : mark.quads).map((quad) => stroke(mark.kind, quad, box)).join('\n');
  if (drawn === null) return null;
  const { context } = document;
  const colour = RGB[mark.colour].join(' ');
  const multiply = context.obj({ Type: 'ExtGState', BM: mark.kind === 'highlight' ? 'Multiply' : 'Normal', ca: 1, CA: 1 });
  const stream = context.stream(`q /G0 gs ${colour} rg ${colour} RG 1.5 w\n${drawn}\nQ`, {
    Type: 'XObject', Subtype: 'Form', BBox: [box.left, box.bottom, box.right, box.top], ...(upright && turn !== 0 ? { Matrix: TURNED[turn] } : {}),
    Resources: { ExtGState: { G0: multiply }, ...(font !== null ? { Font: { Helv: font.ref } } : {}) },
  });
  // The look of a highlight multiplies with the page under it, which needs a group of its own.
  if (mark.kind === 'highlight') stream.dict.set(PDFName.of('Group'), context.obj({ S: 'Transparency', Type: 'Group' }));
  return context.register(stream);
}

/** What turns a form against its page; where it comes to lie follows from the annotation's box (ISO 32000-1, 12.5.5). */
const TURNED: Readonly<Record<number, number[]>> = { 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] };

function uprightBox({ left, bottom, right, top }: Box, turn: number): Box {
  const [width, height] = turn % 180 === 0 ? [right - left, top - bottom] : [top - bottom, right - left];
  return { left: 0, bottom: 0, right: width, top: height };
}

const at = (...numbers: number[]): string => numbers.map((number) => number.toFixed(2)).join(' ');

function stroke(kind: FileMark['kind'], quad: readonly number[], box: Box): string {
  const [ulx = 0, uly = 0, urx = 0, ury = 0, llx = 0, lly = 0, lrx = 0, lry = 0] = quad;
  if (kind === 'highlight') return `${at(ulx, uly)} m ${at(urx, ury)} l ${at(lrx, lry)} l ${at(llx, lly)} l h f`;
  if (kind === 'underline') return `${at(llx, lly + 0.75)} m ${at(lrx, lry + 0.75)} l S`;
  if (kind === 'strikeout') return `${at((ulx + llx) / 2, (uly + lly) / 2)} m ${at((urx + lrx) / 2, (ury + lry) / 2)} l S`;
  if (kind === 'area') return `${at(box.left + 0.75, box.bottom + 0.75, box.right - box.left - 1.5, box.top - box.bottom - 1.5)} re S`;
  return bubble(box);
}

/** The sign of a note: a speech bubble with two lines. */
function bubble({ left, bottom, right, top }: Box): string {
  const [width, height] = [right - left, top - bottom];
  const x = (share: number): number => left + share * width;
  const y = (share: number): number => bottom + share * height;
  return [
    `${at(x(0.05), y(0.95))} m ${at(x(0.95), y(0.95))} l ${at(x(0.95), y(0.3))} l ${at(x(0.45), y(0.3))} l ${at(x(0.2), y(0.05))} l ${at(x(0.2), y(0.3))} l ${at(x(0.05), y(0.3))} l h f`,
    `1 1 1 RG 1 w ${at(x(0.2), y(0.75))} m ${at(x(0.8), y(0.75))} l ${at(x(0.2), y(0.52))} m ${at(x(0.65), y(0.52))} l S`,
  ].join('\n');
}

/** A text box's comment, broken to its width. */
function textLines(mark: FileMark, box: Box, font: PDFFont): string | null {
  try {
    const lines = mark.comment.split('\n').flatMap((line) => broken(line, box.right - box.left - 2 * INSET, (text) => font.widthOfTextAtSize(text, FONT_SIZE)));
    const shown = lines.map((line) => `${font.encodeText(line).toString()} Tj 0 ${(-FONT_SIZE * LEADING).toFixed(2)} Td`);
    return `BT /Helv ${FONT_SIZE} Tf 0.1 0.1 0.1 rg ${at(box.left + INSET, box.top - INSET - FONT_SIZE)} Td\n${shown.join('\n')}\nET`;
  } catch {
    return null;
  }
}

function broken(line: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let now = '';
  for (const word of line.split(' ')) {
    const longer = now === '' ? word : `${now} ${word}`;
    if (now !== '' && widthOf(longer) > width) { lines.push(now); now = word; } else now = longer;
  }
  return [...lines, now];
}
