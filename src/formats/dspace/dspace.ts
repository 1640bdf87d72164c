import type { Draft, Format, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { withRest } from '../tagged/reading.ts';
import { elementsOf, everyBelow, outermost, parseXml, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem } from '../zotero/item.ts';

/** DSpace Intermediate Metadata: Dublin Core with qualifiers, a field an element, often within METS. */
export const dspace: Format = { name: 'dspace', extensions: ['xml'], recognise: (head) => (/<(?:\w+:)?dim\b/.test(head) && /<(?:\w+:)?field\b[^>]*\bmdschema=/.test(head) ? 0.98 : 0), read };

const TYPES: Record<string, string> = { article: 'journalArticle', 'journal article': 'journalArticle', 'journal contribution': 'journalArticle', preprint: 'preprint', thesis: 'thesis', dissertation: 'thesis', 'technical report': 'report', report: 'report', 'working paper': 'report', 'book chapter': 'bookSection', 'book section': 'bookSection', 'conference paper': 'conferencePaper', presentation: 'presentation', dataset: 'dataset', software: 'computerProgram', image: 'artwork', map: 'map', video: 'videoRecording' };
const FIELDS: Record<string, string> = { title: 'title', 'description.abstract': 'abstractNote', 'date.issued': 'date', 'identifier.doi': 'DOI', 'identifier.isbn': 'ISBN', 'identifier.issn': 'ISSN', publisher: 'publisher', 'publisher.place': 'place', 'language.iso': 'language', language: 'language', rights: 'rights', 'format.pagerange': 'pages', 'format.extent': 'numPages', 'title.alternative': 'shortTitle', 'bibliographicCitation.title': 'publicationTitle', 'bibliographicCitation.volume': 'volume', 'bibliographicCitation.issue': 'issue', 'relation.ispartof': 'publicationTitle', 'relation.ispartofseries': 'series', 'identifier.uri': 'url' };
const ROLES: Record<string, string> = { 'contributor.author': 'author', creator: 'author', 'contributor.editor': 'editor', 'contributor.illustrator': 'contributor', contributor: 'contributor' };

function read(text: string): Reading {
  const { root, problems } = parseXml(text);
  const records = outermost(root, ({ name }) => name === 'dim');
  const files = records.length === 1 ? contentOf(root) : [];
  return { drafts: records.map((record): Draft => ({ ...draftFrom(record), files, line: record.line })), problems, leftOut: [], origin: {} };
}

/** The PDFs that METS names as the content of the item. */
function contentOf(root: XmlNode): { path: string; title: string; mediaType: string }[] {
  const groups = everyBelow(root).filter(({ name, attributes }) => name === 'fileGrp' && attributes['USE'] === 'CONTENT');
  return groups.flatMap((group) => elementsOf(group)).filter(({ attributes }) => attributes['MIMETYPE'] === 'application/pdf').flatMap((file) => { const path = elementsOf(file).map(({ attributes }) => attributes['xlink:href']).find(Boolean); return path ? [{ path, title: 'Full Text PDF', mediaType: 'application/pdf' }] : []; });
}

function draftFrom(record: XmlNode): Draft {
  const fields = everyBelow(record).filter(({ name }) => name === 'field').map((node) => ({ path: [node.attributes['element'], node.attributes['qualifier']].filter(Boolean).join('.'), value: textOf(node) })).filter(({ value }) => value !== '');
  const item = newItem(TYPES[fields.find(({ path }) => path === 'type')?.value.toLowerCase() ?? ''] ?? 'book');
  const rest: [string, string][] = [];
  for (const { path, value } of fields) {
    const field = FIELDS[path];
    const role = ROLES[path];
    if (role) item.creators.push(personOf(value, role, { comma: value.includes(',') }));
    else if (path.startsWith('subject')) item.tags.push(value);
    else if (field && item.fields[field] === undefined) item.fields[field] = value;
    else rest.push([`dspace:${path}`, value]);
  }
  return withRest(draftOf(item), rest);
}
