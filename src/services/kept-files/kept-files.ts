import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { KeptFile, type KeptFileView, type KeptState } from '../../contract/kept-files.ts';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { keepOnce, type Ask, type Wanted } from './pass.ts';
import { parsed, sumOf } from './write.ts';

/** Kept files by the folder of their library. They are of this machine: paths mean nothing on another one. */
const Known = z.record(z.string(), z.array(KeptFile));

/** The kept files of the library that is open. */
export interface KeptFiles {
  enter(library: string): Promise<void>;
  leave(): Promise<void>;
  /** The library changed, or its words can be searched now. */
  hear(): void;
  list(): Promise<KeptFileView[]>;
  /** Keeps a file from now on; what lies there is replaced, as the person chose it. */
  add(wanted: Wanted): Promise<KeptFileView[]>;
  /** Writes one now; `replace` also over what somebody else made of it. */
  write(id: string, replace: boolean): Promise<KeptFileView[]>;
  /** Keeps it no longer; the file stays as it is. */
  remove(id: string): Promise<KeptFileView[]>;
}

interface Needs { ask: Ask; disk: Disk; /** Where what is kept is written down, and sums beside it. */ folder: string; onState: () => void }
interface One { kept: KeptFile; keeper: Keeper; state: KeptState }

const FRESH: KeptState = { at: null, count: null, trouble: null };

export function createKeptFiles({ ask, disk, folder, onState }: Needs): KeptFiles {
  const place = join(folder, 'kept-files.json');
  const memory = join(folder, 'kept-files');
  let library: string | null = null;
  let ones: One[] = [];

  /** What is written down; a list that cannot be understood is none, and is copied beside before anything is put into its place. */
  const known = async (): Promise<z.infer<typeof Known>> => {
    if ((await disk.stat(place)) === null) return {};
    const bytes = await disk.read(place);
    const read = Known.safeParse(parsed(bytes));
    if (!read.success) await replaceFile(disk, join(folder, `kept-files.unreadable-${sumOf(bytes).slice(0, 12)}.json`), bytes);
    return read.data ?? {};
  };
  const save = async (): Promise<void> => {
    if (library === null) return;
    const others = Object.entries(await known()).filter(([one]) => one !== library);
    await disk.mkdir(dirname(place));
    await replaceFile(disk, place, Buffer.from(`${JSON.stringify(Object.fromEntries([...others, [library, ones.map(({ kept }) => kept)]]), null, 2)}\n`));
  };
  const begin = (kept: KeptFile): One => {
    const one: One = { kept, state: FRESH, keeper: createKeeper(async (replace) => {
      const made = await keepOnce(ask, disk, memory, kept, replace);
      one.state = made.trouble === null ? made : { ...one.state, trouble: made.trouble };
      onState();
    }) };
    return one;
  };
  const list = async (): Promise<KeptFileView[]> => {
    if (ones.length === 0) return [];
    const { tags, collections } = await ask('library.overview', {});
    const nameOf = ({ of: { scope } }: KeptFile): string => (scope.in === 'tag' ? tags.find(({ id }) => id === scope.tag)?.name : scope.in === 'collection' ? collections.find(({ id }) => id === scope.collection)?.name : scope.in === 'cited' ? basename(scope.manuscript) : '') ?? '';
    return ones.map(({ kept, state }) => ({ ...kept, ...state, name: nameOf(kept) }));
  };
  const leave = async (): Promise<void> => {
    const old = ones;
    [library, ones] = [null, []];
    await Promise.all(old.map(({ keeper }) => keeper.close()));
  };
  return {
    leave, list,
    async enter(next) {
      await leave();
      library = next;
      ones = (await known().then((all) => all[next] ?? [], () => [])).map(begin);
      for (const { keeper } of ones) keeper.note();
    },
    hear: () => { for (const { keeper } of ones) keeper.note(); },
    async add(wanted) {
      const one = begin({ ...wanted, id: randomUUID() });
      const same = ones.filter(({ kept }) => kept.file === wanted.file);
      ones = [...ones.filter((other) => !same.includes(other)), one];
      await Promise.all(same.map(({ keeper }) => keeper.close()));
      await save();
      await one.keeper.now(true);
      return list();
    },
    async write(id, replace) {
      await ones.find(({ kept }) => kept.id === id)?.keeper.now(replace);
      return list();
    },
    async remove(id) {
      const gone = ones.find(({ kept }) => kept.id === id);
      ones = ones.filter((one) => one !== gone);
      await gone?.keeper.close();
      await save();
      return list();
    },
  };
}
