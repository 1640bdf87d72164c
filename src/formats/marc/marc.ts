import type { Draft, Format } from '../format.ts';
import { withRest } from '../tagged/reading.ts';
import { draftOf } from '../zotero/item.ts';
import { itemOf, restOf } from './item.ts';
import { isoRecords, marcXmlRecords, type MarcRecord } from './record.ts';

const draftFrom = (record: MarcRecord): Draft => withRest(draftOf(itemOf(record)), restOf(record));

/** MARC 21 as ISO 2709, the exchange format of library catalogues. */
export const marc: Format = {
  name: 'marc', extensions: ['mrc', 'marc'], recognise: (head) => (/^[\s\ufeff]*\d{5}[a-z]{2}[\s\S]{2}[\s\S]{2,3}\d{5}/.test(head) && head.includes('\x1e') ? 0.97 : 0),
  read: (text) => ({ drafts: isoRecords(text).map((record): Draft => draftFrom(record)), problems: [], leftOut: [], origin: {} }),
};

/** MARC 21 in XML (MARC21/slim). */
export const marcXml: Format = {
  name: 'marcxml', extensions: ['xml', 'marcxml'], recognise: (head) => (/<(?:\w+:)?record\b/.test(head) && /<(?:\w+:)?datafield\b/.test(head) ? 0.96 : 0),
  read: (text) => { const { records, problems } = marcXmlRecords(text); return { drafts: records.map((record): Draft => ({ ...draftFrom(record), line: record.line })), problems, leftOut: [], origin: {} }; },
};
