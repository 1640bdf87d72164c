import type { Format } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem, type Creator } from '../zotero/item.ts';

/** The tagged display of Copac, the union catalogue of British libraries: `TI- A title`, further lines indented. */
export const copac: Format = {
  name: 'copac', extensions: ['txt'], recognise: (head) => (/^\ufeff?\s*TI- \S/.test(head) && /^(?:AU|PU|PY|PD|IS|HL|LA)- \S/m.test(head) ? 0.9 : 0),
  read: (text) => readTagged(taggedRecords(text, { field: /^([A-Z]{2})- (.*)$/, first: 'TI' }), 'copac', meaningOf),
};

const KNOWN = new Set(['TI', 'AU', 'PY', 'PU', 'SE', 'IS', 'KW', 'NT', 'LA', 'ED']);

/** What libraries hold is books; the catalogue says no more. */
function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem('book');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  put('title', valuesOf(record, 'TI').join(', '));
  put('date', valueOf(record, 'PY'));
  put('publisher', valueOf(record, 'PU'));
  put('series', valuesOf(record, 'SE').join(', '));
  put('ISBN', valuesOf(record, 'IS').join(' '));
  put('language', valueOf(record, 'LA'));
  put('edition', valueOf(record, 'ED'));
  item.creators = valuesOf(record, 'AU').map(authorOf);
  item.tags = valuesOf(record, 'KW').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean);
  item.notes = valuesOf(record, 'NT');
  return { item, known: KNOWN };
}

/** Catalogues end a heading with the years of a life; a heading without a comma is a body's. */
function authorOf(heading: string): Creator {
  const name = heading.replace(/\s+/g, ' ').replace(/,? ?\(?(?:b\.\s*)?\d{4}\s*-?\s*(?:\d{4})?\)?\.?$/, '').trim();
  return name.includes(',') ? personOf(name, 'author') : { name, creatorType: 'author' };
}
