import { constants, copyFileSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Settings } from '../contract/views.ts';
import type { Failure } from '../contract/errors.ts';
import { failure } from '../contract/errors.ts';
import { errorCode, isFull } from './disk/disk.ts';
import { nodeDisk } from './disk/node-disk.ts';
import { replaceFile } from './disk/replace.ts';

export interface SettingsFile {
  get(): Settings;
  /** Changes hold from now on; throws Failure `no-space` or `not-allowed` where they cannot be written, and then hold for the session. */
  set(change: Partial<Settings>): Promise<Settings>;
  /** Set when the file, or a part of it, could not be understood: where it was kept, or null where it stays as it is and choices live for the session only. */
  trouble: { keptAs: string | null } | null;
}

/**
 * The settings of this user on this machine, in one JSON file. A file that cannot be understood is copied aside before anything
 * replaces it, and stays where that is impossible; of one that is partly understood the rest is taken.
 */
export function openSettings(file: string): SettingsFile {
  const { settings, damaged } = read(file);
  const trouble = damaged ? { keptAs: keepAside(file) } : null;
  const held = trouble?.keptAs === null;
  let current = settings;
  let writing: Promise<void> = Promise.resolve();
  const save = async (): Promise<void> => {
    if (held) return;
    const text = `${JSON.stringify(current, null, 2)}\n`;
    writing = writing.then(() => write(file, text), () => write(file, text));
    await writing.catch((error: unknown) => { throw notKept(error); });
  };
  if (trouble) save().catch(() => undefined);
  return {
    trouble,
    get: () => current,
    async set(change) {
      current = Settings.parse({ ...current, ...change });
      await save();
      return current;
    },
  };
}

/** The settings as they lie there, to be read only; what cannot be understood has its default. */
export const readSettings = (file: string): Settings => read(file).settings;

function read(file: string): { settings: Settings; damaged: boolean } {
  try {
    return understood(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return { settings: Settings.parse({}), damaged: errorCode(error) !== 'ENOENT' };
  }
}

/** Every setting that can be understood; the others get their defaults. */
function understood(found: unknown): { settings: Settings; damaged: boolean } {
  const whole = Settings.safeParse(found);
  if (whole.success) return { settings: whole.data, damaged: false };
  const parts = z.record(z.string(), z.unknown()).catch({}).parse(found);
  const good = Object.entries(parts).filter(([name, value]) => Settings.shape[name as keyof Settings]?.safeParse(value).success);
  return { settings: Settings.parse(Object.fromEntries(good)), damaged: true };
}

/** A copy under a name that is free, beside it. Null when not even that can be done: the file is unreadable to us, or its disk is full. */
function keepAside(file: string): string | null {
  for (let n = 1; n < 1000; n++) {
    const aside = file.replace(/(?:\.json)?$/, `.unreadable${n === 1 ? '' : `-${n}`}.json`);
    try {
      copyFileSync(file, aside, constants.COPYFILE_EXCL);
      return aside;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return null;
    }
  }
  return null;
}

const notKept = (error: unknown): Failure => (isFull(error)
  ? failure('no-space', 'The settings could not be kept: the disk is full.', { retryable: true, details: { reason: 'settings' } })
  : failure('not-allowed', `The settings could not be kept (${errorCode(error) || 'unknown'}).`, { retryable: true, details: { reason: 'settings', error: errorCode(error) || 'unknown' } }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(nodeDisk, file, Buffer.from(text));
}
