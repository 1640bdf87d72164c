import '../../../../src/services/pdf-text/no-canvas.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { describe, expect, it } from 'vitest';
import type { TakenMark } from '../../../../src/library/commands/annotation-take.ts';
import { assetFolders } from '../../../../src/services/pdf-text/asset-files.ts';
import { nameOf, type FileMark } from '../../../../src/services/pdf/marks.ts';
import { readMarks } from '../../../../src/services/pdf/read-marks.ts';
import { writeMarks } from '../../../../src/services/pdf/write-marks.ts';

Object.assign(globalThis, { pdfjsWorker: pdfWorker });
const ROOT = join(import.meta.dirname, '../../../..');
const read = async (bytes: Uint8Array) => {
  const answer = await readMarks(bytes, assetFolders(join(ROOT, 'dist')));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};
const ID = '01J0000000000000000000000A';

interface Laid { bytes: Uint8Array; quads: (from: number, to: number) => number[][] }
/** A page that says `words`, and where they stand: a quad for each line of a stretch of them. */
async function laid(words: readonly string[], font: StandardFonts, size: number): Promise<Laid> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 700]);
  const face = await document.embedFont(font);
  const at: { x: number; y: number; width: number }[] = [];
  let [x, y] = [40, 640];
  for (const word of words) {
    // Letter by letter, as the measure of a whole word counts pairs that are not drawn closer.
    const width = [...word].reduce((sum, letter) => sum + face.widthOfTextAtSize(letter, size), 0);
    if (x > 40 && x + width > 360) [x, y] = [40, y - 1.5 * size];
    page.drawText(word, { x, y, size, font: face });
    at.push({ x, y, width });
    x += width + face.widthOfTextAtSize(' ', size);
  }
  const quads = (from: number, to: number): number[][] => [...new Set(at.slice(from, to).map((one) => one.y))].map((row) => {
    const here = at.slice(from, to).filter((one) => one.y === row);
    const [left, right] = [Math.min(...here.map((one) => one.x)), Math.max(...here.map((one) => one.x + one.width))];
    return [left, row + 0.75 * size, right, row + 0.75 * size, left, row - 0.22 * size, right, row - 0.22 * size];
  });
  return { bytes: await document.save(), quads };
}

const stretch = fc.record({
  words: fc.array(fc.stringMatching(/^[a-zA-Z]{1,12}[,.;]?$/), { minLength: 3, maxLength: 60 }), font: fc.constantFrom(StandardFonts.Helvetica, StandardFonts.TimesRoman, StandardFonts.Courier), size: fc.integer({ min: 8, max: 16 }),
  from: fc.nat(), length: fc.nat(), kind: fc.constantFrom('highlight' as const, 'underline' as const, 'strikeout' as const),
});
const onPage = ({ words, from, length }: { words: string[]; from: number; length: number }): [number, number] => { const start = from % words.length; return [start, start + 1 + (length % (words.length - start))]; };
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const withoutKey = (bytes: Uint8Array): Uint8Array => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('/SheafWords', '/OtherWords'), 'latin1');

describe('a mark made, written into the PDF and read again', () => {
  it('covers the same words, in its place, colour, kind and comment', async () => {
    await fc.assert(fc.asyncProperty(stretch, async (one) => {
      const { bytes, quads } = await laid(one.words, one.font, one.size);
      const [from, to] = onPage(one);
      const words = one.words.slice(from, to).join(' ');
      const mark: FileMark = { name: nameOf(ID), page: 1, quads: quads(from, to), kind: one.kind, colour: 'blue', comment: 'Größe', words, added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z' };
      const written = await writeMarks(bytes, [mark], 'Ada');
      if (!written.ok) throw new Error(written.error.message);
      const [back] = (await read(written.value.bytes)).marks;
      expect(back).toMatchObject({ page: 1, kind: one.kind, colour: 'blue', comment: 'Größe', origin: nameOf(ID) });
      expect(flat(back?.selector.exact ?? '')).toBe(words);
      back?.quads.flat().forEach((value, at) => { expect(value).toBeCloseTo(mark.quads.flat()[at] ?? 0, 1); });
    }), { numRuns: 40 });
  });

  it('covers them also where another reader made it, which says nothing of the words', async () => {
    await fc.assert(fc.asyncProperty(stretch, async (one) => {
      const { bytes, quads } = await laid(one.words, one.font, one.size);
      const [from, to] = onPage(one);
      const mark: FileMark = { name: 'other-1', page: 1, quads: quads(from, to), kind: one.kind, colour: 'blue', comment: '', words: '', added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z' };
      const written = await writeMarks(bytes, [mark], 'Ada');
      if (!written.ok) throw new Error(written.error.message);
      expect(flat((await read(withoutKey(written.value.bytes))).marks[0]?.selector.exact ?? '')).toBe(one.words.slice(from, to).join(' '));
    }), { numRuns: 40 });
  });
});

it.each([90, 180, 270])('a mark of another program on words that run at %i degrees has its corners in the order of reading', async (turn) => {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 400]);
  page.drawText('The lantern was lit', { x: 200, y: 200, size: 12, rotate: degrees(turn), font: await document.embedFont(StandardFonts.Helvetica) });
  // pdf.js gives the corners of every quad by their places on the unturned page, however they were written.
  const [left, bottom, right, top] = turn === 90 ? [190, 198, 204, 310] : turn === 180 ? [90, 190, 202, 204] : [196, 90, 210, 202];
  const mark: FileMark = { name: 'other-1', page: 1, quads: [[left, top, right, top, left, bottom, right, bottom]], kind: 'underline', colour: 'blue', comment: '', words: '', added: '2026-01-01T00:00:00.000Z', changed: '2026-01-01T00:00:00.000Z' };
  const written = await writeMarks(await document.save(), [mark], 'Ada');
  if (!written.ok) throw new Error(written.error.message);
  const [back] = (await read(written.value.bytes)).marks;
  expect(flat(back?.selector.exact ?? '')).toBe('The lantern was lit');
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = back?.quads[0] ?? [];
  const angle = (x: number, y: number): number => (Math.round(Math.atan2(y, x) * 180 / Math.PI) + 360) % 360;
  expect([angle(x2 - x1, y2 - y1), angle(x3 - x1, y3 - y1)]).toEqual([turn, (turn + 270) % 360]);
});

const SHARED = join(ROOT, '../shared/conformance/pdf/pdfjs/annotations');
const there = existsSync(SHARED);
if (!there) console.log('The shared PDFs are not here: the annotations of other programs are left out.');

describe.skipIf(!there)('annotations of other programs', () => {
  const marksOf = async (name: string): Promise<TakenMark[]> => (await read(readFileSync(join(SHARED, name)))).marks;
  it.each([
    ['highlights.pdf', 'highlight', 'Trace-based Just-in-Time'],
    ['annotation-highlight.pdf', 'highlight', 'Lorem ipsum dolor sit amet'],
    ['annotation-strikeout-without-appearance.pdf', 'strikeout', 'Lorem ipsum dolor sit amet'],
  ])('%s: the words are told', async (name, kind, words) => {
    const marks = await marksOf(name);
    expect(marks[0]?.kind).toBe(kind);
    expect(marks.map(({ selector }) => flat(selector.exact)).join(' ')).toMatch(new RegExp(words, 'i'));
  });

  it('are each told from the others', async () => {
    const origins = (await marksOf('highlights.pdf')).map(({ origin }) => origin);
    expect(new Set(origins).size).toBe(origins.length);
    expect(origins.length).toBeGreaterThan(3);
  });

  it('come as notes, boxes and texts with what they say', async () => {
    expect(await marksOf('annotation-text-without-popup.pdf')).toMatchObject([{ kind: 'note' }]);
    expect((await marksOf('annotation-square-circle.pdf')).every(({ kind }) => kind === 'area')).toBe(true);
    expect((await marksOf('annotation-freetext.pdf'))[0]).toMatchObject({ kind: 'text' });
  });
});
