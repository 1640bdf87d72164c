import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readStyle, type StyleFile } from '../../citation/style-file.ts';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { errorCode } from '../disk/disk.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { replaceFile } from '../disk/replace.ts';

/** A style that this user added; `version` differs when the file does. */
export interface OwnStyle extends StyleFile { version: string }

const MOST_BYTES = 2_000_000;

/** The styles that a user added from files: a folder of `.csl` files, called by their ids. Files put there, or edited there, by hand count as well. */
export class OwnStyles {
  #read = new Map<string, { version: string; style: OwnStyle | null }>();

  constructor(readonly folder: string) {}

  all(): OwnStyle[] {
    const files = this.#files();
    this.#read = new Map(files.map(({ name, version }) => [name, this.#known(name, version)]));
    return [...this.#read.values()].flatMap(({ style }) => style ?? []);
  }

  /** Keeps a style that was read; answers the text that lay under its id before, or null. */
  async keep(id: string, text: string): Promise<Result<string | null>> {
    const before = this.textOf(id);
    const file = this.#fileOf(id);
    try {
      await nodeDisk.mkdir(this.folder);
      await replaceFile(nodeDisk, file, Buffer.from(text));
    } catch (error) {
      return fail(errorCode(error) === 'ENOSPC' ? 'no-space' : 'unreadable', `${file} could not be written: ${errorCode(error)}.`);
    }
    return ok(before);
  }

  async remove(id: string): Promise<boolean> {
    if (this.textOf(id) === null) return false;
    await nodeDisk.remove(this.#fileOf(id));
    return true;
  }

  textOf(id: string): string | null {
    try {
      return readFileSync(this.#fileOf(id), 'utf8');
    } catch {
      // No such style, or one that cannot be read: neither can be used.
      return null;
    }
  }

  #fileOf(id: string): string {
    const name = [...this.#read].find(([, { style }]) => style?.id === id)?.[0];
    return join(this.folder, name ?? `${id}.csl`);
  }

  #files(): { name: string; version: string }[] {
    try {
      return readdirSync(this.folder).filter((name) => name.endsWith('.csl')).sort().map((name) => {
        const { mtimeMs, size } = statSync(join(this.folder, name));
        return { name, version: size > MOST_BYTES ? '' : `${String(mtimeMs)} ${String(size)}` };
      });
    } catch {
      // No style was added yet.
      return [];
    }
  }

  #known(name: string, version: string): { version: string; style: OwnStyle | null } {
    const known = this.#read.get(name);
    if (known?.version === version) return known;
    const read = version === '' ? null : readStyle(readFileSync(join(this.folder, name), 'utf8'), name);
    return { version, style: read?.ok ? { ...read.value, version } : null };
  }
}
