import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { writeSync } from 'node:fs';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import { claimDoor } from '../../src/services/library/door.ts';
import type { Store } from '../../src/services/library/store.ts';
import { openStore } from '../../src/services/library/store.ts';
import { commandOf, contentOf } from './work.ts';

/** A program that changes a library as fast as it can, and says on its output which commands were acknowledged, until it is killed. */
const folder = process.argv[2] ?? '';
const say = (text: string): void => { writeSync(1, `${text}\n`); };

/** Lays the file of a command into cache/, as a finished download lies there. */
async function download(store: Store, n: number): Promise<void> {
  for (const { from } of commandOf(n).moves ?? []) {
    await writeFile(`${folder}/${from}`, contentOf(n));
    await store.settle(from);
  }
}

async function forEver(store: Store, first: number): Promise<never> {
  await mkdir(`${folder}/cache`, { recursive: true });
  for (let n = first; ;) {
    const batch = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => n++);
    for (const one of batch) await download(store, one);
    if (Math.random() < 0.05) void store.fold();
    await Promise.all(batch.map((one) => store.commit(commandOf(one)).then(() => say(`ack ${one}`))));
    if (Math.random() < 0.01) await store.backup();
  }
}

// The parent starts a writer early, and lets it go with a number on its input: starting takes longer than dying.
const first = await new Promise<number>((resolve) => process.stdin.once('data', (line) => resolve(Number(line))));
const door = await claimDoor(folder);
if (!door.owner) throw new Error('The library is held by a process that was killed.');
const opened = await openStore({ folder, disk: nodeDisk, machine: 'writer', now: Date.now, random: randomBytes, shardBytes: 20_000, foldBytes: 60_000 });
if (!opened.ok) throw new Error(opened.error.message);
say('ready');
await forEver(opened.value, first);
