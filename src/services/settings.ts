import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Settings } from '../contract/views.ts';
import { nodeDisk } from './disk/node-disk.ts';
import { replaceFile } from './disk/replace.ts';

export interface SettingsFile { get(): Settings; set(change: Partial<Settings>): Promise<Settings> }

/** The settings of this user on this machine, in one JSON file. A file that cannot be read gives the defaults; it is replaced at the next change. */
export function openSettings(file: string): SettingsFile {
  let current = read(file);
  let writing: Promise<void> = Promise.resolve();
  return {
    get: () => current,
    async set(change) {
      current = Settings.parse({ ...current, ...change });
      const text = `${JSON.stringify(current, null, 2)}\n`;
      writing = writing.then(() => write(file, text), () => write(file, text));
      await writing;
      return current;
    },
  };
}

function read(file: string): Settings {
  try {
    const parsed = Settings.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : Settings.parse({});
  } catch {
    return Settings.parse({});
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(nodeDisk, file, Buffer.from(text));
}
