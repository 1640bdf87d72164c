import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibtex } from '../../src/formats/bibtex/bibtex.ts';
import { generatePapers } from '../helpers/generate-papers.ts';
import type { Figure } from './figure.ts';
import { percentile } from './measure.ts';

const SHEAF = join(import.meta.dirname, '../../src/cli/sheaf.mjs');
const ENTRIES = 10_000;
const RUNS = 5;

/** `sheaf import` of 10,000 entries with abstracts, from the start of the process to its end, held against bib2xml (bibutils), which only reads them. */
export async function importCommandFigure(): Promise<Figure> {
  const figure = { name: `sheaf import of ${ENTRIES.toLocaleString('en')} BibTeX entries with abstracts, by the time of bib2xml`, value: null, unit: '×', target: 0.5 };
  if (spawnSync('bib2xml', ['--version']).error) return { ...figure, note: 'bib2xml not installed' };
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-command-'));
  try {
    const file = join(folder, 'large.bib');
    await writeFile(file, bibtex.write?.(generatePapers(ENTRIES).map((item, index) => ({ id: '', citationKey: `key${index}`, item, tags: [] }))).text ?? '');
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      theirs.push(timed('bib2xml', [file]));
      ours.push(timed(process.execPath, [SHEAF, '--library', join(folder, `library-${run}`), 'import', file]));
    }
    return { ...figure, value: percentile(ours, 0.5) / percentile(theirs, 0.5) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function timed(program: string, words: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, words, { maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr.toString().slice(0, 400)}`);
  return performance.now() - start;
}
