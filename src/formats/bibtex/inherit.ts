import type { BibEntry } from './parse.ts';

/** Fields that mean nothing to the entry that inherits (BibLaTeX manual, appendix B), and those that name or describe the parent itself. */
const NOT_INHERITED = new Set(['crossref', 'xref', 'xdata', 'ids', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related', 'relatedoptions', 'relatedstring', 'relatedtype', 'shorthand', 'shorthandintro', 'sortkey', 'sorttitle', 'indextitle', 'shorttitle', 'keywords', 'keyword', 'file', 'abstract', 'note', 'annotation', 'annote', 'doi', 'url', 'urldate', 'eprint', 'eprinttype', 'archiveprefix', 'primaryclass', 'groups', 'timestamp', 'owner', 'date-added', 'date-modified', 'pages', 'pagetotal', 'comment', 'review']);
/** Chains of parents longer than any real file's are cut, so that reading stays linear. */
const MOST_PARENTS = 16;
const IN = new Set(['inbook', 'bookinbook', 'suppbook', 'incollection', 'suppcollection', 'inproceedings', 'conference', 'inreference']);

/** The fields of an entry with those it takes from others. `xdata`: whether the file has entries that lend single fields. */
export function inherited(entry: BibEntry, own: ReadonlyMap<string, string>, byKey: ReadonlyMap<string, BibEntry>, xdata: boolean): ReadonlyMap<string, string> {
  if (!xdata && !own.has('crossref') && !own.has('xdata')) return own;
  const fields = new Map(own);
  granular(fields, byKey);
  if (!own.has('crossref') && !own.has('xdata')) return fields;
  const seen = new Set([entry]);
  const queue = [entry];
  for (let current = queue.shift(); current; current = queue.shift()) {
    for (const { name, value } of current.fields) {
      if (name !== 'crossref' && name !== 'xdata') continue;
      for (const key of value.split(',', MOST_PARENTS)) {
        const parent = byKey.get(key.trim().toLowerCase());
        if (!parent || seen.has(parent) || seen.size > MOST_PARENTS) continue;
        seen.add(parent);
        queue.push(parent);
        take(fields, own, parent, name === 'crossref' ? entry.type : null);
      }
    }
  }
  return fields;
}

/** BibLaTeX's references to one field of an xdata entry, or to one of a list in it: `author = {Jane Doe and xdata=key-author-2}`. */
function granular(fields: Map<string, string>, byKey: ReadonlyMap<string, BibEntry>): void {
  for (const [name, value] of fields) {
    if (!value.includes('xdata=')) continue;
    fields.set(name, value.replace(/(?<=^|\sand\s+)xdata=\s*([^-\s]+)-(\w+)(?:-(\d+))?/g, (whole, key: string, field: string, place?: string) => {
      const from = byKey.get(key.toLowerCase())?.fields.find((one) => one.name === field.toLowerCase())?.value;
      return (place === undefined ? from : from?.split(/\s+and\s+/)[Number(place) - 1]) ?? whole;
    }));
  }
}

/** @param type the type of the entry that inherits by crossref; null for xdata, which is taken as it is. */
function take(fields: Map<string, string>, own: ReadonlyMap<string, string>, parent: BibEntry, type: string | null): void {
  const dated = own.has('date') || own.has('year');
  for (const { name, value } of parent.fields) {
    if (type === null) { if (name !== 'xdata' && !fields.has(name)) fields.set(name, value); continue; }
    if (NOT_INHERITED.has(name) || (dated && ['date', 'year', 'month', 'day'].includes(name))) continue;
    for (const target of targets(name, parent.type, type)) if (!fields.has(target)) fields.set(target, value);
  }
}

/** What a parent's field is for the child: its title is the container's, its author that of the book. */
function targets(name: string, parent: string, child: string): readonly string[] {
  const part = IN.has(child);
  if (name === 'author') return part ? (parent === 'book' || parent === 'mvbook' ? (child === 'inbook' ? ['author', 'bookauthor'] : ['bookauthor']) : []) : [name];
  const title = /^(title|subtitle|titleaddon)$/.exec(name)?.[1];
  if (title === undefined) return [name];
  const whole = title === 'titleaddon' ? 'titleaddon' : title;
  if (parent === 'periodical') return [`journal${whole}`];
  if (parent.startsWith('mv')) return [`main${whole}`];
  return part ? [`book${whole}`] : child === 'article' ? [`journal${whole}`] : [];
}
