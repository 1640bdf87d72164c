import type { Tag } from '../model/tag.ts';
import { foldName } from './fold.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';

/** The tags nested in a tag by the slashes of their names, at any depth. */
export function nestedIn(state: LibraryState, tag: Tag): Tag[] {
  const beginning = `${foldName(tag.name)}/`;
  return [...state.tag.values()].filter((one) => one.id !== tag.id && foldName(one.name).startsWith(beginning));
}

/** The papers that have a tag or one nested in it, or a mark with one; none where there is no such tag. */
export function papersTagged(state: LibraryState, id: string): ReadonlySet<string> {
  const tag = state.tag.get(id);
  return tag === undefined ? new Set() : joined(state, [tag, ...nestedIn(state, tag)].map((one) => one.id));
}

/** How many papers each tag stands for, those of nested tags counted in once. */
export function tagCounts(state: LibraryState): Map<string, number> {
  const families = new Map<string, string[]>([...state.tag.keys()].map((id) => [id, [id]]));
  for (const tag of state.tag.values()) for (const above of tagsAbove(state, tag)) families.get(above)?.push(tag.id);
  return new Map([...families].map(([id, family]) => [id, joined(state, family).size]));
}

function* tagsAbove(state: LibraryState, tag: Tag): Generator<string> {
  const parts = tag.name.split('/');
  for (let depth = 1; depth < parts.length; depth++) yield* [...under(state.index.tagName, foldName(parts.slice(0, depth).join('/')))].filter((id) => id !== tag.id);
}

function joined(state: LibraryState, tags: readonly string[]): ReadonlySet<string> {
  const [only, ...more] = tags;
  if (only === undefined) return new Set();
  if (more.length === 0 && under(state.index.annotationTag, only).size === 0) return under(state.index.tag, only);
  return new Set(tags.flatMap((id) => [...under(state.index.tag, id), ...papersMarked(state, id)]));
}

/** The papers that have a mark with this tag. */
function papersMarked(state: LibraryState, tag: string): string[] {
  return [...under(state.index.annotationTag, tag)].flatMap((id) => state.annotation.get(id)?.paper ?? []).filter((paper) => state.paper.has(paper));
}
