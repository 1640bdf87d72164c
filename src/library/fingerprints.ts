import type { Paper } from '../model/paper.ts';
import { fold } from './fold.ts';
import { identifiersOf } from '../identify/item-identifiers.ts';
import { MultiMap, link, unlink } from './multi-map.ts';

/** Papers by identifier and by folded title: what a copy is known by. Made when first asked for, since opening a library needs none of it. */
export interface Fingerprints { identifier: MultiMap; title: MultiMap }

/** Reads every paper once. */
export function makeFingerprints(papers: Iterable<Paper>): Fingerprints {
  const made: Fingerprints = { identifier: new MultiMap(), title: new MultiMap() };
  for (const paper of papers) put(made, paper, link);
  return made;
}

/** Follows a paper from one form to the next (absent: not live). */
export function follow(fingerprints: Fingerprints, before: Paper | undefined, after: Paper | undefined): void {
  if (before && after && before.item === after.item && before.links === after.links) return;
  if (before) put(fingerprints, before, unlink);
  if (after) put(fingerprints, after, link);
}

function put({ identifier, title }: Fingerprints, paper: Paper, how: typeof link): void {
  for (const key of identifiersOf(paper.item, paper.links)) how(identifier, key, paper.id);
  how(title, fold(paper.item.title ?? ''), paper.id);
}
