import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import { checkLibrary } from '../../src/services/library/check.ts';
import { createLibrary } from '../../src/services/library/create.ts';
import type { Store, StoreOptions } from '../../src/services/library/store.ts';
import { openStore } from '../../src/services/library/store.ts';
import { contentOf, idOf, keepsFile, pathOf, titleOf } from './work.ts';

const options = (folder: string): StoreOptions => ({ folder, disk: nodeDisk, machine: 'writer', now: Date.now, random: randomBytes, shardBytes: 20_000, foldBytes: 60_000 });

/** A new library is begun after so many kills, so that both young and grown ones are hit. */
const PER_LIBRARY = 25;
/** The longest a writer lives once it is ready, ms. */
const LIFE = 120;

export interface KillReport { kills: number; acknowledged: number; wrong: string[] }

/** Kills a writing process at random moments, and after each kill opens the library and looks for everything it acknowledged. */
export async function killWriters(times: number, tell: (line: string) => void = () => undefined): Promise<KillReport> {
  const report: KillReport = { kills: 0, acknowledged: 0, wrong: [] };
  while (report.kills < times) await oneLibrary(Math.min(PER_LIBRARY, times - report.kills), report, tell);
  return report;
}

async function oneLibrary(kills: number, report: KillReport, tell: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-kill-'));
  const made = await createLibrary({ ...options(folder), name: 'Kill test' });
  if (!made.ok) throw new Error(made.error.message);
  await made.value.close();
  let last = 0;
  const acknowledged = new Set<number>();
  let writer = startWriter(folder);
  for (let kill = 0; kill < kills; kill++) {
    const killed = killOne(writer, last + 1);
    // The next one starts while this one works and dies: starting takes longer than all the rest.
    if (kill + 1 < kills) writer = startWriter(folder);
    for (const n of await killed) acknowledged.add(n);
    report.kills++;
    const found = await inspect(folder, acknowledged);
    last = found.last;
    report.wrong.push(...found.wrong.map((text) => `kill ${report.kills}: ${text}`));
    tell(`kill ${report.kills}: ${acknowledged.size} acknowledged, ${found.last} found${found.wrong.length > 0 ? `, WRONG: ${found.wrong.join('; ')}` : ''}`);
  }
  report.acknowledged += acknowledged.size;
  await rm(folder, { recursive: true, force: true });
}

/** A writer that waits for the number of its first command. */
function startWriter(folder: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('writer.ts', import.meta.url)), folder], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Lets a writer work from a command on, kills it, and gives the commands it said were acknowledged. */
async function killOne(writer: ChildProcess, from: number): Promise<number[]> {
  let said = '';
  let complaint = '';
  const life = Math.random() * LIFE;
  writer.stderr?.on('data', (chunk: Buffer) => { complaint += chunk.toString(); });
  writer.stdout?.on('data', (chunk: Buffer) => {
    const before = said;
    said += chunk.toString();
    if (!before.includes('ready') && said.includes('ready')) setTimeout(() => writer.kill('SIGKILL'), life);
  });
  writer.stdin?.write(`${from}\n`);
  const signal = await new Promise((resolve) => writer.once('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${complaint}`);
  return [...said.matchAll(/^ack (\d+)$/gm)].map((match) => Number(match[1]));
}

async function inspect(folder: string, acknowledged: Set<number>): Promise<{ last: number; wrong: string[] }> {
  const opened = await openStore(options(folder));
  if (!opened.ok) return { last: 0, wrong: [opened.error.message] };
  const store = opened.value;
  const wrong = store.problems.map((problem) => `${problem.file}: ${problem.message}`);
  const last = store.state.paper.size;
  for (const n of acknowledged) if (!store.state.paper.has(idOf(1, n))) wrong.push(`command ${n} was acknowledged and is gone`);
  for (let n = 1; n <= last; n++) wrong.push(...(await halves(store, n)).map((what) => `command ${n} was done by half: ${what}`));
  wrong.push(...(await checkLibrary(nodeDisk, folder)).findings.map((finding) => `check: ${finding.file}: ${finding.message}`));
  await store.close();
  return { last, wrong };
}

/** What is missing of a command whose paper is there: commands are numbered without gaps, in the order of the journal. */
async function halves(store: Store, n: number): Promise<string[]> {
  const wrong: string[] = [];
  if (!store.state.paper.has(idOf(1, n))) wrong.push('no paper');
  if (!store.state.note.has(idOf(2, n))) wrong.push('no note');
  if (n > 1 && store.state.paper.get(idOf(1, n - 1))?.item.title !== titleOf(n)) wrong.push('no title');
  if (keepsFile(n) && (await readFile(join(store.folder, pathOf(n)), 'utf8').catch(() => '')) !== contentOf(n)) wrong.push('no file');
  return wrong;
}
