import type { Draft, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { elementsOf, rawText, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { baseOf, ITEM_TYPES } from '../zotero/schema.ts';
import { plainNote } from '../zotero/note.ts';
import { collectionsOf } from './collections.ts';
import { graphOf, valueOf, type Graph } from './graph.ts';

/** Elements that are papers, by name, with the item type they are where nothing else says it. */
const TYPES: Record<string, string> = {
  Article: 'journalArticle', Book: 'book', BookSection: 'bookSection', Report: 'report', Thesis: 'thesis', Document: 'document', Patent: 'patent', Letter: 'letter', Manuscript: 'manuscript', Legislation: 'statute', ConferenceProceedings: 'conferencePaper', Interview: 'interview', Image: 'artwork', Illustration: 'artwork', MotionPicture: 'film', Recording: 'audioRecording', Data: 'dataset', Map: 'map', CourtCase: 'case',
  ScholarlyArticle: 'journalArticle', NewsArticle: 'newspaperArticle', BlogPosting: 'blogPost', SoftwareSourceCode: 'computerProgram', SoftwareApplication: 'computerProgram', Dataset: 'dataset', Chapter: 'bookSection', WebPage: 'webpage', Movie: 'film', CreativeWork: 'document',
  AcademicArticle: 'journalArticle', EditedBook: 'book', CollectedDocument: 'book', Proceedings: 'book', Webpage: 'webpage', Slideshow: 'presentation', AudioDocument: 'audioRecording', AudioVisualDocument: 'videoRecording', Film: 'film', LegalCaseDocument: 'case', LegalDecision: 'case', Bill: 'bill', Statute: 'statute', Standard: 'standard', ReferenceSource: 'book', PersonalCommunicationDocument: 'letter', Email: 'email', Note: 'document', Description: 'document',
};
const FIELDS: Record<string, string> = {
  title: 'title', 'schema:name': 'title', abstract: 'abstractNote', 'schema:description': 'abstractNote', date: 'date', datePublished: 'date', volume: 'volume', volumeNumber: 'volume', issueNumber: 'issue', pages: 'pages', edition: 'edition', number: 'number', rights: 'rights', license: 'rights', language: 'language', inLanguage: 'language', shortTitle: 'shortTitle', alternative: 'journalAbbreviation', libraryCatalog: 'libraryCatalog', archive: 'archive',
  numPages: 'numPages', numberOfVolumes: 'numberOfVolumes', programmingLanguage: 'programmingLanguage', softwareVersion: 'versionNumber', version: 'versionNumber', type: 'type', dateSubmitted: 'accessDate', sameAs: 'url', url: 'url', 'dc:description': 'extra', coverage: 'archiveLocation',
  issue: 'issue', issued: 'date', created: 'date', uri: 'url', isbn: 'ISBN', isbn10: 'ISBN', isbn13: 'ISBN', issn: 'ISSN', eissn: 'ISSN', doi: 'DOI', pmid: 'PMID', numberOfPages: 'numPages', numVolumes: 'numberOfVolumes', publicationName: 'publicationTitle', startingPage: 'pages', locator: 'number',
};
const ROLES: Record<string, string> = { authors: 'author', editors: 'editor', seriesEditors: 'seriesEditor', translators: 'translator', contributors: 'contributor', bookAuthors: 'bookAuthor', inventors: 'inventor', artists: 'artist', directors: 'director', interviewers: 'interviewer', interviewees: 'interviewee', presenters: 'presenter', programmers: 'programmer', recipients: 'recipient', reviewedAuthors: 'reviewedAuthor', performers: 'performer', author: 'author', editor: 'editor', translator: 'translator', contributor: 'contributor', creator: 'author', authorList: 'author', editorList: 'editor', contributorList: 'contributor', translatorList: 'translator', interviewer: 'interviewer', interviewee: 'interviewee', recipient: 'recipient', director: 'director' };
const WITHIN = new Set(['Journal', 'Periodical', 'PublicationIssue', 'PublicationVolume', 'Series', 'Website', 'Collection', 'Memo', 'Attachment', 'Issue', 'Newspaper', 'Magazine', 'Person', 'Organization', 'Agent', 'Seq', 'Bag']);

/** Papers at the top of an RDF graph, with the memos and attachments that belong to them. */
export function readRdf(text: string): Reading {
  const graph = graphOf(text);
  const papers = graph.tops.filter((node) => isPaper(node, graph));
  const collections = collectionsOf(graph.tops);
  return { drafts: papers.map((node): Draft => ({ ...draftOf({ ...itemOf(node, graph), collections: collections(node) }), line: node.line })), problems: graph.problems, leftOut: [], origin: {} };
}

/** Nodes of a paper's kind; an untyped one (`rdf:Description`) with a title, whose kind a property may say. */
function isPaper(node: XmlNode, graph: Graph): boolean {
  const kind = kindOf(node);
  if (WITHIN.has(kind) || own(node, 'itemType') === 'attachment' || graph.isPart(node)) return false;
  return elementsOf(node).some(({ name }) => name === 'itemType') || (TYPES[kind] !== undefined && (kind !== 'Description' || own(node, 'title') !== undefined));
}

/** The class of a node: its name, or where that says nothing the end of its `rdf:type`. */
function kindOf(node: XmlNode): string {
  const said = node.name === 'Description' ? elementsOf(node).find(({ name, prefix }) => name === 'type' && prefix === 'rdf')?.attributes['rdf:resource'] : undefined;
  return said === undefined ? node.name : /([A-Za-z]+)$/.exec(said)?.[1] ?? node.name;
}

const own = (node: XmlNode, name: string): string | undefined => { const found = elementsOf(node).find((one) => one.name === name); return found ? textOf(found) : undefined; };

function itemOf(node: XmlNode, graph: Graph): ZoteroItem {
  const said = own(node, 'itemType');
  const item = newItem(said && ITEM_TYPES[said] ? said : typeOf(node, graph));
  for (const property of elementsOf(node)) take(property, item, graph);
  const [start, end] = [own(node, 'pageStart'), own(node, 'pageEnd')];
  if (start) item.fields['pages'] ??= end && end !== start ? `${start}-${end}` : start;
  return item;
}

/** A chapter or article by where it is: BIBO's article may be in a book of proceedings. */
function typeOf(node: XmlNode, graph: Graph): string {
  const kind = kindOf(node);
  const type = TYPES[kind] ?? 'document';
  const part = elementsOf(node).find(({ name }) => name === 'isPartOf');
  const whole = part && graph.target(part);
  if (type === 'journalArticle' && whole && /^(?:Proceedings|ConferenceProceedings)$/.test(kindOf(whole))) return 'conferencePaper';
  return type === 'journalArticle' && whole && /^(?:Newspaper|Magazine)$/.test(kindOf(whole)) ? `${kindOf(whole).toLowerCase()}Article` : type;
}

function take(property: XmlNode, item: ZoteroItem, graph: Graph): void {
  const { name, prefix } = property;
  const field = FIELDS[`${prefix}:${name}`] ?? FIELDS[name];
  const role = ROLES[name] ?? roleNamed(name, item.itemType);
  if (role) item.creators.push(...peopleOf(property, role, graph, item.itemType));
  else if (name === 'isPartOf') { const whole = graph.target(property); if (whole) container(whole, item, graph); } else if (name === 'identifier') identifier(property, item);
  else if (name === 'subject' && /^<?[A-Z]/.test(elementsOf(property)[0]?.name ?? '') && elementsOf(property)[0]?.name !== 'AutomaticTag') item.fields['callNumber'] ??= valueOf(property);
  else if (name === 'subject' || name === 'about' || name === 'keywords') item.tags.push(valueOf(property));
  else if (name === 'publisher') publisher(property, item, graph);
  else if (name === 'isReferencedBy') { const memo = graph.target(property); if (memo) item.notes.push(plainNote(rawText(memo))); } else if (name === 'link') attachment(graph.target(property), item);
  else if (field) item.fields[field] ??= valueOf(property);
  else if (prefix === 'z' && name !== 'itemType') item.fields[baseOf(item.itemType, name)] ??= valueOf(property);
}

/** Zotero's own roles are its creators' types in the plural (`z:podcasters`). */
const roleNamed = (name: string, itemType: string): string | undefined => ITEM_TYPES[itemType]?.creators.find((kind) => name === `${kind}s`);

/** Journals, books and series, and what those are part of. */
function container(whole: XmlNode, item: ZoteroItem, graph: Graph): void {
  const series = whole.name === 'Series';
  for (const property of elementsOf(whole)) {
    const { name } = property;
    if (name === 'isPartOf') { const next = graph.target(property); if (next) container(next, item, graph); } else if (name === 'identifier') identifier(property, item);
    else if (name === 'issn' || name === 'isbn' || name === 'isbn13' || name === 'isbn10') item.fields[name === 'issn' ? 'ISSN' : 'ISBN'] ??= valueOf(property);
    else if (ROLES[name] && series === false && item.itemType !== 'journalArticle') item.creators.push(...peopleOf(property, ROLES[name] === 'author' ? 'bookAuthor' : ROLES[name], graph, item.itemType));
    else if (name === 'publisher' && item.itemType !== 'journalArticle') publisher(property, item, graph);
    else if (name === 'shortTitle') item.fields['journalAbbreviation'] ??= valueOf(property);
    else if (name === 'issue') item.fields['issue'] ??= valueOf(property);
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
  const resource = node && ['path', 'resource', 'identifier'].map((wanted) => elementsOf(node).find(({ name }) => name === wanted)).find(Boolean);
  const path = resource ? valueOf(resource) : '';
  const mediaType = node ? own(node, 'type') : undefined;
  if (node && path) item.attachments.push({ path, title: own(node, 'title') ?? path, ...(mediaType ? { mediaType } : {}) });
}

function peopleOf(property: XmlNode, role: string, graph: Graph, itemType: string): Creator[] {
  const kinds = ITEM_TYPES[itemType]?.creators ?? [];
  const creatorType = role === 'author' ? kinds[0] ?? 'author' : kinds.includes(role) ? role : 'contributor';
  const listed = graph.listed(property);
  if (listed) return listed.flatMap((member) => personIn(member, creatorType));
  const target = graph.target(property);
  if (!target) return textOf(property) ? [personOf(textOf(property), creatorType, { comma: textOf(property).includes(',') })] : [];
  if (/^(?:Seq|Bag|Alt)$/.test(target.name)) return elementsOf(target).flatMap((member) => peopleOf(member, role, graph, itemType));
  return personIn(target, creatorType);
}

function personIn(target: XmlNode, creatorType: string): Creator[] {
  const [lastName, firstName] = [own(target, 'surname') ?? own(target, 'familyName') ?? own(target, 'family_name') ?? own(target, 'lastName'), own(target, 'givenName') ?? own(target, 'givenname') ?? own(target, 'given') ?? own(target, 'firstName')];
  if (lastName) return [firstName ? { lastName, firstName, creatorType } : target.children.length > 0 && target.name === 'Person' ? { name: lastName, creatorType } : { lastName, creatorType }];
  const name = own(target, 'name') ?? (elementsOf(target).length === 0 ? textOf(target) || undefined : undefined);
  return name ? [{ name, creatorType }] : [];
}
