import type { Format } from '../format.ts';
import { readEndnoteXml } from './read.ts';
import { endnoteXmlWriters } from './write.ts';

/** EndNote's XML export: `<xml><records><record>`. */
export const endnoteXml: Format = { name: 'endnote-xml', extensions: ['xml'], recognise: (head) => (/<records>\s*<record\b/.test(head) && /<(?:ref-type|contributors|titles)\b/.test(head) ? 0.97 : 0), read: readEndnoteXml, ...endnoteXmlWriters };
