import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../src/contract/contract.ts';
import { openEngine } from '../../src/services/engine/engine.ts';
import type { Figure } from './figure.ts';
import { percentile } from './measure.ts';

const TUGBOAT = join(import.meta.dirname, '../../../shared/conformance/bib-large/tugboat.bib');
const RUNS = 3;

async function ask<N extends OperationName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function opened(folder: string, create: boolean, index: 'now' | 'asked'): Promise<Engine> {
  const engine = await openEngine({ folder, create, index });
  if (!engine.ok) throw new Error(engine.error.message);
  return engine.value;
}

/** Without a window: the search index made from nothing (and kept, for the starts that follow), then edits. */
export async function engineFigures(library: string): Promise<Figure[]> {
  await rm(join(library, 'cache', 'search'), { recursive: true, force: true });
  const engine = await opened(library, false, 'now');
  const start = performance.now();
  await new Promise<void>((resolve) => { engine.on((name) => { if (name === 'indexed') resolve(); }); });
  const indexed = performance.now() - start;
  const edits = await editTimes(engine);
  await engine.close();
  return [
    { name: 'search index made anew, in the background', value: indexed / 1000, unit: 's', target: 10 },
    { name: 'edit to durable in the engine alone, p95', value: percentile(edits, 0.95), unit: 'ms', target: 5 },
  ];
}

async function editTimes(engine: Engine): Promise<number[]> {
  const { rows } = await ask(engine, 'papers.query', { scope: { in: 'all' }, first: 200 });
  const taken: number[] = [];
  for (const [index, { id }] of rows.entries()) {
    const start = performance.now();
    await ask(engine, 'command.run', { name: 'tag.add', input: { selection: { ids: [id] }, name: `engine ${index % 5}` } });
    taken.push(performance.now() - start);
  }
  return taken;
}

/** The BibTeX file of the TUGboat bibliography, from the file to durable papers, held against bib2xml (bibutils) reading it. */
export async function importFigure(): Promise<Figure> {
  const figure = { name: 'tugboat.bib (3,644 entries) imported, by the time of bib2xml', value: null, unit: '×', target: 1.5 };
  if (!existsSync(TUGBOAT)) return { ...figure, note: 'file not there' };
  if (spawnSync('bib2xml', ['--version']).error) return { ...figure, note: 'bib2xml not installed' };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    theirs.push(timed(() => { spawnSync('bib2xml', [TUGBOAT], { maxBuffer: 1e9 }); }));
    ours.push(await importOnce());
  }
  return { ...figure, value: percentile(ours, 0.5) / percentile(theirs, 0.5) };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function importOnce(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-import-'));
  const engine = await opened(folder, true, 'asked');
  const start = performance.now();
  const { preview } = await ask(engine, 'import.preview', { source: { file: TUGBOAT } });
  await ask(engine, 'import.commit', { preview, duplicates: 'keep' });
  const taken = performance.now() - start;
  await engine.close();
  await rm(folder, { recursive: true, force: true });
  return taken;
}
