import { fail, ok } from '../../../contract/errors.ts';
import type { Outgoing } from '../../../formats/format.ts';
import { FORMATS } from '../../../formats/formats.ts';
import { lost } from '../../../formats/lost.ts';
import { under } from '../../../library/multi-map.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Paper } from '../../../model/paper.ts';
import type { Handlers } from '../handlers.ts';

/** Papers up to which an export is read back to say what was lost. */
const MOST_CHECKED = 500;

export const exports: Handlers<'export.text'> = {
  'export.text'({ store: { state }, lists }, { selection, format: name }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    const format = FORMATS.find((one) => one.name === name);
    if (!format?.write) return fail('unsupported', `Sheaf does not write ${name}.`);
    const papers = ids.value.flatMap((id) => state.paper.get(id) ?? []).map((paper) => outgoing(state, paper));
    const { text, problems } = format.write(papers);
    const losses = papers.length <= MOST_CHECKED ? lost(format, papers) : [];
    return ok({ text, problems: [...problems, ...losses.map(({ variable, papers: count }) => `${name} cannot hold ${variable} (${count} of ${papers.length} papers).`)], count: papers.length });
  },
};

function outgoing(state: LibraryState, paper: Paper): Outgoing {
  const { id, citationKey, item, verbatim } = paper;
  const notes = [...under(state.index.note, id)].sort().flatMap((note) => state.note.get(note)?.markdown ?? []);
  const files = [...under(state.index.attachment, id)].sort().flatMap((file) => state.attachment.get(file) ?? []).map(({ path, title, mediaType }) => ({ path, ...(title === undefined ? {} : { title }), mediaType }));
  return {
    id, citationKey, item, tags: paper.tags.flatMap((tag) => state.tag.get(tag)?.name ?? []),
    ...(verbatim ? { verbatim } : {}), ...(files.length ? { files } : {}), ...(notes.length ? { notes } : {}), ...(paper.collections.length ? { collections: paper.collections.map((one) => pathOf(state, one)) } : {}),
  };
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
