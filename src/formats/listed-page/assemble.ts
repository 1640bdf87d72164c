import { couldBeName, isProse, isSentence, kindOf, wordsIn, type Kind } from './kinds.ts';
import type { Line } from './line.ts';

/** The lines of one paper, each in its part. `doubtful` says why the title may be none. */
export interface Entry { title: Line; abstract: Line[]; facts: { kind: Kind; line: Line }[]; doubtful?: string }
export interface Assembly { entries: Entry[]; header: { kind: Kind; line: Line }[]; leftOut: { line: Line; reason: string }[]; /** Each paper's identifier stands before its title, as on arXiv's listings. */ identifiersLead?: boolean }

interface Seen { kind: Kind; line: Line }

/** Finds the papers of a page by its rhythm: titles, what stands around them, and the running text that follows. */
export function assemble(lines: Line[]): Assembly {
  const seen = lines.map((line) => ({ kind: line.heading && !isProse(line.text) ? headingKind(line) : kindOf(line.text), line }));
  const repeated = repeatedLabels(seen);
  const judged = seen.map((each) => (repeated.has(each.line.text) && each.kind === 'title' ? { ...each, kind: 'label' as const } : each));
  const rhythmic = loneAuthors(judged);
  return rhythmic.some(({ kind }) => kind === 'prose') ? withAbstracts(closeAbstracts(rhythmic)) : onlyTitles(rhythmic);
}

/** Where most titles of a page are followed by author lines, a line of the shape of one name after a title is one as well. */
function loneAuthors(seen: Seen[]): Seen[] {
  const authored = seen.filter(({ kind }, index) => kind === 'authors' && seen[index - 1]?.kind === 'title').length;
  const alone = (each: Seen, index: number): boolean => each.kind === 'title' && !each.line.heading && couldBeName(each.line.text) && seen[index - 1]?.kind === 'title' && seen[index + 1]?.kind !== 'authors';
  const lone = seen.filter(alone).length;
  return authored > 0 && authored >= lone ? seen.map((each, index) => (alone(each, index) ? { ...each, kind: 'authors' } : each)) : seen;
}

const headingKind = (line: Line): Kind => {
  const kind = kindOf(line.text);
  return kind === 'authors' ? 'title' : kind;
};

/** A short line that comes again and again is part of the page, not of a paper. */
function repeatedLabels(seen: Seen[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { line } of seen) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  return new Set([...counts].filter(([text, count]) => count > 2 || (count > 1 && text.length < 25)).map(([text]) => text));
}

/** A sentence right after running text goes on with it, unless it is what leads to the next running text. */
function closeAbstracts(seen: Seen[]): Seen[] {
  const out: Seen[] = [];
  for (const [index, each] of seen.entries()) {
    const after = seen[index + 1];
    const goesOn = each.kind === 'title' && out.at(-1)?.kind === 'prose' && isSentence(each.line.text) && after?.kind !== 'prose';
    out.push(goesOn ? { ...each, kind: 'prose' } : each);
  }
  return out;
}

function withAbstracts(seen: Seen[]): Assembly {
  const assembly: Assembly = { entries: [], header: [], leftOut: [] };
  let between: Seen[] = [];
  for (const [index, each] of seen.entries()) {
    if (each.kind !== 'prose') { between.push(each); continue; }
    const last = assembly.entries.at(-1);
    if (seen[index - 1]?.kind === 'prose') last?.abstract.push(each.line);
    else if (!settle(between, each, assembly)) orphanProse(last, each, between, assembly);
    if (seen[index + 1]?.kind !== 'prose') between = [];
  }
  trailing(between, assembly);
  return assembly;
}

/** Running text without a title before it: the next paragraph of the paper above, else nobody's. */
function orphanProse(last: Entry | undefined, { line }: Seen, between: Seen[], assembly: Assembly): void {
  if (!last) { assembly.header.push(...between); assembly.leftOut.push({ line, reason: 'text without a title' }); return; }
  last.facts.push(...between);
  last.abstract.push(line);
}

/** Makes the paper whose abstract begins here out of the lines before it. False when none of them can be its title. */
function settle(between: Seen[], prose: Seen, assembly: Assembly): boolean {
  const at = titleAt(between);
  if (at < 0) return false;
  const first = assembly.entries.length === 0;
  const title = between[at];
  if (!title) return false;
  const before = between.slice(0, at);
  const own = before.slice(before.findLastIndex(({ kind }) => kind !== 'identifier') + 1);
  if (first) assembly.identifiersLead = own.length > 0;
  const lead = assembly.identifiersLead ? own : [];
  earlier(before.slice(0, before.length - lead.length), first, assembly);
  assembly.entries.push({ title: title.line, abstract: [prose.line], facts: [...lead, ...between.slice(at + 1)] });
  return true;
}

/** The title stands right before its authors where there are some, else it is the last line that can be one. */
function titleAt(between: Seen[]): number {
  const labelled = between.findLastIndex(({ line }) => /^title\s*:/i.test(line.text));
  if (labelled >= 0) return labelled;
  const headings = between.findLastIndex(({ kind, line }) => kind === 'title' && line.heading === true);
  if (headings >= 0) return headings;
  const authors = between.findLastIndex(({ kind }) => kind === 'authors');
  const beforeAuthors = authors > 0 ? between.slice(0, authors).findLastIndex(({ kind }) => kind === 'title') : -1;
  if (beforeAuthors >= 0) return beforeAuthors;
  const title = between.findLastIndex(({ kind }) => kind === 'title');
  // With nothing else to be the title, two capitalised pairs of words are one and not two people.
  return title >= 0 ? title : between.findLastIndex(({ kind, line }) => kind === 'authors' && !/^(?:authors?\s*:|by\s)/i.test(line.text));
}

/** What stands before a title: the head of the page, the foot of the paper above, or papers without an abstract. */
function earlier(before: Seen[], first: boolean, assembly: Assembly): void {
  const listed = titlesWithFacts(before);
  const start = listed[0] ? before.indexOf(listed[0].seen) : before.length;
  if (first) {
    for (const each of before.slice(0, start)) { assembly.header.push(each); assembly.leftOut.push({ line: each.line, reason: 'before the first paper' }); }
    for (const { seen, facts } of listed) assembly.entries.push({ title: seen.line, abstract: [], facts });
    return;
  }
  for (const group of groupsByTitle(before)) {
    if (!group.title) { assembly.entries.at(-1)?.facts.push(...group.facts); continue; }
    addUnsure(group.title, group.facts, assembly);
  }
}

/** A line between papers that may be a paper of which only the title is listed, or a heading of the page. */
function addUnsure(title: Seen, facts: Seen[], assembly: Assembly): void {
  const certain = facts.some(({ kind }) => kind === 'authors' || kind === 'identifier');
  if (certain || title.line.heading || wordsIn(title.line.text) >= 4) {
    assembly.entries.push({ title: title.line, abstract: [], facts, ...(certain ? {} : { doubtful: 'No abstract or authors follow; this may be a heading of the page.' }) });
  } else {
    assembly.leftOut.push(...[title, ...facts].map(({ line }) => ({ line, reason: 'not a paper' })));
  }
}

function groupsByTitle(seen: Seen[]): { title: Seen | null; facts: Seen[] }[] {
  const groups: { title: Seen | null; facts: Seen[] }[] = [{ title: null, facts: [] }];
  for (const each of seen) {
    if (each.kind === 'title') groups.push({ title: each, facts: [] });
    else groups.at(-1)?.facts.push(each);
  }
  return groups;
}

const titlesWithFacts = (seen: Seen[]): { seen: Seen; facts: Seen[] }[] =>
  groupsByTitle(seen).flatMap(({ title, facts }) => (title && facts.some(({ kind }) => kind === 'authors' || kind === 'identifier') ? [{ seen: title, facts }] : []));

/** What follows the last abstract: its foot, further titles, and the foot of the page. */
function trailing(seen: Seen[], assembly: Assembly): void {
  for (const { title, facts } of groupsByTitle(seen)) {
    if (!title) assembly.entries.at(-1)?.facts.push(...facts);
    else if (facts.some(({ kind }) => kind === 'authors' || kind === 'identifier')) assembly.entries.push({ title: title.line, abstract: [], facts });
    else assembly.leftOut.push(...[title, ...facts].map(({ line }) => ({ line, reason: 'after the last paper' })));
  }
}

const MIN_WORDS = 3;

/** A page of titles alone. The head of the page ends with its last short label or date near the top; a label that comes again stands with each paper. */
function onlyTitles(seen: Seen[]): Assembly {
  const once = (text: string): boolean => /\p{L}/u.test(text) && seen.filter(({ line }) => line.text === text).length === 1;
  const top = seen.slice(0, 10).findLastIndex(({ kind, line }, index, head) => ((kind === 'label' && once(line.text)) || kind === 'date') && !head.slice(0, index).some(({ kind: above }) => above === 'authors'));
  const headEnd = seen.some(({ kind }) => kind === 'authors') ? Math.min(top, seen.findIndex(({ kind }) => kind === 'authors') - 2) : top;
  const header = seen.slice(0, Math.max(0, headEnd + 1));
  const assembly: Assembly = { entries: [], header, leftOut: header.map(({ line }) => ({ line, reason: 'before the first paper' })) };
  for (const { title, facts } of groupsByTitle(seen.slice(header.length))) {
    if (!title) assembly.leftOut.push(...facts.map(({ line }) => ({ line, reason: 'not a paper' })));
    else if (wordsIn(title.line.text) < MIN_WORDS && !title.line.heading && !facts.some(({ kind }) => kind === 'authors' || kind === 'identifier')) assembly.leftOut.push({ line: title.line, reason: 'too short for a title' });
    else assembly.entries.push({ title: title.line, abstract: [], facts, ...(facts.length > 0 ? {} : { doubtful: 'Only this line was found; it may not be a title.' }) });
  }
  return assembly;
}
