import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MirroredNote } from '../../../../src/contract/notes.ts';
import { nodeDisk } from '../../../../src/services/disk/node-disk.ts';
import { keepMirror } from '../../../../src/services/mirror/mirror.ts';
import type { Ask } from '../../../../src/services/mirror/pass.ts';
import { until } from '../../../helpers/until.ts';

/** Real files: what the system says of them. */
it('hears an edit that is made while the first pass still runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-mirror-'));
  const [first, second] = ['1', '2'].map((end): MirroredNote => ({ id: `01ARZ3NDEKTSV4RRFFQ69G500${end}`, title: `Note ${end}`, markdown: `Note ${end}`, paper: null }));
  if (first === undefined || second === undefined) throw new Error('There are two.');
  const taken: string[] = [];
  /** A library whose first note is edited in the folder as soon as it is there, before the second one is. */
  const ask = ((name: string, input: { input?: { markdown: string } }) => {
    if (name === 'library.overview') return Promise.resolve({ library: { folder: '/library' }, tags: [] });
    if (name === 'notes.mirrored') return Promise.resolve({ total: 2, notes: [first, second] });
    taken.push(input.input?.markdown ?? '');
    return Promise.resolve({ created: [] });
  }) as unknown as Ask;
  const file = join(folder, 'Note 1.md');
  const disk: typeof nodeDisk = Object.assign(Object.create(nodeDisk) as typeof nodeDisk, {
    async rename(from: string, to: string) {
      await nodeDisk.rename(from, to);
      if (to.endsWith('Note 2.md') && taken.length === 0) await writeFile(file, (await readFile(file, 'utf8')).replace(/Note 1\n$/, 'Edited at once.\n'));
    },
  });
  const mirror = keepMirror({ ask, disk, folder, onPass: () => undefined, onError: (error) => { throw error; } });
  await until(() => Promise.resolve(taken), (texts) => texts.includes('Edited at once.'));
  await mirror.close();
  expect(await readFile(file, 'utf8')).toContain('Edited at once.');
  await rm(folder, { recursive: true, force: true });
});
