import type { Outgoing } from '../format.ts';
import { inSteps, pieceByPiece } from '../steps.ts';
import { zoteroOf, type Creator } from '../zotero/item.ts';
import { typeFor } from './fields.ts';

const OUT: [tag: string, field: string][] = [
  ['TI', 'title'], ['ST', 'shortTitle'], ['T2', 'publicationTitle'], ['J2', 'journalAbbreviation'], ['VL', 'volume'], ['IS', 'issue'], ['PB', 'publisher'], ['CY', 'place'], ['ET', 'edition'], ['DO', 'DOI'], ['UR', 'url'], ['LA', 'language'], ['AB', 'abstractNote'], ['M3', 'type'], ['AN', 'archiveLocation'], ['CN', 'callNumber'],
  ['DB', 'archive'], ['DP', 'libraryCatalog'], ['NV', 'numberOfVolumes'],
];
const ROLE: Record<string, string> = { editor: 'ED', bookAuthor: 'A2', seriesEditor: 'A3', translator: 'A4' };

/** Writes RIS in UTF-8, an entry a paper, closed by ER. Tags that were read and not understood are written again. */
export const risWriters = inSteps((papers) => pieceByPiece(papers, entry, { between: '\n' }));

function entry({ citationKey, item, tags, notes = [], files = [], verbatim = [] }: Outgoing): string {
  const kept = verbatim.find(({ format }) => format === 'zotero');
  const zotero = zoteroOf(item, kept);
  const { itemType, fields } = zotero;
  const lines = [`TY  - ${typeFor(itemType)}`, `ID  - ${citationKey}`];
  const put = (tag: string, value: unknown): void => { if (value !== undefined && value !== '') lines.push(`${tag}  - ${String(value).replace(/(?:(?<!\s)\s+)?[\r\n]+\s*/g, ' ')}`); };
  for (const creator of zotero.creators) put(tagOf(itemType, creator), written(creator));
  for (const [tag, field] of OUT) put(tag, fields[field]);
  put(itemType === 'book' ? 'T2' : 'T3', fields['series'] ?? fields['seriesTitle']);
  put('M1', fields['number'] ?? fields['seriesNumber']);
  if (fields['number'] !== undefined) put('SE', fields['section'] === undefined ? fields['seriesNumber'] : undefined);
  put('Y2', fields['accessDate']?.replace(/-/g, '/'));
  date(item.issued, put);
  const [first, last] = String(item.page ?? fields['numPages'] ?? '').split(/(?:(?<!\s)\s+)?[-–—]+\s*/);
  put('SP', first);
  put('EP', last);
  put('SN', item.ISSN ?? item.ISBN);
  for (const tag of tags) put('KW', tag);
  for (const note of notes) put('N1', note);
  for (const { path } of files) put('L1', path);
  for (const [name, value] of Object.entries({ ...verbatim.find(({ format }) => format === 'ris')?.fields, ...kept?.fields })) if (/^(?:ris:)?[A-Z][A-Z0-9]$/.test(name)) for (const one of value.split('\n')) put(name.replace('ris:', ''), one);
  return `${[...lines, 'ER  - '].join('\n')}\n`;
}

function date(issued: Outgoing['item']['issued'], put: (tag: string, value: unknown) => void): void {
  const [year, month, day] = issued?.['date-parts']?.[0] ?? [];
  put('PY', year ?? issued?.literal);
  if (month && Number(month) <= 12) put('DA', [year, pad(month), day ? pad(day) : ''].join('/'));
}

const pad = (part: string | number): string => String(part).padStart(2, '0');
const tagOf = (itemType: string, { creatorType }: Creator): string => (itemType === 'book' && creatorType === 'seriesEditor' ? 'A2' : itemType === 'book' && creatorType === 'editor' ? 'A3' : ROLE[creatorType] ?? 'AU');
const written = ({ name, lastName, firstName }: Creator): string => name ?? [lastName, firstName].filter(Boolean).join(', ');
