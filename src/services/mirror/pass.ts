import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Input, OperationName, Output } from '../../contract/contract.ts';
import type { MirroredNote } from '../../contract/notes.ts';
import { decide } from '../../library/mirror/decide.ts';
import { fileOf, levelled, valueIn } from '../../library/mirror/front-matter.ts';
import { freeName, stemOf } from '../../library/mirror/names.ts';
import { dashed } from '../../library/mirror/tags.ts';
import { IMAGE_FOLDER, imageName } from '../../library/notes/images.ts';
import { passageLink } from '../../library/notes/quotes.ts';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import type { Found, Seen } from './folder.ts';
import { filesIn } from './folder.ts';
import type { MirrorState } from './state.ts';
import { readState, writeState } from './state.ts';
import { takeTags } from './tags.ts';

/** Asks the library; throws what it answers when it cannot. */
export type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>;
export interface Mirroring { ask: Ask; disk: Disk; folder: string; seen: Seen }
/** What a pass did: files written and taken away, notes changed by edits in the folder, and conflicts, of which both texts were kept. */
export interface MirrorReport { written: number; removed: number; taken: number; conflicts: number }

/** A pass while it runs. */
export interface Pass extends Mirroring { state: MirrorState; files: Map<string, Found>; /** Names of files by the note they say they are, as they were found. */ named: ReadonlyMap<string, string>; notes: Map<string, MirroredNote>; report: MirrorReport; library: string }

const PAGE = 500;
/** After how many notes other work of the process has its turn. */
const BREATH = 32;
/** What a file is called while its note has no words yet. */
const UNNAMED = stemOf('');
const sum = (text: string): string => createHash('sha256').update(levelled(text)).digest('hex');

/**
 * Brings a folder and the notes of a library together once. The order of steps is such that a pass that is killed at any
 * point leaves both sides with everything they had, and the next one ends what it began.
 */
export async function mirrorOnce(mirroring: Mirroring): Promise<MirrorReport> {
  const { ask, disk, folder, seen } = mirroring;
  await disk.mkdir(folder);
  const report: MirrorReport = { written: 0, removed: 0, taken: 0, conflicts: 0 };
  const files = await filesIn(disk, folder, seen);
  const named = new Map([...files.values()].flatMap(({ note, name }) => (note === null ? [] : [[note, name] as const])).reverse());
  const pass: Pass = { ...mirroring, state: await readState(disk, folder), files, named, notes: await allNotes(ask), report, library: (await ask('library.overview', {})).library.folder };
  const before = JSON.stringify(pass.state);
  follow(pass);
  await takeNew(pass);
  for (const id of Object.keys(pass.state.notes)) if (!pass.notes.has(id) && (await isGone(pass, id))) await settleDeleted(pass, id);
  await settleAll(pass);
  if (JSON.stringify(pass.state) !== before) await writeState(disk, folder, pass.state);
  return report;
}

async function allNotes(ask: Ask): Promise<Map<string, MirroredNote>> {
  const notes = new Map<string, MirroredNote>();
  for (let from = 0; ; from += PAGE) {
    const page = await ask('notes.mirrored', { from, count: PAGE });
    for (const note of page.notes) notes.set(note.id, note);
    if (from + PAGE >= page.total) return notes;
  }
}

/** Notes that were deleted between two pages move others from one to the next: only what the library says by name is gone. */
async function isGone({ ask, notes }: Pass, id: string): Promise<boolean> {
  const [note] = (await ask('notes.mirrored', { id })).notes;
  if (note !== undefined) notes.set(id, note);
  return note === undefined;
}

/** A file that was given another name is still the same note. */
function follow({ state, files, named }: Pass): void {
  for (const [id, entry] of Object.entries(state.notes)) {
    const moved = files.get(entry.file)?.note === id ? undefined : named.get(id);
    if (moved !== undefined) state.notes[id] = { ...entry, file: moved };
  }
}

/** Files that are no notes yet, but are named after a paper: they become its notes. Others are not ours to read. */
async function takeNew(pass: Pass): Promise<void> {
  const known = new Set(Object.values(pass.state.notes).map(({ file }) => file));
  for (const file of pass.files.values()) {
    if (known.has(file.name) || (file.note !== null && pass.notes.has(file.note)) || file.body === '') continue;
    const key = valueIn(file.head, 'citekey') || file.name.replace(/(?:-\d+)?\.md$/i, '');
    const { paper } = await pass.ask('notes.target', { key });
    if (paper === null) continue;
    const id = await noteSaying(pass, file.body, { paper });
    pass.report.taken++;
    pass.state.notes[id] = { file: file.name, stem: stemOf(key), base: sum(file.body), tags: [] };
  }
}

/** The note that says exactly this, made where there is none: a pass that was killed in between does not make it twice. */
async function noteSaying(pass: Pass, body: string, more: { paper?: string; title?: string }): Promise<string> {
  const there = [...pass.notes.values()].find((note) => note.paper?.id === more.paper && levelled(note.markdown) === levelled(body));
  if (there !== undefined) return there.id;
  const { created } = await pass.ask('command.run', { name: 'note.write', input: { ...more, markdown: body } });
  const id = created[0] ?? '';
  const made = (await pass.ask('notes.mirrored', { id })).notes[0];
  if (made !== undefined) pass.notes.set(id, made);
  return id;
}

async function settleDeleted(pass: Pass, id: string): Promise<void> {
  const entry = pass.state.notes[id];
  if (entry === undefined) return;
  const file = fileAt(pass, id, entry.file);
  const decision = decide(entry.base, null, file === null ? null : sum(file.body));
  if (decision === 'revive' && file !== null) {
    const { paper } = await pass.ask('notes.target', { key: valueIn(file.head, 'citekey') });
    const made = await noteSaying(pass, file.body, paper === null ? {} : { paper });
    pass.report.taken++;
    pass.state.notes[made] = { ...entry, base: sum(file.body) };
  } else if (decision === 'remove' && file !== null && await isAsRead(pass, file)) {
    await pass.disk.remove(join(pass.folder, file.name));
    pass.files.delete(file.name);
    pass.report.removed++;
  }
  forget(pass, id);
}

function forget({ state }: Pass, id: string): void {
  state.notes = Object.fromEntries(Object.entries(state.notes).filter(([one]) => one !== id));
}

/** The file of a note; one that says it is another note's is none. */
function fileAt({ files }: Pass, id: string, name: string | undefined): Found | null {
  const file = name === undefined ? undefined : files.get(name);
  return file === undefined || (file.note !== null && file.note !== id) ? null : file;
}

/** Notes that agreed with their files and are as they were are passed over, and others let their process breathe between them. */
async function settleAll(pass: Pass): Promise<void> {
  const { agreed } = pass.seen;
  for (const [index, id] of [...pass.notes.keys()].entries()) {
    if (index % BREATH === 0) await setImmediate();
    const [note, file] = [JSON.stringify(pass.notes.get(id)), pass.files.get(pass.state.notes[id]?.file ?? '')];
    const last = agreed.get(id);
    if (file !== undefined && last?.note === note && last.file === file) continue;
    const done = JSON.stringify(pass.report);
    await settle(pass, id);
    if (file !== undefined && JSON.stringify(pass.report) === done) agreed.set(id, { note, file });
    else agreed.delete(id);
  }
  for (const id of agreed.keys()) if (!pass.notes.has(id)) agreed.delete(id);
}

async function settle(pass: Pass, id: string): Promise<void> {
  const entry = pass.state.notes[id];
  const file = fileAt(pass, id, entry?.file ?? pass.named.get(id));
  if (file !== null && entry !== undefined) await takeTags(pass, id, entry.tags, file);
  const note = pass.notes.get(id);
  if (note === undefined) return;
  const decision = decide(entry?.base ?? null, sum(note.markdown), file === null ? null : sum(file.body));
  if (decision === 'leave') return;
  if (decision === 'take' && file !== null) {
    await pass.ask('command.run', { name: 'note.write', input: { note: note.id, markdown: file.body } });
    pass.report.taken++;
    await put(pass, { ...note, markdown: file.body }, file);
  } else {
    if (decision === 'both' && file !== null) await keepBoth(pass, note, file);
    await put(pass, note, file);
  }
}

/** The folder's text becomes a note of its own, with a file of its own, before the library's takes the old file. */
async function keepBoth(pass: Pass, note: MirroredNote, file: Found): Promise<void> {
  const title = `${note.title} (edited in the folder)`.trim();
  const id = await noteSaying(pass, file.body, { ...(note.paper === null ? {} : { paper: note.paper.id }), title });
  pass.report.conflicts++;
  const made = pass.notes.get(id);
  if (made !== undefined && pass.state.notes[id] === undefined) await put(pass, made, null);
}

/** Puts a note's file as it should be: name, head and text. What was changed since it was read is left to the next pass. */
async function put(pass: Pass, note: MirroredNote, file: Found | null): Promise<void> {
  const entry = pass.state.notes[note.id];
  const wanted = stemOf(note.paper?.citationKey ?? note.title);
  // A note that stands alone keeps the name it got: its first line changes with every word that is written there.
  const stem = note.paper === null && entry !== undefined && entry.stem !== UNNAMED ? entry.stem : wanted;
  const keeps = file !== null && (entry === undefined || entry.stem === stem);
  const name = keeps ? file.name : freeName(stem, new Set([...pass.files.values()].filter((one) => one.name !== file?.name && !isOurs(one, note)).map((one) => one.name.toLowerCase())));
  const text = fileOf(headOf(note), file?.head ?? null, note.markdown);
  if (file?.text !== text || file.name !== name) {
    if (file !== null && !(await isAsRead(pass, file))) return;
    await replaceFile(pass.disk, join(pass.folder, name), Buffer.from(text));
    pass.files.set(name, { name, text, head: [], body: note.markdown, note: note.id });
    if (file !== null && file.name !== name) {
      await pass.disk.remove(join(pass.folder, file.name));
      pass.files.delete(file.name);
    }
    pass.report.written++;
    await copyImages(pass, note.markdown);
  }
  pass.state.notes[note.id] = { file: name, stem, base: sum(note.markdown), ...(note.paper === null ? {} : { tags: tagsOf(note.paper) }) };
}

/** A file that a pass wrote before it was killed. */
const isOurs = (file: Found, note: MirroredNote): boolean => file.note === note.id && sum(file.body) === sum(note.markdown);

async function isAsRead({ disk, folder }: Pass, { name, text }: Found): Promise<boolean> {
  const now = await disk.read(join(folder, name)).catch(() => null);
  return now !== null && Buffer.from(now).toString('utf8') === text;
}

const tagsOf = ({ tags }: { tags: readonly string[] }): string[] => tags.map(dashed).filter((tag) => tag !== '').sort();

function headOf({ id, title, paper }: MirroredNote): Record<string, string | number | string[]> {
  if (paper === null) return { title, 'sheaf-note': id };
  const { year } = paper;
  return { title: paper.title, authors: paper.authors, ...(year === '' ? {} : { year: Number(year) }), citekey: paper.citationKey, tags: tagsOf(paper), ...(paper.doi === '' ? {} : { doi: paper.doi }), sheaf: passageLink(paper.citationKey), 'sheaf-note': id };
}

/** Images lie under the same name in the folder, so that a note shows them there too. */
async function copyImages({ disk, folder, library }: Pass, markdown: string): Promise<void> {
  for (const [, address] of markdown.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)) {
    const name = imageName(address ?? '');
    if (name === null || (await disk.stat(join(folder, IMAGE_FOLDER, name))) !== null) continue;
    const bytes = await disk.read(join(library, IMAGE_FOLDER, name)).catch(() => null);
    if (bytes === null) continue;
    await disk.mkdir(join(folder, IMAGE_FOLDER));
    await replaceFile(disk, join(folder, IMAGE_FOLDER, name), bytes);
  }
}
