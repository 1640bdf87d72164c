import { personOf } from '../person.ts';
import { newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import type { MarcField, MarcRecord } from './record.ts';

/** Relator codes and terms (MARC code list for relators) of which a paper knows. */
const ROLES: Record<string, string> = { aut: 'author', cre: 'author', edt: 'editor', edc: 'editor', trl: 'translator', cmp: 'composer', ctb: 'contributor', ill: 'contributor', author: 'author', editor: 'editor', translator: 'translator', herausgeber: 'editor', verfasser: 'author' };
/** Relators of no author: publishers, printers, distributors, owners. */
const NOBODY = new Set(['pbl', 'prt', 'dst', 'fnd', 'his', 'isb', 'own', 'fmo', 'dnr']);

/** A paper of a MARC 21 record (Format for Bibliographic Data). */
export function itemOf({ leader, fields }: MarcRecord): ZoteroItem {
  const item = newItem(typeOf(leader, fields.some((one) => one.tag === '773' && part(one, 'x') !== '' && part(one, 'z') === '')));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const of = (...tags: string[]): MarcField[] => fields.filter(({ tag }) => tags.includes(tag));
  const [title] = of('245');
  put('title', [part(title, 'a'), part(title, 'b')].filter(Boolean).join(': '));
  put('edition', part(of('250')[0], 'a'));
  const [imprint] = of('260', '264').filter(({ tag, second }) => tag === '260' || second === '1' || second === ' ');
  put('place', part(imprint, 'a'));
  put('publisher', part(imprint, 'b'));
  put('date', /\d{4}/.exec(part(imprint, 'c'))?.[0] ?? /^.{7}(\d{4})/.exec(fields.find(({ tag }) => tag === '008')?.value ?? '')?.[1]);
  put('numPages', /\d+(?=\s*(?:p|s|S|v|\[|\())/.exec(part(of('300')[0], 'a'))?.[0]);
  put('ISBN', of('020').map((one) => /[\dXx-]{10,17}/.exec(part(one, 'a'))?.[0] ?? '').filter(Boolean).join(' '));
  put('ISSN', of('022').map((one) => part(one, 'a')).filter(Boolean).join(' '));
  const [series] = of('490', '440', '830');
  put('series', part(series, 'a'));
  put('seriesNumber', part(series, 'v'));
  put('abstractNote', of('520').map((one) => part(one, 'a')).join(' '));
  put('callNumber', of('050', '060', '070', '090', '099').map((one) => [part(one, 'a'), part(one, 'b')].filter(Boolean).join(' ')).filter(Boolean).at(-1));
  put('language', part(of('041')[0], 'a') || undefined);
  put('url', of('856').filter((one) => one.first === '4' || one.first === ' ').filter((one) => !part(one, '3') || /full text|volltext/i.test(part(one, '3'))).map((one) => part(one, 'u')).find(Boolean));
  put('extra', /^\(OCoLC\)(\d+)/.exec(part(of('035')[0], 'a'))?.[1]?.replace(/^/, 'OCLC: '));
  put('volume', part(title, 'n'));
  if (item.itemType === 'bookSection' || item.itemType === 'journalArticle') host(of('773'), put);
  if (item.itemType === 'journalArticle') {
    put('DOI', of('024').filter((one) => /^doi$/i.test(part(one, '2'))).map((one) => part(one, 'a')).find(Boolean));
    inJournal(of('773'), put);
  }
  item.creators = creatorsOf(of('100', '110'), of('700', '710', '720'));
  item.tags = of('600', '610', '611', '630', '648', '650', '651', '653', '655').flatMap(({ tag, parts }) => parts.filter(([code]) => code === 'a' || (tag === '655' && (code === 'y' || code === 'z'))).map(([, text]) => clean(text))).filter(Boolean);
  const notes = of('500').map((one) => part(one, 'a')).filter(Boolean);
  if (notes.length > 0) item.notes.push(notes.join(' '));
  return item;
}

/** The work that a part stands in, and where in it. */
function host(fields: MarcField[], put: (field: string, value: string | undefined) => void): void {
  put('publicationTitle', fields.map((one) => part(one, 't')).find(Boolean));
  put('pages', fields.map((one) => /(?<![\d-])\d+\s*[-–]\s*\d+(?![\d-])/.exec(part(one, 'g'))?.[0]).find(Boolean));
}

/** The serial that an article stands in: `g` holds volume, year and issue in words of many catalogues. */
function inJournal(fields: MarcField[], put: (field: string, value: string | undefined) => void): void {
  const said = fields.flatMap(({ parts }) => parts.filter(([code]) => code === 'g').map(([, text]) => clean(text)));
  put('ISSN', fields.map((one) => part(one, 'x')).find(Boolean));
  put('volume', said.map((one) => /(?:^|volume:|vol\.?\s*|bd\.?\s*)(\d+)(?=$|\s*\(|[,;.\s])/i.exec(one)?.[1]).find(Boolean));
  put('issue', said.map((one) => /(?:number:|no\.?\s*|heft\s*|issue:?\s*)(\d+)/i.exec(one)?.[1]).find(Boolean));
}

/** Fields that become a paper's values. */
const TAKEN = new Set(['010', '020', '022', '041', '100', '110', '245', '250', '300', '490', '500', '520', '600', '610', '611', '630', '648', '650', '651', '653', '655', '700', '710', '720', '856', '050', '060', '070', '090', '099', '260', '264']);
/** Parts of those that say more than was taken. */
const MORE: Readonly<Record<string, string>> = { 245: 'ch', 300: 'abce', 490: 'x', 856: '3z' };

/** What a record says besides, under `marc:` and the number of its field; control fields are the catalogue's own. */
export function restOf({ fields }: MarcRecord): [name: string, value: string][] {
  return fields.filter(({ tag }) => tag >= '010').flatMap(({ tag, parts }) => {
    const kept = TAKEN.has(tag) ? parts.filter(([code]) => MORE[tag]?.includes(code)) : parts;
    return kept.length === 0 ? [] : [[`marc:${tag}`, kept.map(([code, text]) => `$${code} ${text}`).join(' ')] as [string, string]];
  });
}

/** By the leader: kind of record and bibliographic level; a part of what has an ISSN and no ISBN is an article. */
function typeOf(leader: string, inSerial: boolean): string {
  const [kind, level] = [leader.charAt(6), leader.charAt(7)];
  const KINDS: Record<string, string> = { g: 'film', e: 'map', f: 'map', i: 'audioRecording', j: 'audioRecording', k: 'artwork', r: 'artwork', t: 'manuscript' };
  if ((level === 'a' || level === 'b') && (kind === 'a' || kind === 'm')) return level === 'b' || inSerial ? 'journalArticle' : 'bookSection';
  return KINDS[kind] ?? 'book';
}

const part = (field: MarcField | undefined, code: string): string => clean(field?.parts.find(([one]) => one === code)?.[1] ?? '');
/** Without the marks that ISBD puts between the parts. */
const clean = (text: string): string => text.replace(/(?<![\s.,/:;=])[\s.,/:;=]+$/, '').replace(/^[\s.,/:;=]+/, '').replace(/^\[(.*)\]$/, '$1');

/** The chief entry is the author. Others are what they are said to be; without a chief entry editors, as catalogues enter them. */
function creatorsOf(chief: MarcField[], added: MarcField[]): Creator[] {
  return [...chief.flatMap((field) => creatorOf(field, 'author')), ...added.flatMap((field) => creatorOf(field, chief.length > 0 ? 'contributor' : 'editor'))];
}

function creatorOf(field: MarcField, otherwise: string): Creator[] {
  const name = part(field, 'a');
  const said = field.parts.filter(([code]) => code === '4' || code === 'e').map(([, text]) => clean(text).toLowerCase());
  if (!name || said.some((role) => NOBODY.has(role))) return [];
  const role = said.map((one) => ROLES[one]).find(Boolean) ?? otherwise;
  if (field.tag.endsWith('10') || /organi[sz]ational/i.test(part(field, '7'))) return [{ name: [name, part(field, 'b')].filter(Boolean).join(', '), creatorType: role }];
  return [personOf(name, role)];
}
