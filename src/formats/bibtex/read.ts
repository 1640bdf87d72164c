import type { CslItem } from '../../model/csl.ts';
import type { PaperLink } from '../../model/paper.ts';
import type { Draft, Reading } from '../format.ts';
import { linksIn } from '../listed-page/links.ts';
import { MAPPINGS, parseDate, SUBTITLES, TYPES } from './fields.ts';
import { groupTree, inGroups } from './groups.ts';
import { parseBibtex, type BibEntry } from './parse.ts';
import { texToText } from './tex.ts';

const BY_FIELD = new Map(MAPPINGS.map((mapping) => [mapping.field, mapping]));
/** Fields that mean nothing to the paper that inherits (BibLaTeX manual, 2.2.3). */
const NOT_INHERITED = new Set(['crossref', 'xdata', 'ids', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related', 'relatedtype', 'shorthand', 'sortkey', 'keywords', 'file', 'abstract', 'note', 'annotation', 'author']);
const DATE_FIELDS = ['date', 'year', 'month', 'day'];
/** Chains of parents longer than any real file's are cut, so that reading stays linear. */
const MOST_PARENTS = 16;

/** Reads BibTeX or BibLaTeX. What is broken is reported with its line and text; all the rest comes in. */
export function readBibtex(text: string): Reading {
  const file = parseBibtex(text.replace(/^\ufeff/, ''));
  const byKey = new Map(file.entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const groups = groupTree(file.comments.map((comment) => comment.text));
  const drafts = file.entries.filter(({ type }) => type !== 'xdata' && type !== 'set').map((entry) => inGroups(draftOf(entry, byKey), groups));
  const leftOut = file.comments.filter((comment) => !/^\s*jabref-(?:meta|entrytype)/i.test(comment.text)).map((comment) => ({ text: comment.text.trim().slice(0, 200), line: comment.line, reason: 'a comment' }));
  return { drafts, problems: file.problems, leftOut, origin: {} };
}

function draftOf(entry: BibEntry, byKey: Map<string, BibEntry>): Draft {
  const own = new Map(entry.fields.map(({ name, value }) => [name, value]));
  const fields = inherited(entry, own, byKey);
  const type = TYPES[entry.type] ?? 'document';
  const item: CslItem = { type: type === 'document' && fields.has('eprint') ? 'article' : type };
  const stood: Record<string, string> = {};
  const whole = withSubtitles(fields);
  for (const [field, value] of whole) {
    const mapping = BY_FIELD.get(field);
    if (!mapping || !value.trim() || item[mapping.variable] !== undefined) continue;
    item[mapping.variable] = mapping.read(value);
    if (own.has(field)) stood[field] = JSON.stringify(item[mapping.variable]);
  }
  for (const [subtitle, { variable }] of Object.entries(SUBTITLES)) if (own.has(subtitle)) stood[subtitle] = JSON.stringify(item[variable]);
  const issued = parseDate(fields);
  if (issued) {
    item.issued = issued;
    for (const field of DATE_FIELDS) if (own.has(field)) stood[field] = JSON.stringify(issued);
  }
  eprint(fields, item);
  return completed(entry, own, item, stood);
}

function completed(entry: BibEntry, own: Map<string, string>, item: CslItem, stood: Record<string, string>): Draft {
  const tags = tagsOf(own.get('keywords') ?? own.get('keyword') ?? '');
  if (tags.length > 0) for (const field of ['keywords', 'keyword']) if (own.has(field)) stood[field] = JSON.stringify(tags);
  const collections = tagsOf(own.get('groups') ?? '').map((group) => [group]);
  const files = filesOf(own.get('file') ?? '');
  return {
    item, tags, links: linksOf(item), verbatim: { format: 'bibtex', type: entry.type, key: entry.key, fields: Object.fromEntries(own), stood },
    ...(entry.key ? { citationKey: entry.key } : {}), ...(collections.length > 0 ? { collections } : {}), ...(files.length > 0 ? { files } : {}), line: entry.line,
  };
}

/** BibLaTeX keeps a subtitle apart; CSL has it in the title. */
function withSubtitles(fields: Map<string, string>): Map<string, string> {
  const whole = new Map(fields);
  for (const [subtitle, { of }] of Object.entries(SUBTITLES)) {
    const title = of.find((field) => fields.has(field));
    const [first, second] = [title && fields.get(title), fields.get(subtitle)];
    if (title && first && second) whole.set(title, `${first}${/[:.?!]\s*$/.test(first) ? ' ' : ': '}${second}`);
  }
  return whole;
}

/** Adds what a crossref or xdata parent says and the entry does not; a parent's title is the container's. Chains end where they come round again. */
function inherited(entry: BibEntry, own: Map<string, string>, byKey: Map<string, BibEntry>): Map<string, string> {
  const fields = new Map(own);
  const seen = new Set([entry]);
  const queue = [entry];
  for (let current = queue.shift(); current; current = queue.shift()) {
    for (const { name, value } of current.fields) {
      if (name !== 'crossref' && name !== 'xdata') continue;
      for (const key of value.split(',')) {
        const parent = byKey.get(key.trim().toLowerCase());
        if (!parent || seen.has(parent) || seen.size > MOST_PARENTS) continue;
        seen.add(parent);
        queue.push(parent);
        for (const from of parent.fields) take(fields, from.name, from.value, name);
      }
    }
  }
  return fields;
}

function take(fields: Map<string, string>, name: string, value: string, by: string): void {
  if (by === 'xdata') { if (!fields.has(name)) fields.set(name, value); return; }
  if (NOT_INHERITED.has(name)) return;
  const target = name === 'title' ? 'booktitle' : name;
  if (!fields.has(target)) fields.set(target, value);
}

/** arXiv's and PubMed's numbers, as arXiv says to write them. */
function eprint(fields: Map<string, string>, item: CslItem): void {
  const id = texToText(fields.get('eprint') ?? '').replace(/^arxiv:/i, '');
  const kind = (fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '').toLowerCase();
  if (!id || (kind && kind !== 'arxiv' && kind !== 'pubmed')) return;
  if (kind === 'pubmed') item.PMID ??= id;
  else if (/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i.test(id)) {
    item.URL ??= `https://arxiv.org/abs/${id}`;
    item.number ??= `arXiv:${id}`;
  }
}

const tagsOf = (value: string): string[] => [...new Set(texToText(value).split(/\s*[,;]\s*/).filter(Boolean))];
const linksOf = (item: CslItem): PaperLink[] => linksIn(item.abstract ?? '');

/** `file` as JabRef (`description:path:type;…`, with escapes) and Zotero write it; else a path alone. */
function filesOf(value: string): { path: string; title?: string; mediaType?: string }[] {
  return value.split(/(?<!\\);/).filter((part) => part.trim()).map((part) => {
    const pieces = part.replace(/\\_/g, '_').split(/(?<!\\):/).map((piece) => piece.replace(/\\([:;\\])/g, '$1'));
    if (pieces.length < 2) return { path: part.trim() };
    const drive = /^[A-Za-z]$/.test(pieces.at(-3) ?? '') && pieces.length > 3;
    const path = drive ? `${pieces.at(-3) ?? ''}:${pieces.at(-2) ?? ''}` : (pieces.at(-2) ?? '');
    const title = pieces.length > 2 ? pieces[0] : undefined;
    const type = pieces.at(-1) ?? '';
    return { path, ...(title ? { title } : {}), ...(/pdf/i.test(type) ? { mediaType: 'application/pdf' } : {}) };
  });
}
