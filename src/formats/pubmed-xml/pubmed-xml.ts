import type { Draft, Format, Reading } from '../format.ts';
import { wholePages } from '../pages.ts';
import { personOf } from '../person.ts';
import { withRest } from '../tagged/reading.ts';
import { titleCase } from '../title-case.ts';
import { allAt, childOf, childrenOf, elementsOf, firstAt, outermost, parseXml, rootName, styledText, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import { monthOf } from '../zotero/dates.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';

/** PubMed's XML (PubmedArticleSet, and its books), as efetch and the site give it. */
export const pubmedXml: Format = { name: 'pubmed-xml', extensions: ['xml'], recognise: (head) => (/^Pubmed(?:Article|BookArticle)(?:Set)?$/.test(rootName(head)) ? 0.97 : 0), read };

function read(text: string): Reading {
  const { root, problems } = parseXml(text);
  const records = outermost(root, ({ name }) => name === 'PubmedArticle' || name === 'PubmedBookArticle');
  return { drafts: records.map((record): Draft => ({ ...withRest(draftOf(record.name === 'PubmedArticle' ? article(record) : book(record)), restOf(record)), line: record.line })), problems, leftOut: [], origin: {} };
}

/** What becomes a value of the paper, by the names of its elements. */
const TAKEN = new Set(['ArticleTitle', 'BookTitle', 'CollectionTitle', 'AbstractText', 'Title', 'ISOAbbreviation', 'ISSN', 'Isbn', 'Volume', 'Issue', 'Year', 'Month', 'Day', 'MedlineDate', 'MedlinePgn', 'StartPage', 'EndPage', 'AuthorList', 'Keyword', 'DescriptorName', 'Language', 'PublisherName', 'PublisherLocation', 'Edition', 'PMID', 'ReferenceList', 'History']);

/** What a record says besides: subjects' qualifiers, substances, grants, dates of handling, numbers; under the names of its elements. */
function restOf(node: XmlNode): [name: string, value: string][] {
  if (TAKEN.has(node.name)) return node.name === 'AuthorList' ? allAt(node, 'Author/AffiliationInfo/Affiliation').map((one) => ['pubmed:Affiliation', textOf(one)]) : [];
  if (node.name === 'MeshHeading') return childrenOf(node, 'QualifierName').length > 0 ? [['pubmed:MeshHeading', [childOf(node, 'DescriptorName'), ...childrenOf(node, 'QualifierName')].map(major).join('/')]] : [];
  if (node.name === 'PubDate') return elementsOf(node).flatMap(restOf);
  const inner = elementsOf(node);
  const whole = inner.length > 0 && inner.every(({ name, children }) => PARTS.test(name) && children.every((child) => typeof child === 'string'));
  if (inner.length > 0 && !whole) return [...attributesOf(node), ...inner.flatMap(restOf)];
  const text = whole ? inner.map((part) => textOf(part).replace(/^\d$/, '0$&')).join(/^(?:Year|Month|Day)$/.test(inner[0]?.name ?? '') ? '-' : ' ') : textOf(node);
  return text === '' ? [] : [[`pubmed:${node.name}`, text], ...attributesOf(node)];
}

/** Elements that are but parts of one value: of a date, of a name. */
const PARTS = /^(?:Year|Month|Day|LastName|ForeName|FirstName|Initials|Suffix)$/;
const major = (node: XmlNode | undefined): string => `${textOf(node)}${node?.attributes['MajorTopicYN'] === 'Y' ? '*' : ''}`;
/** Attributes that say something of the work or its record. */
const attributesOf = ({ name, attributes }: XmlNode): [string, string][] => ['Status', 'PubModel', 'IndexingMethod'].flatMap((one): [string, string][] => (attributes[one] ? [[`pubmed:${name}.${one}`, attributes[one]]] : []));

function article(record: XmlNode): ZoteroItem {
  const citation = childOf(record, 'MedlineCitation');
  const inner = childOf(citation, 'Article');
  const preprint = allAt(inner, 'PublicationTypeList/PublicationType').some((type) => textOf(type) === 'Preprint');
  const item = newItem(preprint ? 'preprint' : 'journalArticle');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  put('title', withoutStop(styledText(childOf(inner, 'ArticleTitle'))));
  put('abstractNote', abstractOf(childOf(inner, 'Abstract')));
  put('date', dateOf(firstAt(inner, 'Journal/JournalIssue/PubDate')) ?? dateOf(childOf(inner, 'ArticleDate')));
  put('language', allAt(inner, 'Language').map(textOf).join(', '));
  put('PMID', textAt(citation, 'PMID'));
  put('DOI', idOf(record, 'doi') ?? childrenOf(inner, 'ELocationID').filter(({ attributes }) => attributes['EIdType'] === 'doi').map(textOf)[0]);
  put('PMCID', idOf(record, 'pmc'));
  put('url', idOf(record, 'url'));
  journal(inner, item, idOf(record, 'pii'));
  item.creators = creatorsOf(allAt(inner, 'AuthorList/Author'), 'author');
  item.tags = [...allAt(citation, 'MeshHeadingList/MeshHeading/DescriptorName'), ...allAt(citation, 'KeywordList/Keyword')].map(textOf).filter(Boolean);
  entryLink(item);
  return item;
}

function journal(inner: XmlNode | undefined, item: ZoteroItem, pii: string | undefined): void {
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const [, name = '', place] = /^(.*?)(?: \(([^)]*)\))?$/.exec(textAt(inner, 'Journal/Title') ?? '') ?? [];
  put('publicationTitle', titleCase(name));
  put('place', place);
  put('ISSN', textAt(inner, 'Journal/ISSN'));
  put('journalAbbreviation', textAt(inner, 'Journal/ISOAbbreviation'));
  put('volume', textAt(inner, 'Journal/JournalIssue/Volume'));
  put('issue', textAt(inner, 'Journal/JournalIssue/Issue'));
  put('pages', wholePages(textAt(inner, 'Pagination/MedlinePgn') ?? ([textAt(inner, 'Pagination/StartPage'), textAt(inner, 'Pagination/EndPage')].filter(Boolean).join('-') || undefined) ?? electronic(inner) ?? ''));
  if (item.itemType !== 'preprint') return;
  put('publisher', titleCase(textAt(inner, 'Journal/Title') ?? ''));
  Reflect.deleteProperty(item.fields, 'place');
  put('number', electronic(inner) ?? pii ?? textAt(inner, 'Pagination/MedlinePgn'));
}

function book(record: XmlNode): ZoteroItem {
  const document = childOf(record, 'BookDocument');
  const whole = childOf(document, 'Book');
  const chapter = styledText(childOf(document, 'ArticleTitle'));
  const item = newItem(chapter ? 'bookSection' : 'book');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const title = withoutStop(styledText(childOf(whole, 'BookTitle')));
  put('title', withoutStop(chapter) || title);
  if (chapter) put('publicationTitle', title);
  put('publisher', textAt(whole, 'Publisher/PublisherName'));
  put('place', textAt(whole, 'Publisher/PublisherLocation'));
  put('date', dateOf(childOf(whole, 'PubDate')));
  put('ISBN', childrenOf(whole, 'Isbn').map(textOf).join(' '));
  put('edition', textAt(whole, 'Edition'));
  put('volume', textAt(whole, 'Volume'));
  put('series', withoutStop(textAt(whole, 'CollectionTitle') ?? ''));
  put('language', textAt(document, 'Language'));
  put('abstractNote', abstractOf(childOf(document, 'Abstract')));
  put('PMID', textAt(document, 'PMID'));
  for (const [list, from] of [[childrenOf(document, 'AuthorList'), document], [childrenOf(whole, 'AuthorList'), whole]] as const) for (const one of list) {
    const role = one.attributes['Type'] === 'editors' ? 'editor' : chapter && from === whole ? 'bookAuthor' : 'author';
    item.creators.push(...creatorsOf(childrenOf(one, 'Author'), role));
  }
  item.tags = allAt(document, 'KeywordList/Keyword').map(textOf).filter(Boolean);
  entryLink(item);
  return item;
}

const entryLink = (item: ZoteroItem): void => { if (item.fields['PMID']) item.attachments.push({ title: 'PubMed entry', path: `https://www.ncbi.nlm.nih.gov/pubmed/${item.fields['PMID']}`, mediaType: 'text/html' }); };
const idOf = (record: XmlNode, type: string): string | undefined => allAt(record, 'PubmedData/ArticleIdList/ArticleId').filter(({ attributes }) => attributes['IdType'] === type).map(textOf).find(Boolean);
const electronic = (inner: XmlNode | undefined): string | undefined => childrenOf(inner, 'ELocationID').filter(({ attributes }) => attributes['EIdType'] === 'pii').map(textOf)[0];
const withoutStop = (title: string): string => title.replace(/\.$/, '');

/** Sections with their labels, each on a line of its own. */
function abstractOf(abstract: XmlNode | undefined): string {
  return childrenOf(abstract, 'AbstractText').map((part) => { const label = part.attributes['Label']; return `${label && label !== 'UNLABELLED' ? `${label}: ` : ''}${textOf(part)}`; }).join('\n');
}

function dateOf(node: XmlNode | undefined): string | undefined {
  const free = textAt(node, 'MedlineDate');
  const [year, month, day] = [textAt(node, 'Year'), textAt(node, 'Month'), textAt(node, 'Day')];
  if (!year) return free;
  const number = month === undefined ? undefined : /^\d+$/.test(month) ? Number(month) : monthOf(month);
  if (month !== undefined && number === undefined) return `${month} ${year}`;
  return [year, ...(number ? [String(number).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])] : [])].join('-');
}

function creatorsOf(authors: XmlNode[], role: string): Creator[] {
  return authors.flatMap((author) => {
    const [last, first, suffix, group] = [textAt(author, 'LastName'), textAt(author, 'ForeName') ?? textAt(author, 'FirstName') ?? textAt(author, 'Initials'), textAt(author, 'Suffix'), textAt(author, 'CollectiveName')];
    if (group) return [{ name: group.replace(/\.$/, ''), creatorType: role }];
    if (!last) return [];
    const person = personOf(`${last}, ${first ?? ''}`, role);
    return [suffix ? { ...person, firstName: [person.firstName, suffix].filter(Boolean).join(', ') } : person];
  });
}
