import { personOf } from '../person.ts';
import { newItem, type ZoteroItem } from '../zotero/item.ts';
import { baseOf, ITEM_TYPES } from '../zotero/schema.ts';

export type Pair = [key: string, value: string];

const GENRES: Record<string, string> = { article: 'journalArticle', preprint: 'preprint', proceeding: 'conferencePaper', conference: 'conferencePaper', bookitem: 'bookSection', book: 'book', report: 'report', document: 'document', dissertation: 'thesis' };
const KINDS: Record<string, string> = { journal: 'journalArticle', book: 'book', dissertation: 'thesis', patent: 'patent' };
/** OpenURL's keys (journal, book, dissertation, patent) and Dublin Core's, and the fields they are. */
const FIELDS: Record<string, string> = {
  date: 'date', volume: 'volume', issue: 'issue', pages: 'pages', issn: 'ISSN', eissn: 'ISSN', isbn: 'ISBN', edition: 'edition', series: 'series', pub: 'publisher', publisher: 'publisher', inst: 'publisher', place: 'place', stitle: 'journalAbbreviation', tpages: 'numPages', degree: 'type', description: 'abstractNote', rights: 'rights', language: 'language', source: 'publicationTitle', number: 'number', appldate: 'filingDate', applnumber: 'applicationNumber',
};

/** The work that a referent names. */
export function itemOf(pairs: Pair[]): ZoteroItem {
  const values = (key: string): string[] => pairs.filter(([name, value]) => name === `rft.${key}` && value !== '').map(([, value]) => value);
  const first = (key: string): string | undefined => values(key)[0];
  const item = newItem(typeOf(pairs, first));
  const put = (field: string, value: string | undefined): void => { if (value && ITEM_TYPES[item.itemType]?.fields.has(field)) item.fields[field] ??= value; };
  for (const [key, field] of Object.entries(FIELDS)) put(field, first(key));
  titles(item, first, put);
  const [start, end] = [first('spage'), first('epage')];
  put('pages', start && end && start !== end ? `${start}-${end}` : start);
  for (const [key, value] of pairs) if (key === 'rft_id' || key === 'rft.identifier' || key === 'rft_dat') identifier(value, put);
  item.tags = values('subject');
  item.creators = people(values, first, ITEM_TYPES[item.itemType]?.creators[0] ?? 'author');
  return item;
}

function typeOf(pairs: Pair[], first: (key: string) => string | undefined): string {
  const kind = /:(\w+)$/.exec(pairs.find(([key]) => key === 'rft_val_fmt')?.[1] ?? '')?.[1] ?? '';
  const said = first('type') ?? '';
  if (kind === 'dc') return ITEM_TYPES[said] ? said : GENRES[said.toLowerCase()] ?? 'document';
  const genre = GENRES[first('genre') ?? ''];
  if (kind === 'book' && genre === undefined) return first('atitle') ? 'bookSection' : 'book';
  return genre ?? KINDS[kind] ?? (first('jtitle') ? 'journalArticle' : first('btitle') ? 'book' : 'document');
}

/** `atitle` is in a journal (`jtitle`, formerly `title`) or a book (`btitle`); what stands alone has but `title` or `btitle`. */
function titles(item: ZoteroItem, first: (key: string) => string | undefined, put: (field: string, value: string | undefined) => void): void {
  const whole = first('jtitle') ?? first('btitle') ?? first('title');
  const part = first('atitle');
  put('title', part ?? (item.itemType === 'journalArticle' ? undefined : first('btitle')) ?? first('title') ?? whole);
  if (part !== undefined) put(baseOf(item.itemType, 'publicationTitle'), whole);
}

function identifier(value: string, put: (field: string, value: string | undefined) => void): void {
  const doi = /^(?:info:doi\/|doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\S+)$/i.exec(value)?.[1];
  put('DOI', doi ?? (/^10\.\d{4,9}\/\S+$/.test(value) ? value : undefined));
  put('PMID', /^info:pmid\/(\d+)$/.exec(value)?.[1]);
  put('ISBN', /^urn:isbn:(\S+)$/i.exec(value)?.[1]);
  put('ISSN', /^urn:issn:(\S+)$/i.exec(value)?.[1]);
  if (doi === undefined && /^https?:\/\//.test(value)) put('url', value);
}

/** The first author stands in parts, and often again among the whole names. */
function people(values: (key: string) => string[], first: (key: string) => string | undefined, creatorType: string): ZoteroItem['creators'] {
  const [last, given] = [first('aulast') ?? first('invlast'), first('aufirst') ?? first('auinit') ?? first('auinit1') ?? first('invfirst')];
  const whole = [...values('au'), ...values('creator'), ...values('inventor')].map((name) => personOf(name, creatorType, { comma: name.includes(',') }));
  const parts = last ? [given ? personOf(`${last}, ${given}`, creatorType) : { lastName: last, creatorType }] : [];
  const again = whole[0] !== undefined && parts[0] !== undefined && whole[0].lastName === parts[0].lastName;
  const bodies = [...values('aucorp'), ...values('contributor')].map((name) => ({ name, creatorType: name === first('contributor') ? 'contributor' : creatorType }));
  return [...(again ? [] : parts), ...whole, ...bodies];
}
