import type { Draft, Format, Reading } from '../format.ts';
import { childOf, childrenOf, everyBelow, firstAt, outermost, parseXml, styledText, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';

/** Crossref's deposit XML (UNIXREF), as its OpenURL service and doi.org give it. */
export const crossrefXml: Format = { name: 'crossref-xml', extensions: ['xml'], recognise: (head) => (/<(?:\w+:)?(?:doi_records?|crossref_result|doi_batch)\b/.test(head) && /<(?:\w+:)?(?:journal|book|conference|dissertation|report-paper|posted_content|crossref|database|standard)\b/.test(head) ? 0.97 : 0), read };

/** The records of each kind: where the work is, and where what it is in. */
const KINDS: Record<string, { inner: string[]; outer: string[]; itemType: string; whole: string }> = {
  journal: { inner: ['journal_article'], outer: ['journal_metadata', 'journal_issue'], itemType: 'journalArticle', whole: 'journalArticle' },
  book: { inner: ['content_item'], outer: ['book_metadata', 'book_series_metadata', 'book_set_metadata'], itemType: 'bookSection', whole: 'book' },
  conference: { inner: ['conference_paper'], outer: ['event_metadata', 'proceedings_metadata', 'proceedings_series_metadata'], itemType: 'conferencePaper', whole: 'book' },
  dissertation: { inner: [], outer: [], itemType: 'thesis', whole: 'thesis' }, 'report-paper': { inner: ['report-paper_metadata', 'report-paper_series_metadata'], outer: [], itemType: 'report', whole: 'report' },
  posted_content: { inner: [], outer: [], itemType: 'preprint', whole: 'preprint' }, standard: { inner: ['standard_metadata'], outer: [], itemType: 'standard', whole: 'standard' }, database: { inner: ['dataset'], outer: ['database_metadata'], itemType: 'dataset', whole: 'dataset' },
};

function read(text: string): Reading {
  const { root, problems } = parseXml(text);
  return { drafts: outermost(root, ({ name }) => KINDS[name] !== undefined).map((record): Draft => ({ ...draftOf(itemOf(record)), line: record.line })), problems, leftOut: [], origin: {} };
}

function itemOf(record: XmlNode): ZoteroItem {
  const kind = KINDS[record.name] ?? { inner: [], outer: [], itemType: 'document', whole: 'document' };
  const found = kind.inner.map((name) => childOf(record, name)).find(Boolean);
  const outer = kind.outer.flatMap((name) => childrenOf(record, name));
  const inner = found ?? (kind.inner.length === 0 ? record : outer[0] ?? record);
  const posted = record.name === 'posted_content' && record.attributes['type'] === 'other';
  const item = newItem(posted ? 'blogPost' : found || kind.inner.length === 0 ? kind.itemType : kind.whole);
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const within = (path: string): string | undefined => outer.map((node) => textAt(node, path)).find(Boolean);
  put('title', titleOf(inner));
  put('date', dateOf([...childrenOf(inner, 'publication_date'), ...childrenOf(inner, 'posted_date'), ...childrenOf(inner, 'approval_date')]) ?? dateOf(outer.flatMap((node) => childrenOf(node, 'publication_date'))));
  put('DOI', textAt(inner, 'doi_data/doi'));
  put('url', textAt(inner, 'doi_data/resource'));
  put('language', inner.attributes['language'] ?? outer.map(({ attributes }) => attributes['language']).find(Boolean) ?? record.attributes['language']);
  put('pages', pagesOf(childOf(inner, 'pages')));
  put('abstractNote', textAt(inner, 'abstract'));
  put('rights', [...new Set([...everyBelow(found ?? record), ...outer.flatMap(everyBelow)].filter(({ name }) => name === 'license_ref').map(textOf))].slice(0, 1)[0]);
  if (found && outer.length > 0) put('publicationTitle', within('full_title') ?? within('proceedings_title') ?? outer.map(titleOf).find(Boolean));
  put('journalAbbreviation', within('abbrev_title'));
  put('volume', within('journal_volume/volume') ?? within('volume'));
  put('issue', within('issue'));
  put('edition', within('edition_number'));
  put('ISSN', item.itemType === 'journalArticle' ? [...new Set(outer.flatMap((node) => childrenOf(node, 'issn')).map(textOf))].join(', ') : undefined);
  put('ISBN', [...new Set([...outer, inner].flatMap((node) => childrenOf(node, 'isbn')).map(textOf))].join(', '));
  put('conferenceName', within('conference_name'));
  put('publisher', within('publisher/publisher_name') ?? textAt(inner, 'publisher/publisher_name') ?? textAt(inner, 'institution/institution_name'));
  put('place', within('conference_location') ?? within('publisher/publisher_place') ?? textAt(inner, 'institution/institution_place'));
  put('series', within('series_metadata/titles/title'));
  particular(record, item);
  item.creators = [...(item.itemType === 'bookSection' ? outer : []), inner].flatMap(creatorsOf);
  return item;
}

/** What only some kinds have. */
function particular(record: XmlNode, item: ZoteroItem): void {
  if (item.itemType === 'thesis') { const degree = textAt(record, 'degree')?.replace(/ \(.*\)$/, ''); if (degree) item.fields['type'] = degree; }
  if (item.itemType === 'journalArticle') for (const field of ['publisher', 'place']) Reflect.deleteProperty(item.fields, field);
  const group = textAt(record, 'group_title');
  if (item.itemType === 'preprint' && group) item.fields['publisher'] = group;
  if (item.itemType === 'blogPost') item.fields['publicationTitle'] = textAt(record, 'institution/institution_name') ?? group ?? '';
}

const titleOf = (node: XmlNode): string => {
  const [title, sub] = [styledText(firstAt(node, 'titles/title')), styledText(firstAt(node, 'titles/subtitle'))];
  return sub ? `${title}${title.endsWith(':') ? ' ' : ': '}${sub}` : title;
};

/** The printed date before the electronic one; with a day as year-month-day, else month/year. */
function dateOf(dates: XmlNode[]): string | undefined {
  const date = dates.find(({ attributes }) => attributes['media_type'] === 'print') ?? dates[0];
  const [year, month, day] = [textAt(date, 'year'), textAt(date, 'month'), textAt(date, 'day')];
  if (!year) return undefined;
  return month && day ? `${year}-${month}-${day}` : month ? `${month}/${year}` : year;
}

const pagesOf = (pages: XmlNode | undefined): string => [textAt(pages, 'first_page'), textAt(pages, 'last_page')].filter((page, at, all) => page && !(at === 1 && all[0] === page)).join('-');

function creatorsOf(node: XmlNode): Creator[] {
  return [...childrenOf(node, 'contributors').flatMap((group) => group.children.filter((child): child is XmlNode => typeof child !== 'string')), ...childrenOf(node, 'person_name')].flatMap((one): Creator[] => {
    const role = one.attributes['contributor_role'] ?? 'author';
    const creatorType = role === 'chair' ? 'contributor' : ['author', 'editor', 'translator'].includes(role) ? role : 'contributor';
    if (one.name === 'organization') return [{ name: textOf(one), creatorType }];
    const [lastName, firstName] = [textAt(one, 'surname'), [textAt(one, 'given_name'), textAt(one, 'suffix')].filter(Boolean).join(', ')];
    return lastName ? [{ lastName, ...(firstName ? { firstName } : {}), creatorType }] : [];
  });
}
