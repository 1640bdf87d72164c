import type { Outgoing } from '../format.ts';
import { inSteps, pieceByPiece } from '../steps.ts';
import { around, element, groupElement, textElement, xmlPart, type XmlElement } from '../xml/write.ts';
import { zoteroOf, type Creator } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';
import { PEOPLE, refTypeOf } from './types.ts';

const written = ({ name, lastName, firstName }: Creator): string => (name !== undefined ? `${name.replace(/,/g, ' ')},` : [lastName, firstName].filter(Boolean).join(', '));

/** Writes EndNote's XML; a name with a comma at its end is one kept whole, as EndNote has it. */
export const endnoteXmlWriters = inSteps((papers) => pieceByPiece(papers, (paper) => xmlPart(record(paper), 2), { ...around(element('xml', {}), element('records', {})), between: '' }));

/** Everyone in the first group that is for them; the chief creators of a type are its authors. */
function grouped(itemType: string, creators: readonly Creator[]): Record<string, Creator[]> {
  const groups: Record<string, Creator[]> = Object.fromEntries(Object.keys(PEOPLE).map((group) => [group, []]));
  for (const one of creators) {
    const own = Object.entries(PEOPLE).find(([, roles]) => (roles[itemType] ?? roles['*']) === one.creatorType)?.[0];
    const group = own ?? (ITEM_TYPES[itemType]?.creators[0] === one.creatorType ? 'authors' : undefined);
    if (group !== undefined) groups[group]?.push(one);
  }
  return groups;
}

function record(paper: Outgoing): XmlElement {
  const { itemType, fields, creators } = zoteroOf(paper.item, paper.verbatim?.find(({ format }) => format === 'zotero'));
  const { name, number } = refTypeOf(itemType);
  const groups = Object.entries(grouped(itemType, creators)).map(([group, people]) => groupElement(group, {}, people.map((one) => textElement('author', written(one)))));
  const second = fields['publicationTitle'] ?? fields['conferenceName'] ?? (itemType === 'book' ? fields['series'] : undefined);
  return element('record', {},
    element('source-app', { name: 'Sheaf' }, 'Sheaf'), element('ref-type', { name }, String(number)), groupElement('contributors', {}, groups),
    groupElement('titles', {}, textElement('title', fields['title']), textElement('secondary-title', second), textElement('tertiary-title', itemType === 'book' ? undefined : fields['series']), textElement('short-title', fields['shortTitle'])),
    groupElement('periodical', {}, textElement('full-title', itemType === 'journalArticle' ? fields['publicationTitle'] : undefined), textElement('abbr-1', fields['journalAbbreviation'])),
    textElement('pages', fields['pages']), textElement('volume', fields['volume']), textElement('number', fields['issue'] ?? fields['number'] ?? fields['seriesNumber']), textElement('edition', fields['edition']),
    groupElement('keywords', {}, paper.tags.map((tag) => textElement('keyword', tag))), groupElement('dates', {}, textElement('year', paper.item.issued?.['date-parts']?.[0]?.[0]), groupElement('pub-dates', {}, textElement('date', fields['date'] === String(paper.item.issued?.['date-parts']?.[0]?.[0] ?? '') ? undefined : fields['date']))),
    textElement('pub-location', fields['place']), textElement('publisher', fields['publisher']), textElement('isbn', itemType === 'patent' || itemType === 'report' ? undefined : fields['ISSN'] ?? fields['ISBN']), textElement('call-num', fields['callNumber']), textElement('label', paper.citationKey),
    textElement('electronic-resource-num', fields['DOI']), textElement('abstract', fields['abstractNote']), textElement('notes', paper.notes?.join('\n\n')), textElement('work-type', fields['type']), textElement('num-vols', fields['numberOfVolumes']), textElement('remote-database-name', fields['libraryCatalog']), textElement('language', fields['language']), textElement('access-date', fields['accessDate']),
    groupElement('urls', {}, groupElement('related-urls', {}, textElement('url', fields['url'])), groupElement('pdf-urls', {}, (paper.files ?? []).map(({ path }) => textElement('url', path)))),
  );
}
