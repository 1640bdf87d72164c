import { fail, ok } from '../../../contract/errors.ts';
import type { MirroredNote, NoteLine, NotePaper } from '../../../contract/notes.ts';
import { plainAbstract } from '../../../library/abstract-text.ts';
import { foldName, yearOf } from '../../../library/fold.ts';
import { under } from '../../../library/multi-map.ts';
import { mentionsIn } from '../../../library/notes/mentions.ts';
import { excerptOf, noteTitle } from '../../../library/notes/words.ts';
import { nameOf } from '../../../library/row.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Note } from '../../../model/note.ts';
import type { Handlers } from '../handlers.ts';

function paperOf({ paper: papers }: LibraryState, note: Note): NotePaper | null {
  const paper = note.paper === undefined ? undefined : papers.get(note.paper);
  return paper === undefined ? null : { id: paper.id, title: plainAbstract(paper.item.title ?? ''), citationKey: paper.citationKey };
}

/** Notes that are to be seen: those of papers in the trash are with them. */
function* shownNotes(state: LibraryState): Generator<Note> {
  for (const note of state.note.values()) if (note.paper === undefined || state.paper.has(note.paper)) yield note;
}

const lineOf = (state: LibraryState, note: Note, at = 0): NoteLine => ({ id: note.id, title: noteTitle(note), excerpt: excerptOf(note, at), changed: note.changed, paper: paperOf(state, note) });
const latestFirst = (a: Note, b: Note): number => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : a.id < b.id ? 1 : -1);

/** Where the first of the words stands in a note's text; null unless all of them are in it, its title, or its paper's. */
function placeOf(state: LibraryState, note: Note, words: readonly string[]): number | null {
  if (words.length === 0) return 0;
  const text = note.markdown.toLowerCase();
  const paper = paperOf(state, note);
  const about = [note.title ?? '', paper?.title ?? '', paper?.citationKey ?? ''].join(' ').toLowerCase();
  if (!words.every((word) => text.includes(word) || about.includes(word))) return null;
  return Math.max(0, text.indexOf(words.find((word) => text.includes(word)) ?? ''));
}

/** The note without a paper that is called so. */
function noteNamed(state: LibraryState, name: string): string | null {
  const wanted = foldName(name);
  for (const note of state.note.values()) if (note.paper === undefined && foldName(noteTitle(note)) === wanted) return note.id;
  return null;
}

function mirrored(state: LibraryState, note: Note): MirroredNote {
  const about = paperOf(state, note);
  const paper = about === null ? undefined : state.paper.get(about.id);
  const tags = (paper?.tags ?? []).flatMap((id) => state.tag.get(id)?.name ?? []);
  const authors = (paper?.item.author ?? paper?.item.editor ?? []).map((name) => [name.given, nameOf(name)].filter(Boolean).join(' '));
  return { id: note.id, title: noteTitle(note), markdown: note.markdown, paper: about === null || paper === undefined ? null : { ...about, authors, year: yearOf(paper.item), doi: paper.item.DOI ?? '', tags } };
}

export const notes: Handlers<'notes.mirrored' | 'notes.list' | 'notes.get' | 'notes.mentions' | 'notes.target'> = {
  'notes.list'({ store: { state } }, { text, from, count }) {
    const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const found = [...shownNotes(state)].flatMap((note) => {
      const at = placeOf(state, note, words);
      return at === null ? [] : [{ note, at }];
    }).sort((a, b) => latestFirst(a.note, b.note));
    return ok({ total: found.length, notes: found.slice(from, from + count).map(({ note, at }) => lineOf(state, note, at)) });
  },

  'notes.get'({ store: { state } }, { id }) {
    const note = state.note.get(id);
    return note === undefined ? fail('not-found', 'That note is not in the library.', { details: { table: 'note', id } }) : ok({ note, title: noteTitle(note), paper: paperOf(state, note) });
  },

  'notes.mentions'({ store: { state } }, { id }) {
    const [paper, own] = [state.paper.get(id), state.note.get(id)];
    const key = foldName(paper?.citationKey ?? (own?.paper === undefined && own !== undefined ? noteTitle(own) : ''));
    const found = key === '' ? [] : [...under(state.index.mention, key)].flatMap((one) => state.note.get(one) ?? []).filter((note) => note.id !== id && (paper === undefined || note.paper !== id) && (note.paper === undefined || state.paper.has(note.paper)));
    return ok(found.sort(latestFirst).map((note) => lineOf(state, note, mentionsIn(note.markdown).find((mention) => foldName(mention.key) === key)?.from)));
  },

  'notes.mirrored'({ store: { state } }, { id, from, count }) {
    const found = [...shownNotes(state)].filter((note) => id === undefined || note.id === id).sort((a, b) => (a.id < b.id ? -1 : 1));
    return ok({ total: found.length, notes: found.slice(from, from + count).map((note) => mirrored(state, note)) });
  },

  'notes.target'({ store: { state } }, { key }) {
    const [paper] = under(state.index.key, key);
    return ok({ paper: paper ?? null, note: paper === undefined ? noteNamed(state, key) : null });
  },
};
