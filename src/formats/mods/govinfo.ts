import { allAt, childrenOf, everyBelow, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import type { ZoteroItem } from '../zotero/item.ts';

/** What the United States' Government Publishing Office publishes, by the code of its collection (govinfo.gov). */
const COLLECTIONS: Record<string, string> = { BILLS: 'bill', CHRG: 'hearing', PLAW: 'statute', STATUTE: 'statute', USCODE: 'statute', CFR: 'statute', USCOURTS: 'case', CRPT: 'report', CDOC: 'report', CPRT: 'report', GAOREPORTS: 'report' };

/** The item type of a document of Congress or a court; undefined for any other record. */
export const officialType = (record: XmlNode): string | undefined => COLLECTIONS[allAt(record, 'extension/collectionCode').map(textOf)[0] ?? ''];

const title = (word: string | undefined): string | undefined => word && word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Chamber, congress, committee, number and the code that is changed, from GPO's own elements; the short title is the one cited, and the long one comes back to be kept beside it. */
export function official(record: XmlNode, item: ZoteroItem): [string, string][] {
  if (officialType(record) === undefined) return [];
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const extra = (name: string): string | undefined => allAt(record, `extension/${name}`).map(textOf).find(Boolean);
  put('authority', title(extra('originChamber') ?? extra('chamber')));
  put('session', extra('congress'));
  put('committee', everyBelow(record).filter(({ name, attributes }) => name === 'name' && attributes['type'] === 'authority-standard').map(textOf).find((name) => name.startsWith('Committee')));
  const cited = childrenOf(record, 'identifier').find(({ attributes }) => attributes['type'] === 'preferred citation');
  put('number', item.itemType === 'hearing' ? extra('number') : cited ? textOf(cited) : extra('number') ?? extra('billNumber'));
  if (item.itemType !== 'bill' && item.itemType !== 'statute') return [];
  const long = item.fields['title'];
  put('title', extra('shortTitle'));
  code(record, item);
  return long && long !== item.fields['title'] ? [['mods:officialTitle', long]] : [];
}

/** `38 U.S.C. 1701, 3729`: the parts of the United States Code that it touches. */
function code(record: XmlNode, item: ZoteroItem): void {
  const [touched] = allAt(record, 'extension/USCode');
  if (!touched?.attributes['title'] || item.itemType !== 'bill') return;
  Object.assign(item.fields, { code: 'U.S.C.', volume: touched.attributes['title'], pages: childrenOf(touched, 'section').map(({ attributes }) => attributes['number']).filter(Boolean).join(', ') });
}

const KINDS: Record<string, string> = { pdf: 'application/pdf', htm: 'text/html', html: 'text/html', xml: 'application/xml' };

/** The documents themselves, which a record lists beside the page about them. */
export const renditions = (record: XmlNode): ZoteroItem['attachments'] => allAt(record, 'location/url').filter(({ attributes }) => attributes['access'] === 'raw object').flatMap((url) => {
  const [path, mediaType] = [textOf(url), KINDS[/\.(\w+)$/.exec(textOf(url))?.[1] ?? '']];
  return path ? [{ path, title: url.attributes['displayLabel'] ?? path, ...(mediaType ? { mediaType } : {}) }] : [];
});

/** Whether a name is the body that a law comes from, which is its authority and no person. */
export const isBody = (name: XmlNode, item: ZoteroItem): boolean => (item.itemType === 'bill' || item.itemType === 'statute') && name.attributes['type'] === 'corporate' && textAt(name, 'namePart') !== undefined;
