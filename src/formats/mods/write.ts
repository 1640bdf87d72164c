import type { Outgoing } from '../format.ts';
import { inSteps, pieceByPiece } from '../steps.ts';
import { around, element, groupElement, textElement, xmlPart, type XmlElement, type XmlPart } from '../xml/write.ts';
import { zoteroOf, type Creator } from '../zotero/item.ts';

const INSIDE = new Set(['journalArticle', 'magazineArticle', 'newspaperArticle', 'bookSection', 'conferencePaper', 'dictionaryEntry', 'encyclopediaArticle', 'webpage', 'blogPost', 'forumPost']);
const GENRES: Record<string, string> = { journalArticle: 'journal article', magazineArticle: 'magazine', newspaperArticle: 'newspaper', book: 'book', bookSection: 'book chapter', conferencePaper: 'conference paper', thesis: 'thesis', report: 'report', patent: 'patent', webpage: 'webpage', letter: 'letter', interview: 'interview', case: 'legal case and case notes', statute: 'legislation', dataset: 'dataset', computerProgram: 'computer program', map: 'map', film: 'motion picture' };
const ROLES: Record<string, string> = { author: 'aut', editor: 'edt', translator: 'trl', contributor: 'ctb', seriesEditor: 'sef' };

/** Writes a MODS 3.8 collection; what a paper is in stands in `relatedItem type="host"`. */
export const modsWriters = inSteps((papers) => pieceByPiece(papers, (paper) => xmlPart(record(paper), 1), { ...around(element('modsCollection', { xmlns: 'http://www.loc.gov/mods/v3' })), between: '' }));

function record(paper: Outgoing): XmlElement {
  const { itemType, fields, creators } = zoteroOf(paper.item, paper.verbatim?.find(({ format }) => format === 'zotero'));
  const origin = groupElement('originInfo', {}, textElement('edition', fields['edition']), groupElement('place', {}, textElement('placeTerm', fields['place'], { type: 'text' })), textElement('publisher', fields['publisher']), textElement('dateIssued', fields['date']));
  const part = groupElement('part', {}, detail('volume', fields['volume']), detail('issue', fields['issue']), detail('section', fields['section']), pages(fields['pages']));
  const inside = INSIDE.has(itemType) && fields['publicationTitle'] !== undefined;
  return element('mods', { version: '3.8', ID: paper.citationKey },
    title(fields['title']), groupElement('titleInfo', { type: 'abbreviated' }, textElement('title', fields['shortTitle'])), creators.map((one) => person(one)), textElement('genre', GENRES[itemType] ?? itemType, { authority: 'local' }), inside ? undefined : origin,
    groupElement('language', {}, textElement('languageTerm', fields['language'])), textElement('abstract', fields['abstractNote']), (paper.notes ?? []).map((note) => textElement('note', note)), paper.tags.map((tag) => element('subject', {}, textElement('topic', tag))), textElement('classification', fields['callNumber'], { authority: 'lcc' }),
    inside ? groupElement('relatedItem', { type: 'host' }, title(fields['publicationTitle']), groupElement('titleInfo', { type: 'abbreviated' }, textElement('title', fields['journalAbbreviation'])), origin, part) : part, groupElement('relatedItem', { type: 'series' }, title(fields['series'] ?? fields['seriesTitle'])),
    textElement('identifier', fields['DOI'], { type: 'doi' }), textElement('identifier', fields['ISBN'], { type: 'isbn' }), textElement('identifier', fields['ISSN'], { type: 'issn' }),
    groupElement('location', {}, textElement('physicalLocation', fields['archiveLocation']), textElement('url', fields['url'], { usage: 'primary display' })), textElement('accessCondition', fields['rights']));
}

const title = (text: string | undefined): XmlPart => groupElement('titleInfo', {}, textElement('title', text));
const detail = (type: string, number: string | undefined): XmlPart => groupElement('detail', { type }, textElement('number', number));
const pages = (text: string | undefined): XmlPart => { const [start, end] = text?.split(/[-–—]/) ?? []; return groupElement('extent', { unit: 'pages' }, textElement('start', start), textElement('end', end)); };

function person({ creatorType, name, lastName, firstName }: Creator): XmlPart {
  const role = element('role', {}, textElement('roleTerm', ROLES[creatorType] ?? 'aut', { type: 'code', authority: 'marcrelator' }));
  return name !== undefined ? element('name', { type: 'corporate' }, textElement('namePart', name), role) : element('name', { type: 'personal' }, textElement('namePart', lastName, { type: 'family' }), textElement('namePart', firstName, { type: 'given' }), role);
}
