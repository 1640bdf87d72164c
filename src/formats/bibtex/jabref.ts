import type { Outgoing } from '../format.ts';

/** What JabRef says of an entry in fields of its own: groups, how far it is read, stars, and what its importers put elsewhere than Sheaf's. Undefined takes a field out. */
export function jabrefFields({ collections = [], status, rating, verbatim = [] }: Outgoing, made: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const kept = verbatim.find(({ format }) => format === 'zotero')?.fields ?? {};
  const fields: Record<string, string | undefined> = {};
  for (const [field, taken, names] of ELSEWHERE) {
    const value = names.flatMap((name) => kept[name] ?? [])[0];
    if (value !== undefined && taken.every((other) => made[other] === undefined)) fields[field] = value.replace(/(?:(?<!\s)\s+)?\n\s*/g, ' ');
  }
  const groups = [...new Set(collections.map((path) => nameOf(path)))];
  if (groups.length > 0 || made['groups'] !== undefined) fields['groups'] = groups.length === 0 ? undefined : groups.map((name) => name.replace(/[\\,]/g, '\\$&')).join(', ');
  if (status !== undefined && status !== 'archived') fields['readstatus'] = READ[status];
  if (rating !== undefined) fields['ranking'] = rating > 0 ? `rank${String(rating)}` : undefined;
  return fields;
}

/** The place of publishing is where JabRef's importers put the authors' addresses, or the journal's country; the fields that hold it already, and the names under which the sources' are kept. */
const ELSEWHERE: readonly [field: string, taken: readonly string[], names: readonly string[]][] = [
  ['address', ['address', 'location'], ['endnote:auth-address', 'ris:AD', 'biblioscape:AD', 'nbib:PL']],
  ['pubstate', ['pubstate'], ['pubmed:PublicationStatus']],
];
const READ: Readonly<Record<string, string>> = { read: 'read', reading: 'skimmed' };

/** A group is called by the last name of a collection's path; braces would end JabRef's comment. */
const nameOf = (path: readonly string[]): string => (path.at(-1) ?? '').replace(/[{}]/g, '');

/** JabRef's types of files, for the media types that Sheaf knows them by. */
export const jabrefType = (mediaType = ''): string => TYPES[mediaType] ?? mediaType;
const TYPES: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'application/epub+zip': 'ePUB', 'text/html': 'HTML', 'text/plain': 'Text', 'image/png': 'PNG image', 'image/jpeg': 'JPG image', 'application/postscript': 'PostScript' };

/** Whether a block is one of those that JabRef keeps its tree of groups and its mode in, which are made anew. */
export const isJabrefMeta = (block: string): boolean => /^@comment\s*\{\s*jabref-meta:\s*(?:grouping|groupstree|groupsversion|databasetype)\b/i.test(block);

interface Line { path: readonly string[]; text: string }

/** The comments at the end of JabRef's file: its mode, and the tree of groups with the collections that the tree of the file that was read does not have. */
export function jabrefMeta(papers: readonly Outgoing[], biblatex: boolean, kept: readonly string[]): string[] {
  const lines = linesOf(kept.find((block) => /jabref-meta:\s*grouping:/i.test(block)) ?? '');
  const paths = new Map(papers.flatMap(({ collections = [] }) => collections.map((path): [string, string[]] => [path.join('\n'), path])));
  for (const [, path] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) for (let depth = 1; depth <= path.length; depth++) put(lines, path.slice(0, depth).map((name) => nameOf([name])));
  const tree = lines.map(({ path, text }) => `${String(path.length)} ${text};\n`).join('');
  return [`@Comment{jabref-meta: databaseType:${biblatex ? 'biblatex' : 'bibtex'};}\n`, ...(lines.length > 0 ? [`@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n${tree}}\n`] : [])];
}

/** The groups of a tree, each by the names of those it lies in. */
function linesOf(block: string): Line[] {
  const path: string[] = [];
  return [...block.matchAll(/^(\d+) (\w+Group:(.*));$/gm)].flatMap(([, depth, text = '', rest = '']): Line[] => {
    if (Number(depth) === 0) return [];
    path.length = Math.min(path.length, Number(depth) - 1);
    path.push(unquoted(/^(?:[^\\;]|\\{3};|\\{4})*/.exec(rest)?.[0] ?? ''));
    return [{ path: [...path], text }];
  });
}

/** Puts a group behind all that lie in the same one. */
function put(lines: Line[], path: readonly string[]): void {
  const within = (line: Line, outer: readonly string[]): boolean => outer.every((name, at) => line.path[at] === name);
  if (lines.some((line) => line.path.length === path.length && within(line, path))) return;
  const last = lines.findLastIndex((line) => within(line, path.slice(0, -1)));
  lines.splice(path.length === 1 ? lines.length : last + 1, 0, { path, text: `StaticGroup:${quoted(path.at(-1) ?? '')}\\;0\\;1\\;\\;\\;\\;` });
}

/** JabRef guards a name's signs twice: as a part of a group, and the group as a part of the tree. */
const quoted = (name: string): string => name.replace(/\\/g, '\\\\\\\\').replace(/;/g, '\\\\\\;');
/** The name of a group as it stands in a tree. */
export const unquoted = (name: string): string => name.replace(/\\{3};/g, ';').replace(/\\{4}/g, '\\');
