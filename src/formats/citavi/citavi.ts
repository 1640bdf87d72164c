import type { Draft, Format, Reading } from '../format.ts';
import { Json } from '../json.ts';
import { withRest } from '../tagged/reading.ts';
import { childOf, childrenOf, elementsOf, parseXml, rawText, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';

/** Citavi's project as XML (CitaviExchangeData, Citavi 5 and 6), also out of its backup (`.ctv6bak`, a ZIP that the reader of files opens). */
export const citavi: Format = { name: 'citavi', extensions: ['ctv6', 'ctv5', 'xml'], recognise: (head) => (/<CitaviExchangeData\b/.test(head) ? 0.98 : 0), read };

const TYPES: Record<string, string> = {
  JournalArticle: 'journalArticle', 'Journal Article': 'journalArticle', Book: 'book', BookEdited: 'book', CollectedWorks: 'book', Contribution: 'bookSection', InternetDocument: 'webpage', UnpublishedWork: 'manuscript', AudioOrVideoDocument: 'videoRecording', NewspaperArticle: 'newspaperArticle', ConferenceProceedings: 'book', PressRelease: 'report', Thesis: 'thesis', StatuteOrRegulation: 'statute', SpecialIssue: 'book', ComputerProgram: 'computerProgram', Movie: 'film',
  Patent: 'patent', InterviewMaterial: 'interview', AudioBook: 'audioRecording', Standard: 'standard', Map: 'map', CourtDecision: 'case', MusicAlbum: 'audioRecording', MusicTrack: 'audioRecording', Broadcast: 'tvBroadcast', RadioPlay: 'radioBroadcast', Report: 'report', Lecture: 'presentation', PersonalCommunication: 'letter', Manuscript: 'manuscript', ArchiveMaterial: 'manuscript', File: 'document', GrayLiterature: 'report', Unknown: 'document',
};
const KNOWN = new Set(['ReferenceType', 'Title', 'Subtitle', 'Year', 'Date', 'PageRange', 'Abstract', 'Volume', 'Number', 'PlaceOfPublication', 'PeriodicalID', 'ISBN', 'Language', 'LanguageCode', 'DOI', 'OnlineAddress', 'PageCount', 'AccessDate', 'SeriesTitleID', 'CitationKey', 'Edition', 'PubMedID', 'PMCID', 'NumberOfVolumes', 'Notes', 'Evaluation', 'TableOfContents']);
/** What Citavi keeps for its own doings. */
const PASSING = /^(?:(?:Created|Modified)(?:By|On)|CoverPath|StaticIDs|SequenceNumber|HasLabel\d|DateForSorting|PageRangeNumber|PageRangeNumeralSystem|ShortTitle|.*(?:SourceTextFormat|IsComplex|Complexity|UpdateType|Formatted|SortFullName))$/;

/** The tables of a project, by the ids that its references name. */
interface Tables { records: Map<string, XmlNode>; links: Map<string, Map<string, string[]>>; parents: Map<string, string>; above: Map<string, string>; items: Map<string, XmlNode[]>; places: Map<string, XmlNode[]> }

function read(text: string): Reading {
  const { root, problems } = parseXml(text);
  const data = elementsOf(root).find(({ name }) => name === 'CitaviExchangeData');
  if (!data) return { drafts: [], problems, leftOut: [], origin: {} };
  const tables = tablesOf(data);
  return { drafts: childrenOf(childOf(data, 'References'), 'Reference').map((reference): Draft => ({ ...draftFrom(reference, tables), line: reference.line })), problems, leftOut: [], origin: {} };
}

const idOf = (node: XmlNode): string => node.attributes['id'] ?? '';
const LINKS = ['ReferenceAuthors', 'ReferenceEditors', 'ReferenceCollaborators', 'ReferenceOrganizations', 'ReferencePublishers', 'ReferenceKeywords', 'ReferenceCategories'];

function tablesOf(data: XmlNode): Tables {
  const records = new Map(elementsOf(data).flatMap((table) => elementsOf(table)).filter((node) => idOf(node)).map((node) => [idOf(node), node]));
  const links = new Map(LINKS.map((name) => [name, new Map(pairs(data, name))]));
  const parents = new Map(pairs(data, 'ReferenceReferences').flatMap(([parent, children]) => children.map((child): [string, string] => [child, parent])));
  const above = new Map(['CategoryCatgories', 'CategoryCategories'].flatMap((name) => pairs(data, name)).flatMap(([parent, children]) => children.map((child): [string, string] => [child, parent])));
  return { records, links, parents, above, items: byReference(childrenOf(childOf(data, 'KnowledgeItems'), 'KnowledgeItem')), places: byReference(childrenOf(childOf(data, 'Locations'), 'Location')) };
}

/** `one;n;n`, as Citavi writes which records belong to one. */
const pairs = (data: XmlNode, name: string): [string, string[]][] => childrenOf(childOf(data, name), 'OnetoN').map((link) => { const [one = '', ...many] = textOf(link).split(';'); return [one, many.map((each) => each.replace(/:\d+$/, ''))]; });

function byReference(nodes: XmlNode[]): Map<string, XmlNode[]> {
  const found = new Map<string, XmlNode[]>();
  for (const node of nodes) { const id = textAt(node, 'ReferenceID'); if (id) found.set(id, [...(found.get(id) ?? []), node]); }
  return found;
}

function draftFrom(reference: XmlNode, tables: Tables): Draft {
  const item = newItem(TYPES[textAt(reference, 'ReferenceType') ?? ''] ?? 'document');
  const id = idOf(reference);
  const whole = tables.records.get(tables.parents.get(id) ?? '');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  plain(reference, put);
  container(reference, whole, tables, item, put);
  const people = (of: string, name: string, creatorType: string): Creator[] => linked(tables, name, of).flatMap((person) => creatorOf(person, roleFor(item, creatorType)));
  item.creators = [...people(id, 'ReferenceAuthors', 'author'), ...(linked(tables, 'ReferenceAuthors', id).length > 0 ? [] : people(id, 'ReferenceOrganizations', 'author')), ...people(id, 'ReferenceEditors', 'editor'), ...people(id, 'ReferenceCollaborators', 'contributor'), ...(whole ? people(idOf(whole), 'ReferenceEditors', 'editor') : [])];
  item.tags = linked(tables, 'ReferenceKeywords', id).flatMap((keyword) => textAt(keyword, 'Name') ?? []);
  item.collections = (tables.links.get('ReferenceCategories')?.get(id) ?? []).map((category) => pathOf(category, tables)).filter((path) => path.length > 0);
  item.notes = [...notesOf(reference), ...(tables.items.get(id) ?? []).flatMap(noteOf)];
  item.attachments = (tables.places.get(id) ?? []).flatMap(fileOf);
  put('callNumber', (tables.places.get(id) ?? []).map((place) => textAt(place, 'CallNumber')).find(Boolean));
  const key = textAt(reference, 'CitationKey')?.replace(/\s+/g, '');
  const rest = elementsOf(reference).filter(({ name }) => !KNOWN.has(name) && !PASSING.test(name)).map((node): [string, string] => [`citavi:${node.name}`, textOf(node)]).filter(([name, value]) => value !== '' && !(name === 'citavi:Rating' && value === '0'));
  return { ...withRest(draftOf(item), rest), ...(key ? { citationKey: key } : {}) };
}

function plain(reference: XmlNode, put: (field: string, value: string | undefined) => void): void {
  const [title, sub] = [textAt(reference, 'Title'), textAt(reference, 'Subtitle')];
  put('title', title && sub ? `${title}${/[:?!.]$/.test(title) ? ' ' : ': '}${sub}` : title);
  put('date', textAt(reference, 'Date') ?? textAt(reference, 'Year'));
  put('pages', original(reference, 'PageRange'));
  put('numPages', original(reference, 'PageCount'));
  for (const [name, field] of [['Abstract', 'abstractNote'], ['Volume', 'volume'], ['PlaceOfPublication', 'place'], ['ISBN', 'ISBN'], ['DOI', 'DOI'], ['OnlineAddress', 'url'], ['AccessDate', 'accessDate'], ['Edition', 'edition'], ['NumberOfVolumes', 'numberOfVolumes'], ['PubMedID', 'PMID'], ['PMCID', 'PMCID']] as const) put(field, textAt(reference, name));
  put('language', textAt(reference, 'LanguageCode') ?? textAt(reference, 'Language'));
}

/** Citavi keeps ranges parsed; `os` is what was typed. */
const original = (reference: XmlNode, name: string): string | undefined => /<os>([^<]*)<\/os>\s*(?:<ps>[^<]*<\/ps>\s*)?$/.exec(rawText(childOf(reference, name)))?.[1]?.trim() || undefined;

function container(reference: XmlNode, whole: XmlNode | undefined, tables: Tables, item: ZoteroItem, put: (field: string, value: string | undefined) => void): void {
  const periodical = tables.records.get(textAt(reference, 'PeriodicalID') ?? '');
  const book = whole ?? reference;
  put('publicationTitle', textAt(periodical, 'Name') ?? (whole ? [textAt(whole, 'Title'), textAt(whole, 'Subtitle')].filter(Boolean).join(': ') : undefined));
  put('journalAbbreviation', textAt(periodical, 'StandardAbbreviation') ?? textAt(periodical, 'UserAbbreviation1'));
  put('ISSN', textAt(periodical, 'ISSN'));
  put('series', textAt(tables.records.get(textAt(book, 'SeriesTitleID') ?? ''), 'Name'));
  put('publisher', linked(tables, 'ReferencePublishers', idOf(book)).flatMap((one) => textAt(one, 'Name') ?? []).join('; '));
  put(item.itemType === 'journalArticle' ? 'issue' : item.itemType === 'book' || item.itemType === 'bookSection' ? 'seriesNumber' : 'number', textAt(book, 'Number'));
  if (!whole) return;
  for (const [name, field] of [['PlaceOfPublication', 'place'], ['ISBN', 'ISBN'], ['Year', 'date'], ['Volume', 'volume'], ['Edition', 'edition']] as const) if (item.fields[field] === undefined) put(field, textAt(whole, name));
}

const linked = (tables: Tables, name: string, id: string): XmlNode[] => (tables.links.get(name)?.get(id) ?? []).flatMap((one) => tables.records.get(one) ?? []);

function roleFor(item: ZoteroItem, said: string): string {
  const kinds = ITEM_TYPES[item.itemType]?.creators ?? [];
  return said === 'author' ? kinds[0] ?? 'author' : kinds.includes(said) ? said : 'contributor';
}

/** An organisation has but a last name. */
function creatorOf(person: XmlNode, creatorType: string): Creator[] {
  const last = [textAt(person, 'Prefix'), textAt(person, 'LastName')].filter(Boolean).join(' ');
  const first = [[textAt(person, 'FirstName'), textAt(person, 'MiddleName')].filter(Boolean).join(' '), textAt(person, 'Suffix')].filter(Boolean).join(', ');
  if (!last && !first) return [];
  return [first ? { ...(last ? { lastName: last } : {}), firstName: first, creatorType } : { name: last, creatorType }];
}

/** The names of a category and those it lies in. */
function pathOf(id: string, tables: Tables): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = tables.above.get(at)) {
    seen.add(at);
    const name = textAt(tables.records.get(at), 'Name');
    if (name) path.unshift(name);
  }
  return path;
}

const notesOf = (reference: XmlNode): string[] => [['Notes', ''], ['Evaluation', '## Evaluation\n\n'], ['TableOfContents', '## Contents\n\n']].flatMap(([name = '', head = '']) => { const text = rawText(childOf(reference, name)).trim(); return text ? [head + text] : []; });

/** A quotation, comment or thought: its core statement as a heading, its words as a quotation where they are one. */
function noteOf(item: XmlNode): string[] {
  const [core, text, pages] = [textAt(item, 'CoreStatement'), rawText(childOf(item, 'Text')).trim(), original(item, 'PageRange')];
  const quoted = textAt(item, 'QuotationType') === '1' && text ? text.split('\n').map((line) => `> ${line.trim()}`).join('\n') : text;
  const parts = [core && `### ${core}`, quoted, pages && (quoted || core) ? `(p. ${pages})` : ''].filter(Boolean);
  return parts.length > 0 ? [parts.join('\n\n')] : [];
}

function fileOf(place: XmlNode): ZoteroItem['attachments'] {
  const address = textAt(place, 'Address') ?? '';
  if (address === '' || textAt(place, 'MirrorsReferencePropertyId') !== undefined) return [];
  const path = address.startsWith('{') ? linkedPath(address) : address;
  return path ? [{ path, ...(/\.pdf$/i.test(path) ? { mediaType: 'application/pdf' } : {}) }] : [];
}

function linkedPath(json: string): string | undefined {
  try {
    return new Json(JSON.parse(json)).at('UriString').text;
  } catch {
    return undefined;
  }
}
