import type { Tagged, TaggedRecord } from '../tagged/lines.ts';

/** Ovid's labels for fields and the tags of its tagged display. */
const TAGS: Readonly<Record<string, string>> = {
  author: 'AU', authors: 'AU', title: 'TI', 'chapter title': 'CT', source: 'SO', abstract: 'AB', 'author keywords': 'KW', keywords: 'KW', 'mesh subject headings': 'KW', language: 'LG', 'document type': 'PT', 'publication type': 'PT', issn: 'IS', isbn: 'IB', 'doi number': 'DI', 'digital object identifier': 'DI',
  'accession number': 'AN', 'unique identifier': 'AN', 'year of publication': 'YR', publisher: 'PB', 'link to the ovid full text or citation': 'UR', 'country of publication': 'CP',
};
/** A line of its own with the number of a record. */
export const NUMBER = /^\s*<\s*\d+\s*\.?\s*>\s*$/;
/** Degrees, which Ovid parts from names with the sign that parts names. */
const ONLY_DEGREES = /^[A-Z][A-Za-z.]{1,6}(?:[\s,]+[A-Z][A-Za-z.]{1,6})*[\s,]*\d*$/;

/** Whether a text is Ovid's labelled display: a numbered record, a label on a line of its own, its value indented below. */
export const isLabelled = (head: string): boolean => /^[ \t]*<[ \t]*\d+[ \t]*\.?[ \t]*>[ \t]*$/m.test(head) && /^(?:Authors?|Title|Source|Accession Number|Unique Identifier)[ \t]*\r?\n[ \t]+\S/m.test(head);

/** The records of Ovid's labelled display under the tags of the tagged one; other labels keep their words. */
export function labelledRecords(text: string): Tagged {
  const out: Tagged = { records: [], stray: [] };
  let record: TaggedRecord | null = null;
  let label = '';
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (NUMBER.test(raw)) { record = { fields: [], line: index + 1, closed: true }; out.records.push(record); label = ''; continue; }
    if (line === '') continue;
    if (!record) out.stray.push({ text: line, line: index + 1 });
    else if (/^\S/.test(raw)) label = line;
    else add(record, TAGS[label.toLowerCase()] ?? label, line, index + 1);
  }
  return out;
}

function add(record: TaggedRecord, tag: string, value: string, line: number): void {
  if (tag === 'AU') return void record.fields.push(...value.split(';').map((name) => name.trim()).filter((name) => name !== '' && !(record.fields.length > 0 && ONLY_DEGREES.test(name) && !name.includes(','))).map((name) => ({ tag, value: name, line })));
  const text = tag === 'TI' || tag === 'CT' ? value.replace(/\.?(?<!\s)\s*\[[^[\]]*\]$/, '') : tag === 'LG' || tag === 'AN' || tag === 'KW' ? value.replace(/\.$/, '') : value;
  const last = record.fields.at(-1);
  if (last?.tag === tag) last.value += ` ${text}`;
  else record.fields.push({ tag, value: text, line });
}
