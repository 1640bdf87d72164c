import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readManuscripts, type ReadManuscript } from '../manuscripts/read.ts';

/** Manuscripts that are followed; the one not asked for the longest is let go first. */
const MOST = 40;
/** An editor saves in several steps: it is looked when nothing has happened for this long, ms. */
const QUIET = 120;

interface Followed { read: ReadManuscript; sign: string; watchers: FSWatcher[]; timer?: NodeJS.Timeout }

/** The manuscripts that are looked at or kept up with, read once for each time that one of their files changes. */
export class Manuscripts {
  readonly #followed = new Map<string, Followed>();

  /** `changed` hears of each one that is another than before. */
  constructor(readonly changed: (file: string) => void) {}

  /** What it cites as it lies there now. */
  async read(file: string): Promise<ReadManuscript> {
    const known = this.#followed.get(file);
    if (known && known.sign === await signOf(known.read)) return this.#used(file, known);
    const read = await readManuscripts([file]);
    const fresh: Followed = { read, sign: await signOf(read), watchers: this.#watched(file, read) };
    this.#let(file);
    return this.#used(file, fresh);
  }

  /** What was read last; undefined before that. */
  last(file: string): ReadManuscript | undefined {
    return this.#followed.get(file)?.read;
  }

  close(): void {
    for (const file of [...this.#followed.keys()]) this.#let(file);
  }

  #used(file: string, followed: Followed): ReadManuscript {
    this.#followed.delete(file);
    this.#followed.set(file, followed);
    const [oldest] = this.#followed.keys();
    if (this.#followed.size > MOST && oldest !== undefined) this.#let(oldest);
    return followed.read;
  }

  #let(file: string): void {
    const followed = this.#followed.get(file);
    clearTimeout(followed?.timer);
    for (const watcher of followed?.watchers ?? []) watcher.close();
    this.#followed.delete(file);
  }

  /** Folders are watched, not files: many editors put a new file into the place of the old one. Where the system cannot, it is looked when it is asked for. */
  #watched(file: string, { parts, unread, bibliographies }: ReadManuscript): FSWatcher[] {
    return [...new Set([...parts, ...unread, ...bibliographies].map((one) => dirname(one)))].flatMap((folder) => {
      try {
        const watcher = watch(folder, { persistent: false }, () => { this.#soon(file); });
        watcher.on('error', () => { watcher.close(); });
        return [watcher];
      } catch {
        return [];
      }
    });
  }

  #soon(file: string): void {
    const followed = this.#followed.get(file);
    if (!followed) return;
    clearTimeout(followed.timer);
    followed.timer = setTimeout(() => void this.#look(file), QUIET).unref();
  }

  async #look(file: string): Promise<void> {
    const followed = this.#followed.get(file);
    if (!followed || followed.sign === await signOf(followed.read)) return;
    await this.read(file);
    this.changed(file);
  }
}

/** Sizes and times of all that a manuscript was read from. */
async function signOf({ parts, unread, bibliographies }: ReadManuscript): Promise<string> {
  return (await Promise.all([...parts, ...unread, ...bibliographies].map(async (file) => stat(file).then(({ size, mtimeMs }) => `${file} ${String(size)} ${String(mtimeMs)}`, () => file)))).join('\n');
}
