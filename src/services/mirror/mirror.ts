import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import type { Disk } from '../disk/disk.ts';
import { nothingSeen } from './folder.ts';
import type { Ask, MirrorReport } from './pass.ts';
import { mirrorOnce } from './pass.ts';

/** How long nothing must change before the folder and the library are brought together, ms. */
const QUIET = 400;
/** A folder of many notes is left in peace this many times as long as the last pass over it took. */
const PEACE = 3;
/** How often the folder is looked through where the system says nothing of changes, ms. */
const EVERY = 30_000;

export interface Mirror {
  /** The library's notes may have changed. */
  note(): void;
  close(): Promise<void>;
}
export interface MirrorOptions { ask: Ask; disk: Disk; folder: string; onPass: (report: MirrorReport) => void; onError: (error: unknown) => void }

/** Keeps a folder and the notes of a library alike until it is closed. */
export function keepMirror({ ask, disk, folder, onPass, onError }: MirrorOptions): Mirror {
  const seen = nothingSeen();
  let closed = false;
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | undefined;
  let took = 0;
  let running: Promise<void> = Promise.resolve();
  const pass = (): Promise<void> => {
    running = running.then(async () => {
      if (closed) return;
      const begun = performance.now();
      // Before the first pass, so that an edit made while it runs is heard.
      await disk.mkdir(folder);
      watcher ??= watched();
      onPass(await mirrorOnce({ ask, disk, folder, seen }));
      took = performance.now() - begun;
    }).catch(onError);
    return running;
  };
  const soon = (): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void pass(), Math.max(QUIET, PEACE * took));
  };
  /** Its end is no fault: then the clock alone looks. */
  const watched = (): FSWatcher | null => {
    try {
      const made = watch(folder, (_event, name) => { if (name === null || /\.md$/i.test(name)) soon(); });
      made.on('error', () => { made.close(); watcher = null; });
      return made;
    } catch {
      return null;
    }
  };
  const clock = setInterval(() => void pass(), EVERY);
  void pass();
  return {
    note: soon,
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(clock);
      watcher?.close();
      await running;
    },
  };
}
