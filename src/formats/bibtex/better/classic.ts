import type { CslName } from '../../../model/csl.ts';
import { ITEM_TYPES } from '../../zotero/schema.ts';
import { writeEdtf, MONTHS } from '../dates.ts';
import { bareDoi, ranges, said, type Entry } from './entry.ts';
import { issuedOf } from './issued.ts';
import { thesisKind } from './kinds.ts';

const IN_BOOKS = new Set(['book', 'inbook', 'incollection', 'proceedings', 'inproceedings']);

/** The fields of BibTeX. */
export function classicFields(entry: Entry, kind: string): void {
  const { item, itemType, extra } = entry.source;
  if (itemType === 'report' && /manual/i.test(said(item.genre) ?? '')) entry.type = 'manual';
  entry.text('address', item['publisher-place'] ?? item['event-place']);
  if (['bookSection', 'chapter'].includes(kind) && entry.source.creators.some(({ creatorType }) => creatorType === 'bookAuthor')) entry.type = 'inbook';
  // A committee is what CSL calls a section; no chapter.
  if (itemType !== 'hearing' && itemType !== 'standard') entry.text('chapter', item.section);
  entry.text('edition', edition(entry));
  entry.text('origlocation', item['original-publisher-place']);
  entry.text('origpublisher', item['original-publisher']);
  entry.text('assignee', entry.source.fields['assignee']);
  entry.text('series', item['collection-title']);
  entry.text('title', item.title);
  entry.text('copyright', item['license']);
  for (const [field, variable] of PLAIN) entry.text(field, item[variable]);
  entry.text('abstract', said(item.abstract)?.replace(/\n+/g, ' '));
  entry.text('volume', ranges(item.volume));
  if (!IN_BOOKS.has(entry.type) || !entry.has('volume')) entry.text('number', item.number ?? item.issue ?? item['collection-number']);
  container(entry, kind);
  publisher(entry, kind);
  addresses(entry, kind);
  if (itemType === 'thesis' || /thesis$/.test(entry.type)) thesis(entry, extra.tex['entrytype'] !== undefined || extra.tex['referencetype'] !== undefined);
  else if (itemType !== 'computerProgram') entry.text('type', item.genre);
  people(entry);
  date(entry);
  entry.tex('pages', ranges(item.page));
}

const PLAIN: readonly (readonly [string, string])[] = [['isbn', 'ISBN'], ['issn', 'ISSN'], ['lccn', 'LCCN'], ['lccn', 'call-number'], ['shorttitle', 'title-short'], ['nationality', 'jurisdiction'], ['pmid', 'PMID'], ['pmcid', 'PMCID'], ['mrnumber', 'MR'], ['zmnumber', 'Zbl']];

const ENGLISH = /^en(?:-|$)|english|american|british|australian|canadian|newzealand/i;
const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth', 'Eleventh', 'Twelfth', 'Thirteenth', 'Fourteenth', 'Fifteenth', 'Sixteenth', 'Seventeenth', 'Eighteenth', 'Nineteenth', 'Twentieth'];

/** The styles of BibTeX want ordinals in words; those of an English work are made, where that is wished. */
function edition({ source: { item, preferences } }: Entry): string | undefined {
  const text = said(item.edition);
  const number = /^(\d+)(?:st|nd|rd|th)?$/.exec(text ?? '')?.[1];
  const english = item.language === undefined || ENGLISH.test(item.language);
  return number !== undefined && preferences.bibtexEditionOrdinal && english ? ORDINALS[Number(number) - 1] ?? text : text;
}

function container(entry: Entry, kind: string): void {
  const { item } = entry.source;
  if (kind === 'conferencePaper' || kind === 'bookSection' || kind === 'chapter' || kind === 'paper-conference') entry.text('booktitle', item['container-title'] ?? item['event-title']);
  else entry.text('journal', item['container-title'] ?? item['container-title-short']);
}

function publisher(entry: Entry, kind: string): void {
  const field = /thesis$/.test(kind) ? 'school' : kind === 'report' ? 'institution' : kind === 'computerProgram' ? 'howpublished' : 'publisher';
  entry.text(field, entry.source.item.publisher);
}

function addresses(entry: Entry, kind: string): void {
  const { item, urls, links } = entry.source;
  const field = urls === 'field' ? 'url' : urls === 'note' ? (['misc', 'booklet'].includes(entry.type) && !entry.has('howpublished') ? 'howpublished' : 'note') : /^(?:webpage|post|post-weblog)$/.test(kind) && !entry.has('howpublished') ? 'howpublished' : undefined;
  const address = said(item.URL);
  if (field !== undefined && address !== undefined) entry.tex(field, field === 'url' ? address : `\\url{${address.replace(/(?<!\\)([%#])/g, '\\$1')}}`);
  if (links !== 'url' || field === undefined || !entry.has(field)) entry.tex('doi', bareDoi(item.DOI));
  if (item.accessed !== undefined) entry.tex('urldate', writeEdtf(item.accessed));
}

function thesis(entry: Entry, chosen: boolean): void {
  const kind = thesisKind(said(entry.source.item.genre));
  if (kind === 'phdthesis' || kind === 'mathesis') { if (!chosen) entry.type = kind === 'mathesis' ? 'mastersthesis' : kind; }
  else entry.text('type', entry.source.item.genre);
}

function people(entry: Entry): void {
  const { creators, itemType } = entry.source;
  const chief = ITEM_TYPES[itemType]?.creators[0] ?? 'author';
  const groups: Record<string, CslName[]> = { author: [], editor: [], translator: [], collaborator: [] };
  for (const { creatorType, name } of creators) groups[creatorType === 'editor' || creatorType === 'seriesEditor' ? 'editor' : creatorType === 'translator' ? 'translator' : creatorType === chief ? 'author' : 'collaborator']?.push(name);
  for (const [field, names] of Object.entries(groups)) if (!(field === 'editor' && entry.type === 'inbook' && entry.has('author'))) entry.people(field, names);
}

/** BibTeX has a year and a month; the first of a range, but for years. */
function date(entry: Entry): void {
  const { item, fields } = entry.source;
  const { issued } = issuedOf(entry);
  const [from, to] = issued?.['date-parts'] ?? [];
  if (!from || from.length === 0) return entry.text('year', item.issued?.literal);
  const month = from[1] === undefined ? undefined : MONTHS[Number(from[1]) - 1];
  entry.tex('month', month);
  const original = /\[\d{4}\]/.test(fields['date'] ?? '') ? item['original-date']?.['date-parts']?.[0]?.[0] : undefined;
  entry.tex('year', original !== undefined ? `[${original}] ${from[0] ?? ''}` : to && Number(to[0]) > 0 && from.length === 1 ? `${from[0] ?? ''}--${to[0] ?? ''}` : String(from[0]));
}
