import '../../../../src/services/pdf-text/no-canvas.ts';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { degrees, PDFDocument, PDFName, PDFNumber, StandardFonts } from '@cantoo/pdf-lib';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assetFolders } from '../../../../src/services/pdf-text/asset-files.ts';
import { opening, piecesOf } from '../../../../src/services/pdf-text/extract.ts';
import { nameOf, RGB, type FileMark } from '../../../../src/services/pdf/marks.ts';
import { readMarks } from '../../../../src/services/pdf/read-marks.ts';
import { hasSoundTable } from '../../../../src/services/pdf/sound-table.ts';
import { writeMarks } from '../../../../src/services/pdf/write-marks.ts';
import { smallPdf } from '../../../helpers/small-pdf.ts';

Object.assign(globalThis, { pdfjsWorker: pdfWorker });
const ROOT = join(import.meta.dirname, '../../../..');
const ASSETS = assetFolders(join(ROOT, 'dist'));
const folder = mkdtempSync(join(tmpdir(), 'sheaf-sample-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const tools = ['pdftotext', 'mutool', 'qpdf'].every((tool) => spawnSync(tool, ['--version']).error === undefined);
if (!tools) console.log('poppler, MuPDF and qpdf are not all installed: what they would say of written PDFs is left out.');
const run = promisify(execFile);
const said = async (tool: string, ...args: string[]): Promise<string> => (await run(tool, args, { maxBuffer: 1e9 })).stdout;
/** What qpdf ends with: 0 sound, 3 mended, 2 beyond it. */
const faults = (file: string): Promise<number> => run('qpdf', ['--check', file], { maxBuffer: 1e9 }).then(() => 0, (error: unknown) => z.object({ code: z.number() }).parse(error).code);

const Seen = z.array(z.object({ page: z.number(), type: z.string(), contents: z.string(), colour: z.array(z.number()), date: z.number(), under: z.string() }));
async function seenByMupdf(file: string, pages: readonly number[]): Promise<z.infer<typeof Seen>> {
  const lines = await said('mutool', 'run', join(ROOT, 'tests/helpers/mupdf-annotations.js'), file, ...new Set(pages.map(String)));
  return Seen.parse(JSON.parse(lines.trim().split('\n').at(-1) ?? ''));
}

const KINDS = ['highlight', 'underline', 'strikeout'] as const;
const COLOURS = ['green', 'blue', 'pink'] as const;
const letters = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad\0]+/g, '');
const WHEN = { added: '2026-03-01T10:00:00.000Z', changed: '2026-03-02T11:30:00.000Z' };

/** A mark on the longest piece of text of each of the first three pages that have any; a note where there is none. Null for a file that pdf.js does not open. */
async function marksFor(bytes: Uint8Array): Promise<FileMark[] | null> {
  const task = opening(bytes, { assets: ASSETS, password: undefined });
  try {
    const document = await task.promise;
    const marks: FileMark[] = [];
    for (let page = 1; page <= document.numPages && marks.length < KINDS.length; page++) {
      const pieces = (await piecesOf(await document.getPage(page))).filter(({ str, width }) => letters(str).length > 2 && width > 0);
      const piece = pieces.reduce<typeof pieces[number] | null>((best, one) => (best === null || one.str.length > best.str.length ? one : best), null);
      if (piece !== null) marks.push({ ...WHEN, name: nameOf(`01J0000000000000000000000${String(marks.length)}`), page, quads: [quadOf(piece)], kind: KINDS[marks.length] ?? 'highlight', colour: COLOURS[marks.length] ?? 'green', comment: `Größe 灯 ${String(marks.length)}`, words: piece.str });
    }
    return marks.length > 0 ? marks : [{ ...WHEN, name: nameOf('01J00000000000000000000000'), page: 1, quads: [[60, 80, 80, 80, 60, 60, 80, 60]], kind: 'note', colour: 'green', comment: 'Größe 灯', words: '' }];
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

function quadOf({ transform, width, height }: { transform: number[]; width: number; height: number }): number[] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const at = (share: number, rise: number): number[] => [x + (a / along) * width * share + (c / up) * height * rise, y + (b / along) * width * share + (d / up) * height * rise];
  return [...at(0, 0.9), ...at(1, 0.9), ...at(0, -0.25), ...at(1, -0.25)];
}

/** Writes marks into a file twice and asks other programs what they see. */
async function proven(name: string, bytes: Uint8Array, marks: FileMark[]): Promise<void> {
  const written = await writeMarks(bytes, marks, 'Ada');
  if (!written.ok) throw new Error(written.error.message);
  const [before, after] = [join(folder, `${name}-before.pdf`), join(folder, `${name}-after.pdf`)];
  writeFileSync(before, bytes);
  writeFileSync(after, written.value.bytes);
  const check = await faults(after);
  if (check !== 0) expect(check).toBeLessThanOrEqual(await faults(before));
  const words = await said('pdftotext', '-l', '10', before, '-').catch(() => null);
  if (words !== null) expect(await said('pdftotext', '-l', '10', after, '-')).toBe(words);
  const seen = await seenByMupdf(after, marks.map(({ page }) => page));
  for (const { page, comment, colour, words, changed } of marks) {
    const shown = seen.filter(({ contents }) => contents === comment);
    expect(shown).toMatchObject([{ page }]);
    shown[0]?.colour.forEach((part, at) => { expect(part).toBeCloseTo(RGB[colour][at] ?? 0, 2); });
    expect([Date.parse(changed), Date.parse(changed) / 1000]).toContain(shown[0]?.date);
    if (!OTHER_LETTERS.has(name)) expect(letters(shown[0]?.under ?? '')).toBe(letters(words));
  }
  expect(await writeMarks(written.value.bytes, marks, 'Ada')).toMatchObject({ ok: true, value: { added: 0, updated: 0, unchanged: marks.length } });
  const back = await readMarks(written.value.bytes, ASSETS);
  const told = back.ok ? new Map(back.value.marks.map(({ origin, selector }) => [origin, letters(selector.exact)])) : null;
  expect(marks.map((mark) => told?.get(mark.name))).toEqual(marks.map((mark) => letters(mark.words)));
}

/** MuPDF reads other letters in these (fonts that name none, words one over the other), or lays them downwards, where a quad along the line has no width. */
const OTHER_LETTERS = new Set(['ThuluthFeatures', 'vertical', 'issue9418']);
/** Damaged beyond what another reader or the writer can take. */
const BEYOND = new Set(['GHOSTSCRIPT-698804-1-fuzzed', 'poppler-742-0-fuzzed', 'poppler-85140-0', 'poppler-937-0-fuzzed']);

describe.skipIf(!tools)('marks written into pages of every make', () => {
  it.each([[0, 1], [90, 1], [180, 2.5], [270, 1]])('turned by %i, cropped away from 0,0, a unit of %f/72 inch', async (turn, unit) => {
    const document = await PDFDocument.create();
    const page = document.addPage([500, 700]);
    page.drawText('The lantern was lit at dusk', { x: 120, y: 300, size: 14, font: await document.embedFont(StandardFonts.TimesRoman) });
    page.setRotation(degrees(turn));
    page.setMediaBox(-40, -30, 540, 760);
    page.setCropBox(60, 100, 400, 500);
    page.node.set(PDFName.of('UserUnit'), PDFNumber.of(unit));
    const bytes = await document.save();
    await proven(`page-${String(turn)}`, bytes, await marksFor(bytes) ?? []);
    const box: FileMark = { ...WHEN, name: nameOf('01J00000000000000000000009'), page: 1, quads: [[150, 500, 330, 500, 150, 380, 330, 380]], kind: 'text', colour: 'blue', comment: 'Uprightness', words: '' };
    const written = await writeMarks(bytes, [box], 'Ada');
    if (!written.ok) throw new Error(written.error.message);
    writeFileSync(join(folder, 'box.pdf'), written.value.bytes);
    const found = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Uprightness</.exec(await said('pdftotext', '-bbox', join(folder, 'box.pdf'), '-'));
    const [left = 0, top = 0, right = 0, bottom = 0] = (found ?? []).slice(1).map(Number);
    expect(right - left).toBeGreaterThan(3 * (bottom - top));
  });

  it('a file with a broken table of places is written anew, so that every reader finds its pages', async () => {
    const sound = smallPdf(['Harbour', 'The lantern was lit']);
    const bytes = Buffer.from(sound.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
    expect([hasSoundTable(sound), hasSoundTable(bytes)]).toEqual([true, false]);
    await proven('broken', bytes, await marksFor(bytes) ?? []);
  });

  it('a mark that was removed is not in the next copy', async () => {
    const bytes = smallPdf(['Harbour', 'The lantern was lit']);
    const [mark] = await marksFor(bytes) ?? [];
    if (mark === undefined) throw new Error('No words were found.');
    const second = { ...mark, name: nameOf('01J00000000000000000000005'), comment: 'Removed later' };
    const names = async (marks: FileMark[]): Promise<string[]> => {
      const written = await writeMarks(bytes, marks, 'Ada');
      const read = written.ok ? await readMarks(written.value.bytes, ASSETS) : written;
      return read.ok ? read.value.marks.map(({ comment }) => comment) : [];
    };
    expect(await names([mark, second])).toEqual([mark.comment, 'Removed later']);
    expect(await names([mark])).toEqual([mark.comment]);
  });
});

const SHARED = join(ROOT, '../shared/conformance/pdf');
/** Larger ones take the longest and show nothing more: SHEAF_ALL_PDFS=1 takes them too. */
const LARGE = process.env['SHEAF_ALL_PDFS'] === '1' ? Infinity : 450_000;
const files = (() => { try { return readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf') && statSync(join(SHARED, name)).size < LARGE).sort(); } catch { return []; } })();
if (files.length === 0) console.log('The shared PDFs are not here: writing into real PDFs is left out.');

describe.skipIf(files.length === 0 || !tools)('marks written into every PDF of the sample', () => {
  it.concurrent.each(files)('%s', async (file) => {
    const name = basename(file, '.pdf');
    const bytes = readFileSync(join(SHARED, file));
    const marks = await marksFor(bytes);
    const written = marks === null ? null : await writeMarks(bytes, marks, 'Ada');
    if (written?.ok === false && written.error.code === 'unsupported') expect(bytes.includes('/Encrypt')).toBe(true);
    else if (marks === null) expect(file).toMatch(/encrypted|corrupted/);
    else if (!BEYOND.has(name)) await proven(name, bytes, marks);
  });
});
