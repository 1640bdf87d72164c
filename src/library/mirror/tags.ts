import { foldName } from '../fold.ts';

/** A tag as front matter takes it: without spaces, and without the sign that it has in a text. */
export const dashed = (tag: string): string => tag.replace(/^[\s#]+/, '').trim().replace(/\s+/g, '-');

/** What was done to a paper's tags in a file, against what both sides last had. */
export interface TagEdits { add: string[]; remove: string[] }

/** Tags that were put into a file's head or taken out of it; none where it says nothing of tags. `base` and the answer as they are written there. */
export function tagEdits(base: readonly string[], head: readonly string[] | null): TagEdits {
  const now = tagsIn(head);
  if (now === null) return { add: [], remove: [] };
  const [before, after] = [new Set(base.map(foldName)), new Set(now.map(foldName))];
  return { add: now.filter((tag) => !before.has(foldName(tag))), remove: base.filter((tag) => !after.has(foldName(tag))) };
}

/** The tags that a head lists, in any of YAML's ways, each once; null where it lists none at all. */
export function tagsIn(head: readonly string[] | null): string[] | null {
  const at = head?.findIndex((line) => /^tags[ \t]*:/.test(line)) ?? -1;
  if (head === null || at < 0) return null;
  const [first = '', ...rest] = head.slice(at);
  const end = rest.findIndex((line) => !/^(?:[ \t]|-[ \t]|-$|\]|#)/.test(line));
  const value = [first.replace(/^tags[ \t]*:/, ''), ...rest.slice(0, end < 0 ? rest.length : end)].map((line) => line.replace(/(^|\s)#\s.*$/, ''));
  const listed = value.slice(1).some((line) => /^\s*-(?:\s|$)/.test(line)) ? value.flatMap((line) => /^\s*-\s+(.*)$/.exec(line)?.[1] ?? []) : parted(value.join(' '));
  const names = listed.map((one) => one.trim()).filter((one) => one !== '~' && one !== 'null').map((one) => dashed(unquoted(one))).filter((one) => one !== '' && one.length <= 200);
  return [...new Map(names.map((name) => [foldName(name), name])).values()];
}

/** The values of `[a, "b, c"]`, or of `a, b`. */
const parted = (list: string): string[] => list.trim().replace(/^\[|\]$/g, '').match(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,"'\s][^,]*/g) ?? [];

function unquoted(value: string): string {
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replace(/''/g, "'");
  return /^".*"$/s.test(value) ? value.slice(1, -1).replace(/\\(u[\da-f]{4}|.)/gi, (_all, escaped: string) => (/^u[\da-f]{4}$/i.test(escaped) ? String.fromCharCode(parseInt(escaped.slice(1), 16)) : escaped)) : value;
}
