import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import type { MirroredNote } from '../../contract/notes.ts';
import { foldName } from '../../library/fold.ts';
import { DEFAULT_TEMPLATES, filled } from '../../library/notes/template.ts';
import type { Id } from '../../model/id.ts';
import type { Note } from '../../model/note.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, line, print, printJson } from '../output.ts';
import { idsOf } from '../papers.ts';

export interface NoteOptions { replace?: boolean; fromMarks?: boolean; template?: string; new?: boolean; json?: boolean }

/** What `sheaf note` is about: a note that is there, or a paper (null: none) that has none yet. */
interface About { paper: Id | null; note: Note | undefined }

/** `sheaf note [PAPER-OR-TITLE] [TEXT]`: prints the note of a paper, or one that stands alone by its title, or adds to it; `-` reads standard input. */
export async function note(library: Library, name: string | undefined, text: string | undefined, options: NoteOptions): Promise<void> {
  if (options.new) {
    if (text !== undefined) throw new Exit(EXIT.usage, 'A new note that stands alone takes its text only: sheaf note --new "…"');
    return write(library, { paper: null, note: undefined }, await given(name), options);
  }
  if (name === undefined) throw new Exit(EXIT.usage, 'Name a paper, or a note by its title; "sheaf notes" lists them, --new begins one.');
  if (options.fromMarks) return fromMarks(library, name, options);
  const about = await aboutOf(library, name);
  if (text === undefined) return options.json ? printJson({ note: about.note ?? null }) : print(about.note?.markdown ?? '');
  await write(library, about, await given(text), options);
}

const given = async (text: string | undefined): Promise<string> => (text === undefined || text === '-' ? textOf(process.stdin) : text);

/** A paper's first note, or a note of that title. A paper's key goes first. */
async function aboutOf(library: Library, name: string): Promise<About> {
  const target = await library.call('notes.target', { key: name });
  if (target.note !== null) return { paper: null, note: (await library.call('notes.get', { id: target.note })).note };
  const paper = target.paper ?? (await idsOf(library, [name]))[0] ?? null;
  return { paper, note: paper === null ? undefined : (await library.call('papers.get', { id: paper })).notes[0] };
}

async function write(library: Library, { paper, note: existing }: About, added: string, { replace, json }: NoteOptions): Promise<void> {
  const markdown = existing !== undefined && !replace ? `${existing.markdown.trimEnd()}\n\n${added}` : added;
  const { created } = await library.call('command.run', { name: 'note.write', input: { ...(paper === null ? {} : { paper }), ...(existing ? { note: existing.id } : {}), markdown } });
  if (!json) return print('Noted.');
  const id = existing?.id ?? created[0];
  await printJson({ note: id === undefined ? null : (await library.call('notes.get', { id })).note });
}

/** `sheaf note PAPER --from-marks`: a new note that quotes every mark, each with its citation and a link to the passage. */
async function fromMarks(library: Library, name: string, options: NoteOptions): Promise<void> {
  const [id] = await idsOf(library, [name]);
  if (id === undefined) return;
  const { paper, annotations: marks } = await library.call('papers.get', { id });
  if (marks.length === 0) throw new Exit(EXIT.nothing, `"${name}" has no marks.`);
  const known = (await library.call('library.overview', {})).tags;
  const tags = paper.tags.flatMap((tag) => known.find((one) => one.id === tag)?.name ?? []);
  const markdown = filled(await templateOf(options.template), { paper, tags, marks, date: new Date().toLocaleDateString('sv-SE') });
  await write(library, { paper: id, note: undefined }, markdown, options);
}

/** A template that comes with Sheaf, by its name, or a file with one. */
async function templateOf(name: string | undefined): Promise<string> {
  const [first] = DEFAULT_TEMPLATES;
  const own = name === undefined ? first : DEFAULT_TEMPLATES.find((one) => foldName(one.name) === foldName(name));
  if (own !== undefined) return own.markdown;
  return readFile(name ?? '', 'utf8').catch(() => { throw new Exit(EXIT.nothing, `There is no template and no file "${name ?? ''}". Those that come with Sheaf: ${DEFAULT_TEMPLATES.map((one) => one.name).join(', ')}.`); });
}

const PAGE = 500;

/** `sheaf notes [WORDS…]`: all notes, a line each; `--json` has their texts. */
export async function listNotes(library: Library, words: string[], { alone, json }: { alone?: boolean; json?: boolean }): Promise<void> {
  const found = await idsWith(library, words.join(' '));
  const notes: MirroredNote[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = await library.call('notes.mirrored', { from, count: PAGE });
    notes.push(...page.notes.filter(({ id, paper }) => (!alone || paper === null) && (found === null || found.has(id))));
    if (from + PAGE >= page.total) break;
  }
  if (json) return printJson({ notes: notes.map(({ id, title, markdown, paper }) => ({ id, title, citationKey: paper?.citationKey ?? null, markdown })) });
  if (notes.length === 0) throw new Exit(EXIT.nothing, words.length === 0 ? 'There are no notes yet.' : 'No note has these words.');
  await print(notes.map(({ id, title, paper }) => line([id, paper?.citationKey ?? '-', title])).join('\n'));
}

async function idsWith(library: Library, text: string): Promise<Set<Id> | null> {
  if (text === '') return null;
  const ids = new Set<Id>();
  for (let from = 0; ; from += PAGE) {
    const { notes, total } = await library.call('notes.list', { text, from, count: PAGE });
    for (const { id } of notes) ids.add(id);
    if (from + PAGE >= total) return ids;
  }
}
