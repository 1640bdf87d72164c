import type { Outgoing } from '../format.ts';
import { inSteps, pieceByPiece } from '../steps.ts';
import { around, element, groupElement, textElement, xmlPart, type XmlElement, type XmlPart } from '../xml/write.ts';
import { zoteroOf, type Creator } from '../zotero/item.ts';
import { htmlNote } from '../zotero/note.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';

const NAMESPACES = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'xmlns:z': 'http://www.zotero.org/namespaces/export#', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:dcterms': 'http://purl.org/dc/terms/', 'xmlns:bib': 'http://purl.org/net/biblio#', 'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
  'xmlns:prism': 'http://prismstandard.org/namespaces/1.2/basic/', 'xmlns:link': 'http://purl.org/rss/1.0/modules/link/', 'xmlns:vcard': 'http://nwalsh.com/rdf/vCard#',
};
/** The class of the biblio vocabulary for an item type; the type itself stands in `z:itemType`. */
const CLASSES: Record<string, string> = { journalArticle: 'Article', magazineArticle: 'Article', newspaperArticle: 'Article', book: 'Book', bookSection: 'BookSection', thesis: 'Thesis', report: 'Report', patent: 'Patent', letter: 'Letter', manuscript: 'Manuscript', statute: 'Legislation', interview: 'Interview', artwork: 'Illustration', film: 'MotionPicture', audioRecording: 'Recording', dataset: 'Data' };
const CONTAINERS: Record<string, string> = { journalArticle: 'bib:Journal', magazineArticle: 'bib:Periodical', newspaperArticle: 'bib:Newspaper', bookSection: 'bib:Book', conferencePaper: 'bib:Journal', webpage: 'z:Website', blogPost: 'z:Blog', forumPost: 'z:Forum', dictionaryEntry: 'bib:Book', encyclopediaArticle: 'bib:Book' };
/** Roles that the biblio vocabulary has names for; others are Zotero's own. */
const ROLES: Record<string, string> = { author: 'bib:authors', editor: 'bib:editors', contributor: 'bib:contributors' };
const PLAIN: [field: string, property: string][] = [['title', 'dc:title'], ['abstractNote', 'dcterms:abstract'], ['date', 'dc:date'], ['pages', 'bib:pages'], ['edition', 'prism:edition'], ['rights', 'dc:rights'], ['accessDate', 'dcterms:dateSubmitted'], ['archiveLocation', 'dc:coverage'], ['extra', 'dc:description']];

/** Writes Zotero's RDF: a node a paper, with its notes, files and collections. */
export const rdfWriters = inSteps((papers) => {
  const { before, after } = around(element('rdf:RDF', NAMESPACES));
  const tree = collections(papers).map((part) => xmlPart(part, 1)).join('');
  return pieceByPiece(papers, (paper, index) => nodes(paper, index).map((part) => xmlPart(part, 1)).join(''), { before, between: '', after: `${tree}${after}` });
});

const placeOf = (index: number): string => `#item_${String(index + 1)}`;

function nodes(paper: Outgoing, index: number): XmlElement[] {
  const { itemType, fields, creators } = zoteroOf(paper.item, paper.verbatim?.find(({ format }) => format === 'zotero'));
  const [notes, files] = [paper.notes ?? [], paper.files ?? []];
  const [noteAt, fileAt] = [(at: number): string => `${placeOf(index)}_note_${String(at + 1)}`, (at: number): string => `${placeOf(index)}_file_${String(at + 1)}`];
  const left = new Map(Object.entries(fields));
  const take = (field: string): string | undefined => { const value = left.get(field); left.delete(field); return value; };
  const parts: XmlPart[] = [
    textElement('z:itemType', itemType), textElement('z:citationKey', paper.citationKey), whole(itemType, take), ...Object.entries(byRole(creators)).map(([role, all]) => element(ROLES[role] ?? `z:${role}s`, {}, element('rdf:Seq', {}, all.map((one) => element('rdf:li', {}, person(one)))))),
    publisher(take), ...PLAIN.map(([field, property]) => textElement(property, take(field))), ...['ISBN', 'DOI'].map((kind) => { const number = take(kind); return number && textElement('dc:identifier', `${kind} ${number}`); }),
    groupElement('dc:identifier', {}, groupElement('dcterms:URI', {}, textElement('rdf:value', take('url')))), groupElement('dc:subject', {}, groupElement('dcterms:LCC', {}, textElement('rdf:value', take('callNumber')))),
    itemType === 'journalArticle' ? undefined : textElement('prism:volume', take('volume')), textElement('prism:number', take('number')), ...paper.tags.map((tag) => textElement('dc:subject', tag)),
    ...notes.map((_, at) => element('dcterms:isReferencedBy', { 'rdf:resource': noteAt(at) })), ...files.map((_, at) => element('link:link', { 'rdf:resource': fileAt(at) })),
  ];
  const rest = [...left].filter(([field]) => !field.includes(':')).map(([field, value]) => textElement(`z:${ITEM_TYPES[itemType]?.own.get(field) ?? field}`, value));
  return [
    element(`bib:${CLASSES[itemType] ?? 'Document'}`, { 'rdf:about': placeOf(index) }, parts, rest),
    ...notes.map((note, at) => element('bib:Memo', { 'rdf:about': noteAt(at) }, textElement('rdf:value', htmlNote(note)))),
    ...files.map(({ path, title, mediaType }, at) => element('z:Attachment', { 'rdf:about': fileAt(at) }, textElement('z:itemType', 'attachment'), element('rdf:resource', { 'rdf:resource': path }), textElement('dc:title', title), textElement('link:type', mediaType))),
  ];
}

/** The journal or book it is in, with what counts there, and the series. */
function whole(itemType: string, take: (field: string) => string | undefined): XmlPart[] {
  const kind = CONTAINERS[itemType];
  const journal = itemType === 'journalArticle';
  const issn = take('ISSN');
  const inside = kind === undefined ? (issn === undefined ? undefined : textElement('dc:identifier', `ISSN ${issn}`)) : groupElement('dcterms:isPartOf', {}, groupElement(kind, {}, textElement('dc:title', take('publicationTitle')), textElement('dcterms:alternative', take('journalAbbreviation')), journal ? textElement('prism:volume', take('volume')) : undefined, textElement('prism:number', take('issue')), issn && textElement('dc:identifier', `ISSN ${issn}`)));
  return [inside, groupElement('dcterms:isPartOf', {}, groupElement('bib:Series', {}, textElement('dc:title', take('series')), textElement('dc:identifier', take('seriesNumber'))))];
}

function publisher(take: (field: string) => string | undefined): XmlPart {
  const [name, place] = [take('publisher'), take('place')];
  return groupElement('dc:publisher', {}, groupElement('foaf:Organization', {}, groupElement('vcard:adr', {}, groupElement('vcard:Address', {}, textElement('vcard:locality', place))), textElement('foaf:name', name)));
}

function byRole(creators: readonly Creator[]): Record<string, Creator[]> {
  const roles: Record<string, Creator[]> = {};
  for (const one of creators) (roles[one.creatorType] ??= []).push(one);
  return roles;
}

const person = ({ name, lastName, firstName }: Creator): XmlElement => element('foaf:Person', {}, textElement('foaf:surname', name ?? lastName), textElement('foaf:givenName', firstName));

/** Collections as a tree of `z:Collection`, each naming those in it and its papers. */
function collections(papers: readonly Outgoing[]): XmlElement[] {
  const members = new Map<string, Set<string>>();
  const ids = new Map<string, { id: string; title: string }>();
  const idOf = (path: readonly string[]): string => {
    const key = JSON.stringify(path);
    const known = ids.get(key);
    if (known) return known.id;
    const id = `#collection_${String(ids.size + 1)}`;
    ids.set(key, { id, title: path.at(-1) ?? '' });
    members.set(id, new Set());
    if (path.length > 1) members.get(idOf(path.slice(0, -1)))?.add(id);
    return id;
  };
  for (const [index, paper] of papers.entries()) for (const path of paper.collections ?? []) if (path.length > 0) members.get(idOf(path))?.add(placeOf(index));
  return [...ids.values()].map(({ id, title }) => element('z:Collection', { 'rdf:about': id }, textElement('dc:title', title), [...(members.get(id) ?? [])].map((member) => element('dcterms:hasPart', { 'rdf:resource': member }))));
}
