import { z } from 'zod';
import type { Draft, Format, Outgoing, Reading } from '../format.ts';
import { jsonList } from '../steps.ts';
import { draftOf, newItem, zoteroOf, type Creator, type ZoteroItem } from './item.ts';
import { htmlNote, plainNote } from './note.ts';
import { baseOf, ITEM_TYPES } from './schema.ts';

/** Zotero's JSON: a list of items, as Zotero, its web API (`data`) and Better BibTeX (`items`) write it. */
export const zoteroJson: Format = { name: 'zotero-json', extensions: ['json'], recognise: (head) => (/^\s*[[{]/.test(head) && /"itemType"\s*:/.test(head) ? 0.96 : 0), read, ...jsonList(zoteroJsonOf) };

const Person = z.looseObject({ creatorType: z.string().default('author'), lastName: z.string().optional(), firstName: z.string().optional(), name: z.string().optional(), fieldMode: z.unknown().optional() });
const Tag = z.union([z.string(), z.looseObject({ tag: z.string() }).transform(({ tag }) => tag)]);
const Note = z.union([z.string(), z.looseObject({ note: z.string() }).transform(({ note }) => note)]);
const File = z.looseObject({ title: z.string().optional(), path: z.string().optional().catch(undefined), url: z.string().optional().catch(undefined), mimeType: z.string().optional(), contentType: z.string().optional(), localPath: z.string().optional() });
const Item = z.looseObject({ itemType: z.string(), creators: z.array(Person).default([]), tags: z.array(Tag).default([]), notes: z.array(Note).default([]), attachments: z.preprocess((files) => (Array.isArray(files) ? files : [files].filter(Boolean)), z.array(File)) });
const OUTSIDE = new Set(['itemType', 'creators', 'tags', 'notes', 'attachments', 'collections', 'relations', 'seeAlso', 'key', 'version', 'itemID', 'id', 'uri', 'dateAdded', 'dateModified', 'itemKey', 'libraryID', 'parentItem', 'deleted', 'select', 'multi', 'complete']);

function read(text: string): Reading {
  const reading: Reading = { drafts: [], problems: [], leftOut: [], origin: {} };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ...reading, problems: [{ severity: 'error', message: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` }] };
  }
  for (const [index, entry] of entriesOf(parsed).entries()) {
    const item = Item.safeParse(entry);
    if (!item.success) reading.problems.push({ severity: 'error', message: item.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '), entry: `item ${index + 1}`, text: (JSON.stringify(entry) ?? '').slice(0, 500) });
    else if (ITEM_TYPES[item.data.itemType]) reading.drafts.push(draftFrom(item.data));
    else reading.leftOut.push({ text: item.data.itemType, line: index + 1, reason: 'not a paper' });
  }
  return reading;
}

/** The items of a list, of `items`, or a single one; the web API's under `data`. */
function entriesOf(value: unknown): unknown[] {
  const wrapped = z.looseObject({ items: z.array(z.unknown()) }).safeParse(value);
  const list: unknown[] = Array.isArray(value) ? value : wrapped.success ? wrapped.data.items : [value];
  return list.map((one) => { const inner = z.looseObject({ data: z.looseObject({ itemType: z.string() }) }).safeParse(one); return inner.success ? inner.data.data : one; });
}

function draftFrom(entry: z.infer<typeof Item>): Draft {
  const { itemType } = entry;
  const item: ZoteroItem = { ...newItem(itemType), tags: entry.tags, notes: entry.notes.map(plainNote) };
  if (Array.isArray(entry['extra'])) item.fields['extra'] = entry['extra'].join('\n').trim();
  for (const [field, value] of Object.entries(entry)) if (!OUTSIDE.has(field) && (typeof value === 'string' || typeof value === 'number')) item.fields[baseOf(itemType, field)] = String(value);
  item.creators = entry.creators.map(({ creatorType, lastName, firstName, name, fieldMode }): Creator => (name !== undefined || fieldMode === 1 || fieldMode === true ? { name: name ?? lastName ?? '', creatorType } : { ...(lastName ? { lastName } : {}), ...(firstName ? { firstName } : {}), creatorType }));
  item.attachments = entry.attachments.flatMap(({ title, path, url, mimeType, contentType, localPath }) => {
    const place = localPath ?? path ?? url;
    const mediaType = mimeType ?? contentType;
    return place ? [{ path: place, ...(title ? { title } : {}), ...(mediaType ? { mediaType } : {}) }] : [];
  });
  return draftOf(item, { every: true });
}

/** A paper as Zotero's JSON has an item, with its type's own field names. */
export function zoteroJsonOf(paper: Outgoing): Record<string, unknown> {
  const { itemType: usual, fields, creators } = zoteroOf(paper.item, paper.verbatim?.find(({ format }) => format === 'zotero'));
  const itemType = usual === 'film' && paper.verbatim?.some(({ format, type, fields: kept }) => format === 'bibtex' && type === 'video' && kept['entrysubtype'] !== 'film') ? 'videoRecording' : usual;
  const named = Object.entries(fields).map(([field, value]) => [ITEM_TYPES[itemType]?.own.get(field) ?? field, value]);
  return {
    itemType, ...(paper.citationKey ? { citationKey: paper.citationKey } : {}), ...Object.fromEntries(named), creators, tags: paper.tags.map((tag) => ({ tag })),
    notes: (paper.notes ?? []).map((note) => ({ note: htmlNote(note) })),
    attachments: (paper.files ?? []).map(({ path, title, mediaType }) => ({ title: title ?? path, [/^https?:/.test(path) ? 'url' : 'path']: path, ...(mediaType ? { mimeType: mediaType } : {}) })),
  };
}

