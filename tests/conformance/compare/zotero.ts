import { z } from 'zod';
import { baseOf } from '../../../src/formats/zotero/schema.ts';
import { compareLists, type Found } from './records.ts';

const Person = z.looseObject({ creatorType: z.string().default('author'), lastName: z.string().nullish(), firstName: z.string().nullish(), name: z.string().optional(), fieldMode: z.unknown().optional() });
const Attachment = z.looseObject({ title: z.string().optional(), mimeType: z.string().optional(), path: z.unknown().optional(), url: z.unknown().optional() });
const Item = z.looseObject({
  itemType: z.string(), creators: z.array(Person).default([]), attachments: z.array(Attachment).catch([]),
  tags: z.array(z.union([z.string(), z.looseObject({ tag: z.string() }).transform(({ tag }) => tag)])).default([]),
  notes: z.array(z.union([z.string(), z.looseObject({ note: z.string() }).transform(({ note }) => note)])).default([]),
});

/** What is no part of an item: numbers that an importer hands out, and what Zotero keeps of its own doing. */
const PASSING = new Set(['itemType', 'creators', 'attachments', 'tags', 'notes', 'seeAlso', 'itemID', 'id', 'uri', 'key', 'version', 'relations', 'collections', 'dateAdded', 'dateModified', 'libraryID', 'itemKey']);

/** Zotero puts what it has no field for into a note; Sheaf keeps it beside the paper under its own name. */
const BESIDE = 'ThefollowingvalueshavenocorrespondingZoterofield';

/** Zotero items by meaning: base fields for a type's own names, tags and notes as sets, notes by their text; a file's place counts where the reference has one. */
export function compareZotero(expected: unknown[], found: unknown[]): Found[] {
  const wanted = expected.map((one) => Item.parse(one));
  const seen = found.map((one) => Item.parse(one));
  return compareLists(wanted.map((one) => meaning(one, one)), seen.map((one, index) => meaning(one, wanted[index] ?? one)));
}

function meaning(item: z.infer<typeof Item>, reference: z.infer<typeof Item>): Record<string, unknown> {
  const extra = lines(String(item['extra'] ?? ''));
  const fields = Object.entries({ ...item, ...extra }).filter(([name, value]) => !PASSING.has(name) && !own(name, value, reference) && value !== '' && value !== undefined && value !== null).map(([name, value]) => [baseOf(item.itemType, name), same(baseOf(item.itemType, name), String(value).replace(/\s+/g, ' ').trim())]);
  return {
    itemType: item.itemType, ...Object.fromEntries(fields), creators: item.creators.map(person), tags: [...new Set(item.tags)].sort(), notes: item.notes.map(plain).filter((note) => !note.startsWith(BESIDE)).sort(),
    attachments: item.attachments.map((one, index) => attachment(one, reference.attachments[index] ?? one)),
  };
}

/** What only the reading has, and rightly: the key of a BibTeX entry, which Zotero's cases have as `itemID`; the day of a visit, which they leave out. */
const own = (name: string, value: unknown, reference: z.infer<typeof Item>): boolean => reference[name] === undefined && (name === 'accessDate' || (name === 'citationKey' && value === reference['itemID']));

/** What is one value in two spellings: dashes in ranges of pages, the two ways to write small capitals; a title guarded against styles is that title. */
function same(field: string, value: string): string {
  if (field === 'pages') return value.replace(/[–—]/g, '-');
  if (field === 'accessDate') return value.replace(/T(?=\d)/, ' ').replace(/Z$/, '');
  return value.replace(/<span class="nocase">(.*?)<\/span>/g, '$1').replace(/<span style="(?:font-variant:\s*)?small-caps;?">/g, '<span style="small-caps">');
}

/** Zotero reads `PMID: 1` in a line of Extra as the field itself. */
function lines(extra: string): Record<string, string> {
  const named = extra.split('\n').map((line) => /^(PMID|PMCID|DOI|Citation Key): *(\S+)$/.exec(line.trim()) ?? line);
  const fields = named.flatMap((line) => (typeof line === 'string' ? [] : [[line[1] === 'Citation Key' ? 'citationKey' : line[1] ?? '', line[2] ?? '']]));
  return { ...Object.fromEntries(fields), extra: named.filter((line) => typeof line === 'string').join('\n') };
}

const person = ({ creatorType, lastName, firstName, name, fieldMode }: z.infer<typeof Person>): unknown => (name !== undefined || fieldMode === 1 || fieldMode === true ? { creatorType, name: name ?? lastName } : { creatorType, lastName: lastName || undefined, firstName: firstName || undefined });
const plain = (note: string): string => note.replace(/<[^>]*>|^#+ /gm, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, '');
const attachment = (one: z.infer<typeof Attachment>, reference: z.infer<typeof Attachment>): unknown => ({ title: one.title, ...(reference.mimeType ? { mimeType: one.mimeType } : {}), ...(reference.path ?? reference.url ? { place: one.path ?? one.url } : {}) });
