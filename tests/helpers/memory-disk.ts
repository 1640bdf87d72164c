import { dirname } from 'node:path';
import type { AppendHandle, Disk } from '../../src/services/disk/disk.ts';

/** A file's bytes: what programs see, and what would be left after the power went. */
interface Inode { now: Buffer; durable: Buffer }
/** A name as programs see it. `durableNames` holds what a folder's last sync wrote down. */
type Names = Map<string, Inode>;

export type Op = 'write' | 'append' | 'sync' | 'truncate' | 'rename' | 'link' | 'remove' | 'mkdir' | 'syncDir';
/** How a crash treats what was not synced: all of it is lost, all of it had come through, or half a write had. */
export type Loss = 'drop' | 'keep' | 'tear';

export interface MemoryDisk extends Disk {
  /** Mutating operations so far. */
  operations: number;
  /** Called before each one; throwing makes it fail. */
  before: (op: Op, path: string) => void;
  /** Syncs this says yes to are lies: they return without having done anything. */
  ignoresSync: (path: string) => boolean;
  /** Bytes that may still be written; then ENOSPC. */
  room: number;
  /** The disk as it is found when the machine starts again. */
  crash(loss: Loss): MemoryDisk;
  /** Changes bytes behind the program's back. */
  spoil(path: string, change: (bytes: Buffer) => Buffer): void;
  paths(): string[];
}

const error = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });
const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/**
 * A disk in memory that forgets, when it crashes, all that was not synced: contents without a sync of the file, names
 * without a sync of their folder.
 */
export function memoryDisk(names: Names = new Map(), folders = new Set(['/'])): MemoryDisk {
  const durableNames: Names = new Map(names);
  const durableFolders = new Set(folders);
  const inode = (path: string): Inode => { const found = names.get(path); if (!found) throw error('ENOENT', path); return found; };
  const step = (op: Op, path: string): void => { disk.before(op, path); disk.operations++; };
  const take = (bytes: number, path: string): number => { const fits = Math.min(bytes, disk.room); disk.room -= fits; if (fits < bytes) lastShort = path; return fits; };
  let lastShort = '';
  const grow = (file: Inode, base: Buffer, bytes: Uint8Array, path: string): void => {
    const fits = take(bytes.length, path);
    file.now = Buffer.concat([base, bytes.subarray(0, fits)]);
    if (fits < bytes.length) throw error('ENOSPC', lastShort);
  };
  const syncFile = (path: string, file: Inode): void => { step('sync', path); if (!disk.ignoresSync(path)) file.durable = file.now; };
  const make = (path: string): Inode => {
    if (!folders.has(dirname(path))) throw error('ENOENT', path);
    const file = names.get(path) ?? { now: Buffer.alloc(0), durable: Buffer.alloc(0) };
    names.set(path, file);
    return file;
  };

  const disk: MemoryDisk = {
    operations: 0, room: Infinity, before: () => undefined, ignoresSync: () => false,
    read: async (path) => Buffer.from(inode(path).now),
    readPart: async (path, from, length) => Buffer.from(inode(path).now.subarray(from, from + length)),
    async write(path, bytes) {
      step('write', path);
      const file = make(path);
      grow(file, Buffer.alloc(0), bytes, path);
      syncFile(path, file);
    },
    async openAppend(path): Promise<AppendHandle> {
      const file = make(path);
      return {
        append: async (bytes) => { step('append', path); grow(file, file.now, bytes, path); },
        sync: async () => syncFile(path, file),
        close: async () => undefined,
      };
    },
    async truncate(path, length) { step('truncate', path); const file = inode(path); file.now = file.now.subarray(0, length); syncFile(path, file); },
    async rename(from, to) {
      step('rename', from);
      if (folders.has(from)) {
        for (const [path, file] of [...names]) if (within(path, from)) { names.delete(path); names.set(to + path.slice(from.length), file); }
        for (const path of [...folders]) if (within(path, from)) { folders.delete(path); folders.add(to + path.slice(from.length)); }
        // A folder takes its own durable contents along when its new name becomes durable.
        for (const [path, file] of [...durableNames]) if (within(path, from)) movedFolders.push({ old: path, name: to + path.slice(from.length), file, folder: to });
        return;
      }
      const file = inode(from);
      if (!folders.has(dirname(to))) throw error('ENOENT', to);
      names.delete(from);
      names.set(to, file);
    },
    async link(from, to) { step('link', from); if (names.has(to)) throw error('EEXIST', to); names.set(to, inode(from)); },
    async remove(path) {
      step('remove', path);
      for (const name of [...names.keys()]) if (within(name, path)) names.delete(name);
      for (const folder of [...folders]) if (within(folder, path)) folders.delete(folder);
    },
    async list(path) {
      const found = new Set<string>();
      for (const name of [...names.keys(), ...folders]) if (name !== path && within(name, path)) found.add(name.slice(path.length + 1).split('/')[0] ?? '');
      return [...found].sort();
    },
    async mkdir(path) { for (let at = path; !folders.has(at); at = dirname(at)) { step('mkdir', at); folders.add(at); durableFolders.add(at); } },
    async stat(path) { const file = names.get(path); return file ? { bytes: file.now.length, directory: false, modified: 0 } : folders.has(path) ? { bytes: 0, directory: true, modified: 0 } : null; },
    async syncDir(path) {
      step('syncDir', path);
      if (disk.ignoresSync(path)) return;
      for (const name of [...durableNames.keys()]) if (dirname(name) === path && !names.has(name)) durableNames.delete(name);
      for (const [name, file] of names) if (dirname(name) === path) durableNames.set(name, file);
      for (const moved of movedFolders.splice(0)) {
        if (dirname(moved.folder) !== path) { movedFolders.push(moved); continue; }
        durableNames.delete(moved.old);
        durableNames.set(moved.name, moved.file);
      }
    },
    writable: async () => true,
    crash(loss) {
      const left: Names = new Map();
      const copies = new Map<Inode, Inode>();
      for (const [path, file] of loss === 'drop' || loss === 'tear' ? durableNames : names) {
        const copy = copies.get(file) ?? settled(file, loss);
        copies.set(file, copy);
        left.set(path, copy);
      }
      return memoryDisk(left, new Set([...durableFolders, ...(loss === 'keep' ? folders : [])]));
    },
    spoil(path, change) { const file = inode(path); file.now = change(Buffer.from(file.now)); file.durable = file.now; },
    paths: () => [...names.keys()].sort(),
  };
  const movedFolders: { old: string; name: string; file: Inode; folder: string }[] = [];
  return disk;
}

/** A file after a crash. A torn one has half of what was added since its last sync, and garbage at the break. */
function settled(file: Inode, loss: Loss): Inode {
  let bytes = loss === 'keep' ? file.now : file.durable;
  if (loss === 'tear' && file.now.length > file.durable.length) {
    const added = file.now.length - file.durable.length;
    bytes = Buffer.concat([file.now.subarray(0, file.durable.length + Math.ceil(added / 2)), Buffer.from([0, 255, 0])]);
  }
  return { now: bytes, durable: bytes };
}
