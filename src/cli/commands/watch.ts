import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EXPORTS, EXPORT_NAMES, type ExportFormat } from '../../contract/exports.ts';
import type { KeptState } from '../../contract/kept-files.ts';
import { PaperQuery } from '../../contract/views.ts';
import { nodeDisk } from '../../services/disk/node-disk.ts';
import { keepOnce, type Wanted } from '../../services/kept-files/pass.ts';
import { defaultLibrary, settingsFile } from '../../services/places.ts';
import { readManuscripts } from '../../services/manuscripts/read.ts';
import { openLibrary, type Library } from '../library.ts';
import { EXIT, Exit, print } from '../output.ts';
import { narrowing, type Narrowing } from './list.ts';
import { chosenOf, type ExportOptions } from './out.ts';

export type WatchOptions = Omit<ExportOptions, 'format' | 'output' | 'losses'> & Pick<Narrowing, 'collection' | 'tag' | 'status' | 'cited'> & { format?: string; once?: boolean; replace?: boolean; library?: string; json?: boolean };

/** How often it is looked whether the library has changed, ms. */
const EVERY = 250;

/**
 * `sheaf watch FILE`: the file always holds what the library, or a part of it, holds; until Ctrl C. The library is open only
 * while the file is written, so that the window can be started meanwhile; while it is there, the work is done through it.
 */
export async function watch(name: string, options: WatchOptions): Promise<void> {
  const file = resolve(name);
  const format = formatOf(file, options.format);
  const folder = resolve(options.library ?? defaultLibrary());
  let replace = options.replace ?? false;
  const pass = async (): Promise<KeptState> => {
    const library = await openLibrary({ library: folder });
    try {
      return await keepOnce(library.call, nodeDisk, join(dirname(settingsFile()), 'kept-files'), await wanted(library, file, format, options), replace);
    } finally {
      replace = false;
      await library.close();
    }
  };
  // Looked at before the first pass: what changes meanwhile is seen by the next one.
  const seen = (): Promise<string> => marks(folder, options.cited);
  const before = await seen();
  const state = await pass();
  if (options.once) return tellOnce(file, state, options);
  await tell(file, state, options);
  await follow(before, seen, async () => tell(file, await pass().catch(failed), options));
}

const failed = (error: unknown): KeptState => ({ at: null, count: null, trouble: { reason: 'failed', message: error instanceof Error ? error.message : String(error) } });

/** Runs again after each change until the command is ended. */
async function follow(before: string, marks: () => Promise<string>, again: () => Promise<void>): Promise<void> {
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => true);
  for (let seen = before; !(await Promise.race([ended, delay(EVERY, false)]));) {
    const now = await marks();
    if (now === seen) continue;
    await again();
    seen = now;
  }
}

/** Sizes and times of what a change of the library changes, its journals and its library file; and of all parts of a manuscript. */
async function marks(folder: string, cited?: string): Promise<string> {
  const names = (await readdir(join(folder, 'journal')).catch(() => [])).map((name) => join('journal', name));
  const parts = cited === undefined ? [] : await readManuscripts([resolve(cited)]).then(({ parts, unread }) => [...parts, ...unread]);
  return (await Promise.all([...['library.json', ...names].map((name) => join(folder, name)), ...parts].map(async (name) => stat(name).then(({ size, mtimeMs }) => `${name} ${String(size)} ${String(mtimeMs)}`, () => '')))).join('\n');
}

async function wanted(library: Library, file: string, format: ExportFormat, options: WatchOptions): Promise<Wanted> {
  const { query } = await narrowing(library, options);
  return { file, format, options: chosenOf({ ...options, format }), of: PaperQuery.parse({ ...query, text: options.search ?? '', sort: 'author', descending: false }) };
}

/** The format that was named, else the one that the file's ending means. */
function formatOf(file: string, named: string | undefined): ExportFormat {
  const found = named === undefined ? EXPORT_NAMES.find((name) => `.${EXPORTS[name].extension}` === extname(file).toLowerCase()) : EXPORT_NAMES.find((name) => name === named);
  if (found === undefined) throw new Exit(EXIT.usage, `${named === undefined ? `No format writes "${extname(file)}"; name one with --format` : `Unknown format "${named}"`}: ${EXPORT_NAMES.join(', ')}.`);
  return found;
}

async function tellOnce(file: string, state: KeptState, options: WatchOptions): Promise<void> {
  if (state.trouble !== null) throw new Exit(EXIT.failed, wordsOf(state));
  await tell(file, state, options);
}

async function tell(file: string, state: KeptState, { json = false }: WatchOptions): Promise<void> {
  if (json) return print(JSON.stringify({ file, ...state }));
  if (state.trouble === null) return print(`${String(state.count)} papers in ${file}.`);
  process.stderr.write(`sheaf: ${wordsOf(state)}\n`);
}

const wordsOf = ({ trouble }: KeptState): string => (trouble === null ? '' : `${trouble.message}${trouble.reason === 'changed' ? ' Add --replace to have it written over.' : ''}`);
