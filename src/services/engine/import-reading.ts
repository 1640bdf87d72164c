import { basename, isAbsolute } from 'node:path';
import type { Result } from '../../contract/errors.ts';
import { fail, Failure, ok } from '../../contract/errors.ts';
import type { ImportProblem, ImportSource } from '../../contract/imports.ts';
import { MOST_FILES } from '../../contract/imports.ts';
import type { Draft, Reading } from '../../formats/format.ts';
import { recogniseFormat } from '../../formats/formats.ts';
import type { Disk } from '../disk/disk.ts';
import { LARGEST_IMPORT, decodeText } from './decode.ts';
import { draftOfFile, filesIn, isPaperFile } from './import-files.ts';
import { unpacked } from './unpack.ts';

/** What all sources of one import give together. Each draft knows its format and file. `brings`: the files that are papers themselves, to be copied into the library. */
export interface ReadAll { brings?: string[]; format: string; name: string; drafts: Draft[]; origin: Reading['origin']; leftOut: Reading['leftOut']; problems: ImportProblem[] }
/** Told how far the reading is, from 0 to 1; it may wait, and it throws to stop. */
export type Watch = (share: number) => Promise<void>;

/** Reads what an import is of; of several files those that hold no papers, or are too many, are said, and only when none does is it an error. */
export async function readSource(disk: Disk, source: ImportSource, watch: Watch, most = MOST_FILES): Promise<Result<ReadAll>> {
  if ('text' in source) return readText(source.text.replace(/^\ufeff/, ''), source.name, watch);
  const found = await unfolded(disk, 'file' in source ? [source.file] : source.files, most + 1);
  const files = found.slice(0, most);
  const [only] = files;
  if (files.length === 1 && only !== undefined) return readFile(disk, only, watch);
  if (files.length === 0) return fail('not-found', 'This folder holds no PDFs, books or lists of references.', { details: { reason: 'nothing-in-folder' } });
  const all: ReadAll[] = [];
  const problems: ImportProblem[] = found.length > most ? [{ severity: 'warning', message: `There are more files than are read at once; these are the first ${String(most)}. Bring in the others afterwards, a folder at a time.` }] : [];
  let first: Result<ReadAll> | null = null;
  for (const [index, file] of files.entries()) {
    const read = await readFile(disk, file, (share) => watch((index + share) / files.length));
    if (read.ok) all.push(read.value);
    else {
      first ??= read;
      problems.push({ severity: 'error', message: read.error.message, file: basename(file) });
    }
  }
  return all.length === 0 && first ? first : ok(together(all, problems));
}

/** Folders stand for the files in them. */
async function unfolded(disk: Disk, paths: readonly string[], most: number): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(isAbsolute(path) && (await disk.stat(path))?.directory ? await filesIn(disk, path, most - files.length) : [path]));
  return files;
}

function together(all: ReadAll[], problems: ImportProblem[]): ReadAll {
  const many = all.length > 1;
  return {
    brings: all.flatMap(({ brings = [] }) => brings),
    format: [...new Set(all.map(({ format }) => format))].join(', '), name: namesOf(all.map(({ name }) => name)), drafts: all.flatMap(({ drafts }) => drafts), origin: many ? {} : (all[0]?.origin ?? {}),
    leftOut: all.flatMap(({ leftOut }) => leftOut), problems: [...problems, ...all.flatMap(({ name, problems: own }) => (many ? own.map((problem) => ({ ...problem, file: name })) : own))],
  };
}

const NAMED = 3;
const namesOf = (names: readonly string[]): string => [...names.slice(0, NAMED), ...(names.length > NAMED ? [`+${String(names.length - NAMED)}`] : [])].join(', ');

async function readFile(disk: Disk, file: string, watch: Watch): Promise<Result<ReadAll>> {
  if (!isAbsolute(file)) return fail('invalid-input', 'A file is named by its whole path.');
  const facts = await disk.stat(file);
  if (!facts || facts.directory) return fail('not-found', 'There is no such file.', { details: { reason: 'no-file' } });
  if (isPaperFile(file)) {
    await watch(1);
    return ok({ format: 'files', name: basename(file), drafts: [await draftOfFile(disk, file, facts.bytes)], origin: {}, leftOut: [], problems: [], brings: [file] });
  }
  if (facts.bytes > LARGEST_IMPORT) return fail('too-large', 'This file is too large to be a list of references.', { details: { reason: 'list' } });
  try {
    return await readText(decodeText(unpacked(await disk.read(file), LARGEST_IMPORT)), basename(file), watch);
  } catch (error) {
    if (error instanceof Failure && error.error.code !== 'cancelled') return { ok: false, error: error.error };
    throw error;
  }
}

/** What has no title of its own. */
const UNTITLED = new Set(['personal_communication', 'interview', 'review', 'review-book']);

async function readText(text: string, name: string, watch: Watch): Promise<Result<ReadAll>> {
  const format = recogniseFormat(text, name);
  if (!format) return fail('unsupported', 'This is no list of references that Sheaf can read.', { details: { reason: 'no-list' } });
  const reading = format.readSteps ? await stepped(format.readSteps(text), watch) : format.read?.(text, { fileName: name });
  if (!reading) return fail('unsupported', 'This is no list of references that Sheaf can read.', { details: { reason: 'no-list' } });
  const origin = { format: format.name, ...(name === '' ? {} : { name }), ...reading.origin };
  // These drafts are nobody else's yet: ten thousand of them need no second copy.
  for (const draft of reading.drafts) {
    draft.origin = draft.origin ? { ...origin, ...draft.origin } : origin;
    if (!draft.item.title && !UNTITLED.has(draft.item.type)) draft.doubts = { title: 'It has no title.', ...draft.doubts };
  }
  return ok({ format: format.name, name, drafts: reading.drafts, origin: reading.origin, leftOut: reading.leftOut, problems: reading.problems });
}

async function stepped(steps: Generator<number, Reading>, watch: Watch): Promise<Reading> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await watch(step.value);
  }
}
