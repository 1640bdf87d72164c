import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { Citation, CitedPaper, ManuscriptView } from '../../../contract/manuscripts.ts';
import { papersCited, papersLike } from '../../../library/cited.ts';
import { copiesOf, duplicateOf } from '../../../library/duplicates.ts';
import { rowOf } from '../../../library/row.ts';
import type { LibraryState } from '../../../library/state.ts';
import { entriesText, readBibliography, type Bibliography } from '../../manuscripts/bibliography.ts';
import type { CitedName, ReadManuscript } from '../../manuscripts/read.ts';
import type { Handlers } from '../handlers.ts';
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';

/** Missing keys for which it is looked what may be meant. */
const MOST_GUESSED = 200;

/** The manuscript as it lies there now, known to the lists from then on. */
export async function manuscriptOf({ manuscripts, lists }: Session, file: string): Promise<Result<ReadManuscript>> {
  const read = await manuscripts.read(file);
  if (!read.parts.includes(file)) return fail('unreadable', `${basename(file)} is not there, or is no manuscript that Sheaf reads: tex, aux, bcf, md, typ, org or docx.`, { details: { reason: 'manuscript' } });
  lists.recite(file, read);
  return ok(read);
}

export const manuscripts: Handlers<'papers.cited' | 'manuscript.look' | 'manuscript.entries'> = {
  'papers.cited': ({ store: { state } }, { works }) => ok(works.map((work) => ({ name: work.name, ids: papersCited(state, work) }))),

  async 'manuscript.look'(session, { file }) {
    const read = await manuscriptOf(session, file);
    return read.ok ? ok(await viewOf(session.store.state, file, read.value)) : read;
  },

  async 'manuscript.entries'(session, { file, names }) {
    const read = await manuscriptOf(session, file);
    if (!read.ok) return read;
    const wanted = new Set(names);
    const described = read.value.cited.flatMap(({ name, item }) => (item === undefined || !wanted.has(name) ? [] : [item]));
    if (described.length > 0) return ok({ text: JSON.stringify(described), name: basename(file) });
    const bibliographies = await bibliographiesOf(read.value);
    return ok({ text: bibliographies.map((one) => entriesText(one, names)).join('\n'), name: bibliographies.map((one) => basename(one.file)).join(', ') });
  },
};

async function bibliographiesOf({ bibliographies }: ReadManuscript): Promise<Bibliography[]> {
  const read: Bibliography[] = [];
  for (const file of bibliographies) {
    const one = await readBibliography(file, pause);
    if (one !== null) read.push(one);
  }
  return read;
}

async function viewOf(state: LibraryState, file: string, read: ReadManuscript): Promise<ManuscriptView> {
  const found = new Map(read.cited.map((one) => [one.name, papersCited(state, one)]));
  const bibliographies = await bibliographiesOf(read);
  const citations: Citation[] = [];
  let guessed = 0;
  for (const one of read.cited) {
    const ids = found.get(one.name) ?? [];
    if (ids.length > 0) { citations.push(here(state, one, ids, alsoCited(state, one.name, ids, found))); continue; }
    citations.push(missing(state, one, bibliographies, guessed++ < MOST_GUESSED));
    await pause();
  }
  const there = new Set(bibliographies.map((one) => one.file));
  return {
    file, name: basename(file), all: read.all, parts: read.parts, unread: read.unread, citations, papers: new Set([...found.values()].flat()).size,
    bibliographies: read.bibliographies.map((one) => ({ file: one, there: there.has(one) })),
  };
}

/** Other citations that mean the same work: the same paper, or a copy of it. */
function alsoCited(state: LibraryState, name: string, ids: readonly string[], found: ReadonlyMap<string, readonly string[]>): string[] {
  const same = new Set(ids.flatMap((id) => [id, ...copiesOf(state, id).map(({ paper }) => paper)]));
  return [...found].filter(([other, others]) => other !== name && others.some((id) => same.has(id))).map(([other]) => other);
}

function here(state: LibraryState, { name, file, line, item }: CitedName, ids: readonly string[], also: string[]): Citation {
  return { name, title: item?.title ?? '', file, line: line ?? null, stands: ids.length > 1 ? 'ambiguous' : also.length > 0 ? 'repeated' : 'found', papers: ids.flatMap((id) => named(state, id)), near: [], also, entry: null };
}

function missing(state: LibraryState, { name, file, line, item }: CitedName, bibliographies: readonly Bibliography[], guess: boolean): Citation {
  const from = bibliographies.find(({ entries }) => entries.has(name));
  const described = from?.entries.get(name)?.item ?? item;
  const same = described === undefined ? null : duplicateOf(state, described);
  const like = guess ? papersLike(state, name).filter((id) => id !== same?.paper) : [];
  const near = [...(same === null ? [] : named(state, same.paper, true)), ...like.flatMap((id) => named(state, id))];
  return { name, title: described?.title ?? '', file, line: line ?? null, stands: 'missing', papers: [], near, also: [], entry: from?.file ?? (item?.title === undefined ? null : file) };
}

function named(state: LibraryState, id: string, same = false): CitedPaper[] {
  const paper = state.paper.get(id);
  if (!paper) return [];
  const { title, authors, year, citationKey } = rowOf(state, paper);
  return [{ id, title, authors, year, citationKey, same }];
}
