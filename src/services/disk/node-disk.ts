import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import type { AppendHandle, Disk } from './disk.ts';
import { errorCode } from './disk.ts';

const missing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorCode(error));

async function readPart(path: string, from: number, length: number): Promise<Uint8Array> {
  const file = await fs.open(path, 'r');
  try {
    return await readFrom(file, from, length);
  } finally {
    await file.close();
  }
}

/** Reads into one buffer of the file's size: Node's own readFile gathers pieces, which doubles what lies in memory for a while. */
async function read(path: string): Promise<Uint8Array> {
  const file = await fs.open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = await readFrom(file, 0, size);
    const more = await readFrom(file, bytes.length, 1);
    return more.length === 0 ? bytes : await fs.readFile(path);
  } finally {
    await file.close();
  }
}

async function readFrom(file: fs.FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(length);
  let got = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, got, length - got, from + got);
    got += bytesRead;
    if (bytesRead === 0 || got === length) return buffer.subarray(0, got);
  }
}

async function openAppend(path: string): Promise<AppendHandle> {
  const file = await fs.open(path, 'a');
  return {
    append: (bytes) => file.appendFile(bytes),
    sync: () => file.datasync(),
    close: () => file.close(),
  };
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function truncate(path: string, length: number): Promise<void> {
  const file = await fs.open(path, 'r+');
  try {
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function link(from: string, to: string): Promise<void> {
  await fs.link(from, to).catch(async (error: unknown) => {
    if (errorCode(error) === 'EEXIST') throw error;
    await write(to, await fs.readFile(from));
  });
}

async function syncDir(path: string): Promise<void> {
  // Windows cannot open a folder; its file system orders names by itself.
  if (process.platform === 'win32') return;
  const folder = await fs.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writable(path: string): Promise<boolean> {
  // access() says yes to root on a read-only mount, so a file is really made.
  const probe = join(path, `.probe-${process.pid}`);
  try {
    await fs.access(path, constants.W_OK);
    await fs.writeFile(probe, '');
    await fs.rm(probe, { force: true });
    return true;
  } catch (error) {
    return isFullProbe(error);
  }
}

/** A full disk refuses the probe too, but is not read-only. */
const isFullProbe = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(errorCode(error));

/** The disk of this machine. */
export const nodeDisk: Disk = {
  read, readPart, write, openAppend, truncate, link, syncDir, writable,
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { recursive: true, force: true }),
  list: async (path) => (await fs.readdir(path).catch((error: unknown) => { if (missing(error)) return []; throw error; })).sort(),
  mkdir: async (path) => { await fs.mkdir(path, { recursive: true }); },
  stat: async (path) => fs.stat(path).then((s) => ({ bytes: s.size, directory: s.isDirectory(), modified: s.mtimeMs }), (error: unknown) => { if (missing(error)) return null; throw error; }),
};
