import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nameOf, type FileMark } from '../../../../src/services/pdf/marks.ts';
import { writeMarks } from '../../../../src/services/pdf/write-marks.ts';
import { longPdf } from '../../../helpers/long-pdf.ts';
import { smallPdf } from '../../../helpers/small-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'sheaf-write-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const has = (tool: string, flag: string): boolean => spawnSync(tool, [flag]).error === undefined;
const [poppler, mupdf, qpdf] = [has('pdftotext', '-v'), has('mutool', '-v'), has('qpdf', '--version')];
for (const [there, name] of [[poppler, 'poppler'], [mupdf, 'MuPDF'], [qpdf, 'qpdf']] as const) if (!there) console.log(`${name} is not installed: what it would say of written PDFs is left out.`);
const ran = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });

let files = 0;
const kept = (bytes: Uint8Array): string => {
  const path = join(folder, `${String(++files)}.pdf`);
  writeFileSync(path, bytes);
  return path;
};
const IDS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const mark = (n: number, more: Partial<FileMark> = {}): FileMark => ({
  name: nameOf(`01J00000000000000000000${IDS[n >> 5] ?? '0'}${IDS[n & 31] ?? '0'}0`.slice(0, 26)), page: 1, quads: [[72, 698, 300, 698, 72, 686, 300, 686]], kind: 'highlight', colour: 'green',
  comment: '', words: 'The lantern was lit', added: '2026-03-01T10:00:00.000Z', changed: '2026-03-02T11:30:00.000Z', ...more,
});
const KINDS = [
  mark(1, { quads: [[72, 656, 300, 656, 72, 641, 300, 641], [72, 618, 180, 618, 72, 603, 180, 603]], comment: 'Über zwei Zeilen — 灯' }),
  mark(2, { kind: 'underline', colour: 'blue' }), mark(3, { kind: 'strikeout', colour: 'pink', quads: [[72, 735, 250, 735, 72, 716, 250, 716]] }),
  mark(4, { kind: 'note', colour: 'yellow', quads: [[500, 720, 520, 720, 500, 700, 520, 700]], comment: 'A note at the margin', words: '' }),
  mark(5, { kind: 'text', colour: 'purple', quads: [[320, 600, 520, 600, 320, 540, 520, 540]], comment: 'Words that stand on the page themselves, over more than one line (with brackets)', words: '' }),
  mark(6, { kind: 'area', colour: 'green', quads: [[300, 500, 500, 500, 300, 400, 500, 400]], comment: 'The figure', words: '' }),
];
/** A text box brings words of its own, which some readers count as the page's. */
const WORDLESS = KINDS.filter(({ kind }) => kind !== 'text');
async function written(bytes: Uint8Array, marks: readonly FileMark[]): Promise<{ bytes: Uint8Array; added: number; updated: number; unchanged: number }> {
  const answer = await writeMarks(bytes, marks, 'Ada');
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

interface Shown { subtype: string; quads: number[]; colour: number[]; contents: string; author: string; name: string; date: string }
/** The annotations of a file as qpdf reads them: a reader that knows nothing of how they were written. */
function shown(bytes: Uint8Array): Shown[] {
  const json = JSON.parse(ran('qpdf', '--json=2', '--json-key=qpdf', kept(bytes))) as { qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>] };
  const text = (value: unknown): string => (typeof value === 'string' ? value.replace(/^[ub]:/, '') : '');
  return Object.values(json.qpdf[1]).flatMap(({ value }) => (value?.['/NM'] === undefined ? [] : [{
    subtype: text(value['/Subtype']), quads: (value['/QuadPoints'] ?? []) as number[], colour: (value['/C'] ?? []) as number[], contents: text(value['/Contents']), author: text(value['/T']), name: text(value['/NM']), date: text(value['/M']),
  }]));
}

describe('marks written into a PDF', () => {
  it('leave every byte of the file as it was, and come after it', async () => {
    const before = longPdf(3);
    const { bytes, added } = await written(before, KINDS);
    expect(added).toBe(6);
    expect(Buffer.from(bytes.subarray(0, before.length)).equals(before)).toBe(true);
  });

  it.skipIf(!qpdf)('stand there with kind, quads, colour, contents, author, name and date, in a file that qpdf finds sound', async () => {
    const { bytes } = await written(smallPdf(['Harbour', 'The lantern was lit']), KINDS);
    const found = shown(bytes);
    expect(found.map(({ subtype }) => subtype).sort()).toEqual(['/FreeText', '/Highlight', '/Square', '/StrikeOut', '/Text', '/Underline']);
    expect(found.find(({ subtype }) => subtype === '/Highlight')).toEqual({ subtype: '/Highlight', quads: KINDS[0]?.quads.flat(), colour: [0.56, 0.82, 0.5], contents: 'Über zwei Zeilen — 灯', author: 'Ada', name: KINDS[0]?.name, date: 'D:20260302113000Z' });
    expect(spawnSync('qpdf', ['--check', kept(bytes)]).status).toBe(0);
  });

  it.skipIf(!poppler)('change no word that poppler reads, and are painted by it', async () => {
    const before = longPdf(3);
    const { bytes } = await written(before, WORDLESS);
    expect(ran('pdftotext', '-layout', kept(bytes), '-')).toBe(ran('pdftotext', '-layout', kept(before), '-'));
    const paint = (file: Uint8Array, name: string): Buffer => { ran('pdftocairo', '-png', '-r', '40', '-f', '1', '-l', '1', '-singlefile', kept(file), join(folder, name)); return readFileSync(join(folder, `${name}.png`)); };
    expect(paint(bytes, 'after').equals(paint(before, 'before'))).toBe(false);
  });

  it.skipIf(!mupdf)('are painted by MuPDF in their colours', async () => {
    const { bytes } = await written(smallPdf(['Harbour']), [mark(1)]);
    ran('mutool', 'draw', '-q', '-F', 'ppm', '-r', '72', '-o', join(folder, 'page.ppm'), kept(bytes), '1');
    const picture = readFileSync(join(folder, 'page.ppm'));
    const start = picture.length - 612 * 792 * 3;
    const pixel = (x: number, y: number): number[] => [...picture.subarray(start + 3 * (y * 612 + x), start + 3 * (y * 612 + x) + 3)];
    expect(pixel(200, 792 - 692).map((value) => Math.round(value / 10))).toEqual([14, 21, 13]);
    expect(pixel(350, 792 - 692)).toEqual([255, 255, 255]);
  });

  it('are not doubled when they are written twice; one that was changed is brought up to date', async () => {
    const once = await written(longPdf(2), KINDS);
    const twice = await written(once.bytes, KINDS);
    expect(twice).toMatchObject({ added: 0, updated: 0, unchanged: 6 });
    expect(Buffer.from(twice.bytes).equals(Buffer.from(once.bytes))).toBe(true);
    const changed = await written(once.bytes, [mark(2, { kind: 'underline', colour: 'yellow', comment: 'Now with a comment', changed: '2026-04-01T00:00:00.000Z' }), mark(9)]);
    expect(changed).toMatchObject({ added: 1, updated: 1, unchanged: 0 });
    if (!qpdf) return;
    expect(shown(changed.bytes)).toHaveLength(7);
    expect(shown(changed.bytes).find(({ name }) => name === mark(2).name)).toMatchObject({ contents: 'Now with a comment', colour: [1, 0.85, 0.3], author: 'Ada' });
  });

  it('are refused where the file is another than the one that was marked, or is none', async () => {
    expect(await writeMarks(smallPdf(['One page']), [mark(1, { page: 3 })], 'Ada')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await writeMarks(Buffer.from('%PDF-1.7\nnothing'), [mark(1)], 'Ada')).toMatchObject({ ok: false, error: { code: 'not-a-pdf' } });
  });
});
