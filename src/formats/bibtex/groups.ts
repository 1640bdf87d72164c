import type { Draft } from '../format.ts';
import { unquoted } from './jabref.ts';

interface Groups { paths: Map<string, string[]>; members: Map<string, string[][]> }

/** JabRef's tree of groups, from its comment `jabref-meta: grouping:` (or `groupstree:`): a line a group, led by its depth. */
export function groupTree(comments: string[]): Groups {
  const groups: Groups = { paths: new Map(), members: new Map() };
  for (const comment of comments) if (/^\s*jabref-meta:\s*(?:grouping|groupstree):/i.test(comment)) readTree(comment, groups);
  return groups;
}

function readTree(comment: string, { paths, members }: Groups): void {
  const path: string[] = [];
  for (const [, depth = '0', name = '', rest = ''] of comment.replace(/\n/g, '').matchAll(/(\d+)\s+\w+Group:((?:[^\\;]|\\{3};|\\{4})*)\\;((?:[^\\;]|\\.)*);/g)) {
    path.length = Math.max(0, Number(depth) - 1);
    path.push(unquoted(name));
    paths.set(unquoted(name), [...path]);
    // Until version 3 the group listed its entries' keys.
    for (const key of rest.split(/\\;/).slice(1).filter(Boolean)) members.set(key, [...(members.get(key) ?? []), [...path]]);
  }
}

/** Gives a draft the paths of its groups: as its own field names them, and as the tree lists it. */
export function inGroups(draft: Draft, { paths, members }: Groups): Draft {
  if (draft.collections === undefined && members.size === 0) return draft;
  const named = (draft.collections ?? []).map((path) => paths.get(path.at(-1) ?? '') ?? path);
  const listed = members.get(draft.citationKey ?? '') ?? [];
  const all = [...new Map([...named, ...listed].map((path) => [path.join('\n'), path])).values()];
  return all.length > 0 ? { ...draft, collections: all } : draft;
}
