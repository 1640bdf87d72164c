import { isAbsolute, join } from 'node:path';
import type { Mark, Outgoing } from '../../formats/format.ts';
import { under } from '../../library/multi-map.ts';
import { pageName } from '../../library/notes/quotes.ts';
import { annotationsOf } from '../../library/travelling-marks.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Paper } from '../../model/paper.ts';

/** A paper as it leaves the library: with names instead of ids, and files by where they lie on this machine. */
export function outgoing(state: LibraryState, folder: string, paper: Paper): Outgoing {
  const { id, citationKey, item, verbatim, status, rating } = paper;
  const notes = [...under(state.index.note, id)].sort().flatMap((note) => state.note.get(note)?.markdown ?? []);
  const attached = [...under(state.index.attachment, id)].sort().flatMap((file) => state.attachment.get(file) ?? []);
  const annotations = annotationsOf(state, id, attached.map((file) => file.id));
  const files = attached.map(({ kind, path, title, mediaType }) => ({ path: kind === 'kept' && !isAbsolute(path) ? join(folder, path) : path, ...(title === undefined ? {} : { title }), mediaType }));
  const marks = marksOf(state, id);
  return {
    id, citationKey, item, status, ...(rating === undefined ? {} : { rating }), tags: paper.tags.flatMap((tag) => state.tag.get(tag)?.name ?? []),
    ...(verbatim ? { verbatim } : {}), ...(files.length ? { files } : {}), ...(notes.length ? { notes } : {}), ...(paper.collections.length ? { collections: paper.collections.map((one) => pathOf(state, one)) } : {}), ...(marks.length ? { marks } : {}), ...(annotations.length ? { annotations } : {}),
  };
}

/** The marks of a paper in the order of reading: on the abstract, then page by page. */
function marksOf(state: LibraryState, id: string): Mark[] {
  const all = [...under(state.index.annotation, id)].flatMap((mark) => state.annotation.get(mark) ?? []);
  const page = ({ target }: (typeof all)[number]): number => (target.type === 'pdf' ? target.page : 0);
  return all.sort((a, b) => page(a) - page(b) || a.selector.start - b.selector.start).map((mark) => ({ quote: mark.selector.exact, comment: mark.comment, ...(mark.target.type === 'pdf' ? { page: pageName(mark.target) } : {}) }));
}

/** The names of a collection and those it lies in, the outermost first. */
function pathOf(state: LibraryState, id: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const collection = state.collection.get(at);
    if (collection) path.unshift(collection.name);
    at = collection?.parent;
  }
  return path;
}
