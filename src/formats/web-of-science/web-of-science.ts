import type { Format } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem } from '../zotero/item.ts';

const LISTS = new Set(['AU', 'AF', 'BA', 'BF', 'BE', 'ED', 'CA', 'CR', 'C1', 'EM']);

/** Web of Science's tagged export (field tags of its plain-text format): `PT J` to `ER`, names a line each. */
export const webOfScience: Format = {
  name: 'web-of-science', extensions: ['isi', 'wos', 'ciw', 'txt'], recognise: (head) => (/^\ufeff?\s*(?:FN [^\n]*\r?\n(?:VR [^\n]*\r?\n)?\s*)?PT [JSBPC]\s*$/m.test(head) && /^(?:AU|TI|UT|SO) \S/m.test(head) ? 0.96 : 0),
  read: (text) => readTagged(headed(taggedRecords(text.replace(/^EF\s*$/m, ''), { field: /^([A-Z][A-Z0-9])(?: (.*)|\s*)$/, last: 'ER', glue: (tag) => (LISTS.has(tag) ? '\n' : ' ') })), 'web-of-science', meaningOf),
};

const headed = ({ records, stray }: ReturnType<typeof taggedRecords>): ReturnType<typeof taggedRecords> => ({ stray, records: records.filter((record) => record.fields.some(({ tag }) => tag === 'PT' || tag === 'TI')) });

const FIELDS: Record<string, string> = { TI: 'title', SO: 'publicationTitle', VL: 'volume', IS: 'issue', DI: 'DOI', LA: 'language', AB: 'abstractNote', PN: 'number', AE: 'assignee', PC: 'country', FN: 'libraryCatalog', PM: 'PMID', CT: 'conferenceName', BN: 'ISBN' };
const KNOWN = new Set([...Object.keys(FIELDS), 'VR', 'PT', 'AU', 'AF', 'BE', 'BA', 'BF', 'ED', 'PD', 'PY', 'BP', 'EP', 'AR', 'SN', 'EI', 'PU', 'PI', 'DE', 'ID', 'MC', 'MQ', 'UT']);

function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem(typeOf(record));
  const patent = item.itemType === 'patent';
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  for (const [tag, field] of Object.entries(FIELDS)) if (!(field === 'number' && !patent)) put(field, valueOf(record, tag));
  if (patent) Reflect.deleteProperty(item.fields, 'libraryCatalog');
  const [part, year] = [valueOf(record, 'PD'), valueOf(record, 'PY')];
  put('date', part && year && part.includes(year) ? part : [part, year].filter(Boolean).join(' '));
  put('pages', [valueOf(record, 'BP') ?? valueOf(record, 'AR'), valueOf(record, 'EP')].filter(Boolean).join('-'));
  if (item.itemType === 'journalArticle') {
    put('ISSN', valuesOf(record, 'SN', 'EI').join(', '));
    put('journalAbbreviation', valueOf(record, 'JI'));
  } else {
    put('publisher', calm(valueOf(record, 'PU')));
    put('place', calm(valueOf(record, 'PI')));
  }
  if (item.itemType === 'book') put('series', valueOf(record, 'SE'));
  const id = valueOf(record, 'UT');
  put('extra', id && `Web of Science ID: ${id}`);
  item.tags = valuesOf(record, 'DE', 'ID', 'MC', 'MQ').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean);
  for (const name of namesIn(record, 'AF', 'AU')) item.creators.push(personOf(name, patent ? 'inventor' : 'author'));
  for (const name of namesIn(record, 'BE', 'ED')) item.creators.push(personOf(name, 'editor'));
  return { item, known: KNOWN };
}

const namesIn = (record: TaggedRecord, ...tags: string[]): string[] => (valueOf(record, ...tags) ?? '').split('\n').map((name) => name.replace(/(?:(?<!\s)\s+)?\([^()@]*@[^()]*\)/, '').trim()).filter(Boolean);

function typeOf(record: TaggedRecord): string {
  const kind = valueOf(record, 'PT');
  if (kind === 'P') return 'patent';
  if (kind === 'J') return 'journalArticle';
  if (valueOf(record, 'CT') !== undefined || /proceedings|meeting/i.test(valueOf(record, 'DT') ?? '')) return 'conferencePaper';
  return valueOf(record, 'SO') !== undefined && valueOf(record, 'TI') !== undefined && valueOf(record, 'SO') !== valueOf(record, 'TI') ? 'bookSection' : 'book';
}

/** A publisher or town in capitals with only its first letters large; a short word is an acronym. */
const calm = (text: string | undefined): string | undefined => (text && text === text.toUpperCase() && (text.length > 4 || text.includes(' ')) ? text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : text);
