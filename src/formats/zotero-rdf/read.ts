import type { Draft, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { elementsOf, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { baseOf, ITEM_TYPES } from '../zotero/schema.ts';
import { graphOf, valueOf, type Graph } from './graph.ts';

/** Elements that are papers, by name, with the item type they are where nothing else says it. */
const TYPES: Record<string, string> = {
  Article: 'journalArticle', Book: 'book', BookSection: 'bookSection', Report: 'report', Thesis: 'thesis', Document: 'document', Patent: 'patent', Letter: 'letter', Manuscript: 'manuscript', Legislation: 'statute', ConferenceProceedings: 'conferencePaper', Interview: 'interview', Image: 'artwork', Illustration: 'artwork', MotionPicture: 'film', Recording: 'audioRecording', Data: 'dataset', Map: 'map', CourtCase: 'case',
  ScholarlyArticle: 'journalArticle', NewsArticle: 'newspaperArticle', BlogPosting: 'blogPost', SoftwareSourceCode: 'computerProgram', SoftwareApplication: 'computerProgram', Dataset: 'dataset', Chapter: 'bookSection', WebPage: 'webpage', Movie: 'film', CreativeWork: 'document',
};
const FIELDS: Record<string, string> = {
  title: 'title', 'schema:name': 'title', abstract: 'abstractNote', 'schema:description': 'abstractNote', date: 'date', datePublished: 'date', volume: 'volume', volumeNumber: 'volume', issueNumber: 'issue', pages: 'pages', edition: 'edition', number: 'number', rights: 'rights', license: 'rights', language: 'language', inLanguage: 'language', shortTitle: 'shortTitle', alternative: 'journalAbbreviation', libraryCatalog: 'libraryCatalog', archive: 'archive',
  numPages: 'numPages', numberOfVolumes: 'numberOfVolumes', programmingLanguage: 'programmingLanguage', softwareVersion: 'versionNumber', version: 'versionNumber', type: 'type', dateSubmitted: 'accessDate', sameAs: 'url', url: 'url', 'dc:description': 'extra', coverage: 'archiveLocation',
};
const ROLES: Record<string, string> = { authors: 'author', editors: 'editor', seriesEditors: 'seriesEditor', translators: 'translator', contributors: 'contributor', bookAuthors: 'bookAuthor', inventors: 'inventor', artists: 'artist', directors: 'director', interviewers: 'interviewer', interviewees: 'interviewee', presenters: 'presenter', programmers: 'programmer', recipients: 'recipient', reviewedAuthors: 'reviewedAuthor', performers: 'performer', author: 'author', editor: 'editor', translator: 'translator', contributor: 'contributor', creator: 'author' };
const WITHIN = new Set(['Journal', 'Periodical', 'PublicationIssue', 'PublicationVolume', 'Series', 'Website', 'Collection', 'Memo', 'Attachment']);

/** Papers at the top of an RDF graph, with the memos and attachments that belong to them. */
export function readRdf(text: string): Reading {
  const graph = graphOf(text);
  const papers = graph.tops.filter((node) => !WITHIN.has(node.name) && (TYPES[node.name] !== undefined || elementsOf(node).some(({ name }) => name === 'itemType')) && own(node, 'itemType') !== 'attachment');
  return { drafts: papers.map((node): Draft => ({ ...draftOf(itemOf(node, graph)), line: node.line })), problems: graph.problems, leftOut: [], origin: {} };
}

const own = (node: XmlNode, name: string): string | undefined => { const found = elementsOf(node).find((one) => one.name === name); return found ? textOf(found) : undefined; };

function itemOf(node: XmlNode, graph: Graph): ZoteroItem {
  const said = own(node, 'itemType');
  const item = newItem(said && ITEM_TYPES[said] ? said : TYPES[node.name] ?? 'document');
  for (const property of elementsOf(node)) take(property, item, graph);
  const [start, end] = [own(node, 'pageStart'), own(node, 'pageEnd')];
  if (start) item.fields['pages'] ??= end && end !== start ? `${start}-${end}` : start;
  return item;
}

function take(property: XmlNode, item: ZoteroItem, graph: Graph): void {
  const { name, prefix } = property;
  const field = FIELDS[`${prefix}:${name}`] ?? FIELDS[name];
  if (ROLES[name]) item.creators.push(...peopleOf(property, ROLES[name], graph, item.itemType));
  else if (name === 'isPartOf') { const whole = graph.target(property); if (whole) container(whole, item, graph); } else if (name === 'identifier') identifier(property, item);
  else if (name === 'subject' && /^<?[A-Z]/.test(elementsOf(property)[0]?.name ?? '') && elementsOf(property)[0]?.name !== 'AutomaticTag') item.fields['callNumber'] ??= valueOf(property);
  else if (name === 'subject' || name === 'about' || name === 'keywords') item.tags.push(valueOf(property));
  else if (name === 'publisher') publisher(property, item, graph);
  else if (name === 'isReferencedBy') { const memo = graph.target(property); if (memo) item.notes.push(textOf(memo).replace(/<[^>]*>/g, '')); } else if (name === 'link') attachment(graph.target(property), item);
  else if (field) item.fields[field] ??= valueOf(property);
  else if (prefix === 'z' && name !== 'itemType') item.fields[baseOf(item.itemType, name)] ??= valueOf(property);
}

/** Journals, books and series, and what those are part of. */
function container(whole: XmlNode, item: ZoteroItem, graph: Graph): void {
  const series = whole.name === 'Series';
  for (const property of elementsOf(whole)) {
    const { name } = property;
    if (name === 'isPartOf') { const next = graph.target(property); if (next) container(next, item, graph); } else if (name === 'identifier') identifier(property, item);
    else if (name === 'issn') item.fields['ISSN'] ??= valueOf(property);
    else if (name === 'title' || name === 'name') item.fields[series || item.itemType === 'book' ? 'series' : 'publicationTitle'] ??= valueOf(property);
    else if (series && name === 'identifier') item.fields['seriesNumber'] ??= valueOf(property);
    else if (name === 'number' && !series) item.fields['issue'] ??= valueOf(property);
    else if (name === 'volume' || name === 'volumeNumber' || name === 'issueNumber' || name === 'alternative' || name === 'edition') { const field = FIELDS[name]; if (field) item.fields[field] ??= valueOf(property); }
  }
}

function identifier(property: XmlNode, item: ZoteroItem): void {
  const value = valueOf(property);
  const [, kind, number] = /^(ISBN|ISSN|DOI) (.+)$/.exec(value) ?? [];
  if (kind && number) item.fields[kind] ??= number;
  else if (/^https?:/.test(value)) item.fields['url'] ??= value;
  else if (item.itemType === 'report' || item.itemType === 'patent') item.fields['number'] ??= value;
}

function publisher(property: XmlNode, item: ZoteroItem, graph: Graph): void {
  const organisation = graph.target(property);
  item.fields['publisher'] ??= organisation ? own(organisation, 'name') ?? '' : textOf(property);
  const place = organisation && elementsOf(organisation).find(({ name }) => name === 'adr');
  if (place) item.fields['place'] ??= textOf(place);
}

function attachment(node: XmlNode | undefined, item: ZoteroItem): void {
  const resource = node && elementsOf(node).find(({ name }) => name === 'resource' || name === 'identifier');
  const path = resource ? valueOf(resource) : '';
  const mediaType = node ? own(node, 'type') : undefined;
  if (node && path) item.attachments.push({ path, title: own(node, 'title') ?? path, ...(mediaType ? { mediaType } : {}) });
}

function peopleOf(property: XmlNode, role: string, graph: Graph, itemType: string): Creator[] {
  const kinds = ITEM_TYPES[itemType]?.creators ?? [];
  const creatorType = role === 'author' ? kinds[0] ?? 'author' : kinds.includes(role) ? role : 'contributor';
  const target = graph.target(property);
  if (!target) return textOf(property) ? [personOf(textOf(property), creatorType, { comma: textOf(property).includes(',') })] : [];
  if (/^(?:Seq|Bag|Alt)$/.test(target.name)) return elementsOf(target).flatMap((member) => peopleOf(member, role, graph, itemType));
  const [lastName, firstName] = [own(target, 'surname') ?? own(target, 'familyName'), own(target, 'givenName') ?? own(target, 'givenname')];
  if (lastName) return [{ lastName, ...(firstName ? { firstName } : {}), creatorType }];
  const name = own(target, 'name');
  return name ? [{ name, creatorType }] : [];
}
