import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchSheaf } from '../helpers/launch.ts';
import { ask } from '../helpers/ask.ts';
import { until } from '../helpers/until.ts';
import { batchTimes } from './batch.ts';
import { engineFigures, importFigure } from './engine-alone.ts';
import { importCommandFigure } from './import-command.ts';
import { tableOf, type Figure } from './figure.ts';
import { benchLibrary } from './library.ts';
import { noteTimes } from './note.ts';
import { pdfFigures } from './pdf/pdf.ts';
import { referenceFigures } from './references.ts';
import { triageTimes } from './triage.ts';
import { NAMING, editTimes, filterTimes, frameTimes, percentile, pssOf } from './measure.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { papers: { type: 'string', default: '50000' }, data: { type: 'string' }, json: { type: 'boolean', default: false } } });
const STARTS = 3;

/** `npm run bench [-- --papers N] [--data FILE.jsonl(.gz)] [--json]`: the real app on a library of N papers. `npm run bench -- pdf`: its reader against pdf.js's own; `-- references`: bibliographies against pandoc's. */
async function bench(): Promise<void> {
  if (positionals[0] === 'pdf') return report(2, await pdfFigures(process.env['SHEAF_ELECTRON'] ?? ''));
  if (positionals[0] === 'references') return report(1000, await referenceFigures());
  const count = Number(values.papers);
  const original = await benchLibrary(count, values.data ?? null);
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-run-'));
  const library = join(folder, 'library');
  await cp(original, library, { recursive: true });
  try {
    const alone = await engineFigures(library);
    report(count, [...(await measure(library)), ...alone, await importFigure(), await importCommandFigure(), ...(await referenceFigures())]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(library: string): Promise<Figure[]> {
  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) starts.push(await startOnce(library));
  const begin = performance.now();
  const sheaf = await launchSheaf({ library });
  await sheaf.page.waitForSelector('[role=option]:not([aria-busy])');
  await until(() => ask(sheaf.page, 'papers.query', { scope: { in: 'all' } }), ({ indexing }) => !indexing, 120_000);
  const searchable = performance.now() - begin;
  await sheaf.page.evaluate(NAMING);
  const filter = await filterTimes(sheaf.page, ['model', 'sparse', 'train']);
  const edits = await editTimes(sheaf.page, 200);
  const frames = await frameTimes(sheaf.page, 5);
  await sheaf.page.evaluate("document.querySelector('[role=listbox]').scrollTo(0, 0)");
  const worked = pssOf(sheaf.app.process().pid ?? 0);
  const { tagged, undone, edited, unedited } = await batchTimes(sheaf.page, 3);
  const batched = pssOf(sheaf.app.process().pid ?? 0);
  const keys = await noteTimes(sheaf.page, 'the quick brown fox jumps over the lazy dog');
  const triaged = await triageTimes(sheaf.page, 40);
  await sheaf.close();
  return [
    { name: 'start to first rows, median of 3', value: percentile(starts, 0.5), unit: 'ms', target: 2500 },
    { name: 'start to all full text searchable', value: searchable, unit: 'ms', target: 4000 },
    { name: 'edit to durable and answered in the window, p95', value: percentile(edits, 0.95), unit: 'ms', target: 10 },
    { name: 'filter keystroke to rows, p95', value: percentile(filter, 0.95), unit: 'ms', target: 50 },
    { name: 'frame while scrolling, p95', value: percentile(frames, 0.95), unit: 'ms', target: 20 },
    { name: '5,000 papers tagged, durable and seen, median of 3', value: percentile(tagged, 0.5), unit: 'ms', target: 300 },
    { name: '5,000 papers undone, durable and seen, median of 3', value: percentile(undone, 0.5), unit: 'ms', target: 300 },
    { name: 'keystroke to paint in a note of 100 kB, p95', value: percentile(keys, 0.95), unit: 'ms', target: 30 },
    { name: 'triage key to next abstract painted, p95', value: percentile(triaged, 0.95), unit: 'ms', target: 50 },
    { name: '5,000 papers edited, durable and seen, median of 3', value: percentile(edited, 0.5), unit: 'ms', target: 300 },
    { name: '5,000 edits undone, durable and seen, median of 3', value: percentile(unedited, 0.5), unit: 'ms', target: 300 },
    { name: 'memory, PSS of all processes', value: worked, unit: 'MB', target: 700 },
    { name: 'memory right after the batches of 5,000', value: batched, unit: 'MB', target: 700 },
  ];
}

/** From before the process exists to the first row in the window. */
async function startOnce(library: string): Promise<number> {
  const begin = performance.now();
  const sheaf = await launchSheaf({ library });
  await sheaf.page.waitForSelector('[role=option]:not([aria-busy])');
  const taken = performance.now() - begin;
  await sheaf.close();
  return taken;
}

function report(count: number, figures: Figure[]): void {
  console.log(values.json ? JSON.stringify({ papers: count, figures }, null, 2) : tableOf(count, figures));
}

void bench();
