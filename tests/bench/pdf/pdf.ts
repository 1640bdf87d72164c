import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import { ask } from '../../helpers/ask.ts';
import { launchSheaf } from '../../helpers/launch.ts';
import { smallPdf } from '../../helpers/small-pdf.ts';
import { until } from '../../helpers/until.ts';
import type { Figure } from '../figure.ts';
import { NAMING, percentile } from '../measure.ts';
import { launchBare } from './bare-viewer.ts';
import { longPaper, RARE } from './long-paper.ts';

const PAGES = 500;
const ROUNDS = 5;
const SECONDS = 5;
/** How much longer than pdf.js's bare viewer the reader may take. */
const SHARE = 1.2;

interface Times { painted: number; found: number; frame: number }

/** The reader against pdf.js's bare viewer, both on one file of 500 pages, in one run. */
export async function pdfFigures(electron: string): Promise<Figure[]> {
  const pdf = await longPaper(PAGES);
  const bare = await bareTimes(pdf, electron);
  const own = await ownTimes(pdf);
  return [
    { name: `first page of ${String(PAGES)} painted, median of ${String(ROUNDS)} (bare viewer ${bare.painted.toFixed(0)} ms)`, value: own.painted, unit: 'ms', target: bare.painted * SHARE },
    { name: `a word found on all ${String(PAGES)} pages, median of ${String(ROUNDS)} (bare viewer ${bare.found.toFixed(0)} ms)`, value: own.found, unit: 'ms', target: bare.found * SHARE },
    { name: `frame while scrolling ${String(PAGES)} pages, p95 (bare viewer ${bare.frame.toFixed(1)} ms)`, value: own.frame, unit: 'ms', target: 20 },
  ];
}

/** Defines in the page: `painted(since)` when the first page has been drawn, `counted(since, read)` when all hits are counted; in ms. */
const WATCH = `${NAMING}; globalThis.afterPaint = () => new Promise((resolve) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => resolve(); port2.postMessage(null); }));
globalThis.when = async (is) => { const start = performance.now(); while (!is()) { if (performance.now() - start > 60000) throw new Error('never'); await new Promise(requestAnimationFrame); } await globalThis.afterPaint(); return performance.now() - start; };
globalThis.isPainted = () => document.querySelector('.page[data-page-number="1"][data-loaded="true"] canvas') !== null;
globalThis.frames = (ms) => new Promise((resolve) => { const gaps = []; const start = performance.now(); let last = start; const frame = (now) => { gaps.push(now - last); last = now; if (now - start < ms) requestAnimationFrame(frame); else resolve(gaps.slice(2)); }; requestAnimationFrame(frame); });`;

async function bareTimes(pdf: Uint8Array, electron: string): Promise<Times> {
  const { page, close } = await launchBare(pdf, electron);
  await page.evaluate(WATCH);
  const [painted, found]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    painted.push(await page.evaluate<number>('(() => { void bare.open(); document.querySelector(".pdfViewer").replaceChildren(); return when(isPainted); })()'));
    found.push(await page.evaluate<number>(`(() => { bare.find("${RARE}"); return when(() => hits === ${String(PAGES)}); })()`));
  }
  const frame = await scrolled(page);
  await close();
  return { painted: percentile(painted.slice(1), 0.5), found: percentile(found.slice(1), 0.5), frame };
}

async function ownTimes(pdf: Uint8Array): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-pdf-'));
  await fill(folder, { 'A long one': pdf, 'A short one': smallPdf(['Short']) });
  const { app, page, close } = await launchSheaf({ library: join(folder, 'library') });
  try {
    await app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.setSize(1440, 900); });
    await until(() => ask(page, 'library.state', {}), ({ state }) => state === 'open');
    // What is read for search must not go on behind what is measured.
    await until(() => ask(page, 'pdf.textProgress', {}), ({ pdfs, read }) => pdfs > 0 && read === pdfs, 120_000);
    await page.evaluate(WATCH);
    const [painted, found]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      await page.getByRole('option').filter({ hasText: 'A long one' }).click();
      await page.evaluate('void (globalThis.opened = new Promise((resolve) => { addEventListener("keydown", () => { resolve(when(isPainted)); }, { once: true, capture: true }); }))');
      await page.keyboard.press('o');
      painted.push(await page.evaluate<number>('opened'));
      await page.keyboard.press('ControlOrMeta+f');
      await page.evaluate(`void (globalThis.counted = new Promise((resolve) => { addEventListener("input", () => { resolve(when(() => / of ${String(PAGES)}$/.test(document.querySelector(".pdf-find-count")?.textContent ?? ""))); }, { once: true, capture: true }); }))`);
      await page.getByRole('textbox', { name: 'Find in this PDF' }).fill(RARE);
      found.push(await page.evaluate<number>('counted'));
      await page.keyboard.press('Escape');
      if (round < ROUNDS) await page.getByRole('option').filter({ hasText: 'A short one' }).click();
    }
    return { painted: percentile(painted.slice(1), 0.5), found: percentile(found.slice(1), 0.5), frame: await scrolled(page) };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A library of papers with these PDFs. */
async function fill(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const opened = await openEngine({ folder: join(folder, 'library'), create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const engine = opened.value;
  const asked = async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => { const answer = await engine.call(name, input); if (!answer.ok) throw new Error(answer.error.message); return answer.value; };
  for (const [title, bytes] of Object.entries(files)) {
    const path = join(folder, `${title}.pdf`);
    await writeFile(path, bytes);
    const { preview } = await asked('import.preview', { source: { text: `@article{p, title={${title}}}`, name: 'refs.bib' } });
    const { ids: [paper = ''] } = await asked('import.commit', { preview });
    await asked('attachment.bring', { paper, files: [path] });
  }
  await engine.close();
}

/** Milliseconds between frames while the pages are scrolled by the wheel, the value below which 95 of 100 lie. */
async function scrolled(page: Page): Promise<number> {
  await page.hover('.pdf-pages');
  const frames = page.evaluate<number[]>(`frames(${String(SECONDS * 1000)})`);
  for (const end = Date.now() + SECONDS * 1000; Date.now() < end;) await page.mouse.wheel(0, 240);
  return percentile(await frames, 0.95);
}
