import { verbatimText } from '../../../src/formats/bibtex/fields.ts';
import { parseNames } from '../../../src/formats/bibtex/names.ts';
import { BibReader, type BibEntry } from '../../../src/formats/bibtex/parse.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import { compareBibtex } from './bibtex.ts';
import type { Found } from './records.ts';

const PEOPLE = /^(?:author|editor[abc]?|translator|bookauthor|holder|annotator|commentator|introduction|foreword|afterword|director|illustrator)$/;
const TITLES = /title$|^series$|^journal$|^type$/;
const VERBATIM = /^(?:doi|url|eprint|file|isbn|issn)$/;

/** The entries of two BibTeX files, field by field under BibTeX's own names: LaTeX is the text that it sets, people are their names, titles have no case. */
export function compareEntries(expected: string, found: string): Found[] {
  return compareBibtex(entriesOf(expected), entriesOf(found));
}

const entriesOf = (text: string): { type: string; key: string; fields: [string, string][] }[] => all(text).map(({ type, key, fields }) => ({ type, key, fields: fields.map(({ name, value }): [string, string] => [name, said(name, value)]) }));

function all(text: string): BibEntry[] {
  const reader = new BibReader(text);
  while (reader.next());
  return reader.out.entries;
}

function said(name: string, value: string): string {
  if (PEOPLE.test(name)) return parseNames(value).map((one) => [one['dropping-particle'], one['non-dropping-particle'], one.family ?? one.literal, one.given, one.suffix].filter(Boolean).join('|')).join(' ; ');
  if (name === 'isbn') return verbatimText(value).replace(/-/g, '');
  if (VERBATIM.test(name)) return verbatimText(value);
  const text = texToText(value).replace(/<\/?span[^>]*>/g, '').replace(/<\/(\w+)><\1>/g, '').replace(/\u00a0/g, ' ');
  if (name === 'keywords') return text.split(/\s*[,;]\s*/).filter(Boolean).sort().join(', ');
  return TITLES.test(name) ? text.toLowerCase() : name === 'pages' ? text.replace(/[–—-]+/g, '-') : text;
}
