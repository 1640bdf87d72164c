import type { Draft, Reading } from '../format.ts';
import { draftOf, type ZoteroItem } from '../zotero/item.ts';
import type { Tagged, TaggedRecord } from './lines.ts';

/** What a record means, and the tags of it that were understood; with `every` also fields that Zotero's type does not have. */
export interface Meaning { item: ZoteroItem; known: Set<string>; citationKey?: string; every?: boolean }

/** Papers of tagged records. Fields not understood are kept beside the paper as `format:TAG`. */
export function readTagged(tagged: Tagged, format: string, meaningOf: (record: TaggedRecord) => Meaning): Reading {
  const reading: Reading = { drafts: [], problems: [], leftOut: tagged.stray.map(({ text, line }) => ({ text: text.slice(0, 200), line, reason: 'outside an entry' })), origin: {} };
  for (const record of tagged.records) {
    const draft = { ...draftFrom(record, format, meaningOf(record)), line: record.line };
    if (!draft.item.title && !draft.item.author) reading.problems.push({ severity: 'warning', message: 'An entry without a title and without an author.', line: record.line });
    reading.drafts.push(draft);
  }
  return reading;
}

function draftFrom(record: TaggedRecord, format: string, { item, known, citationKey, every = false }: Meaning): Draft {
  const draft = withRest(draftOf(item, { every }), record.fields.filter(({ tag, value }) => !known.has(tag) && value !== '').map(({ tag, value }) => [`${format}:${tag}`, value]));
  return citationKey === undefined ? draft : { ...draft, citationKey };
}

/** The draft with what its source says and it does not, under the source's own names (`ris:TS`); values of one name a line each. */
export function withRest(draft: Draft, rest: [name: string, value: string][]): Draft {
  if (rest.length === 0) return draft;
  const fields: Record<string, string> = { ...draft.verbatim?.fields };
  for (const [name, value] of rest) fields[name] = fields[name] === undefined ? value : `${fields[name]}\n${value}`;
  return { ...draft, verbatim: { format: 'zotero', ...draft.verbatim, fields } };
}
