import type { Format } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem } from '../zotero/item.ts';

const RECORD = /^\s*Record\b.*\bINSPEC\b/;

/** INSPEC as SilverPlatter's WebSPIRS saves it: `Record 1 of 2 - INSPEC`, then `TI ~ A title`. */
export const inspec: Format = {
  name: 'inspec', extensions: ['txt'], recognise: (head) => (RECORD.test(head.replace(/^[\ufeff\s]+/, '')) || (/^Record\b.*\bINSPEC\b/m.test(head) && /^TI ~ \S/m.test(head)) ? 0.95 : 0),
  read: (text) => readTagged(taggedRecords(text, { field: /^([A-Z]{2}) ~ ?(.*)$/, between: RECORD }), 'inspec', meaningOf),
};

const KNOWN = new Set(['TI', 'AU', 'AB', 'ID', 'PY', 'PU', 'SO', 'RT', 'DT', 'KP', 'DE']);
const TYPES: readonly [RegExp, string][] = [[/journal/, 'journalArticle'], [/conference/, 'conferencePaper'], [/chapter/, 'bookSection'], [/book/, 'book'], [/dissertation|thesis/, 'thesis'], [/report/, 'report'], [/patent/, 'patent']];

function meaningOf(record: TaggedRecord): Meaning {
  const kind = (valueOf(record, 'RT', 'DT') ?? '').toLowerCase();
  const item = newItem(TYPES.find(([said]) => said.test(kind))?.[1] ?? 'journalArticle');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] ??= value; };
  put('title', valueOf(record, 'TI'));
  put('abstractNote', valueOf(record, 'AB'));
  source(valueOf(record, 'SO') ?? '', put);
  put('date', /\b(?:1[5-9]|20)\d\d\b/.exec(valueOf(record, 'PY') ?? '')?.[0]);
  put('publisher', valueOf(record, 'PU'));
  item.creators = valuesOf(record, 'AU').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean).map((name) => personOf(name, 'author', { comma: name.includes(',') }));
  item.tags = valuesOf(record, 'DE', 'KP', 'ID').flatMap((value) => value.split(/(?:(?<!\s)\s+)?;\s*/)).filter(Boolean);
  return { item, known: new Set([...KNOWN].filter((tag) => tag !== 'SO' && tag !== 'PY')) };
}

/** A source longer than this, in characters, is none. */
const LONGEST = 500;

/** `Journal. Month 1992; 19(2): 20-5`: the journal, its year, volume, issue and pages, as far as it says them. The whole stays beside the paper. */
function source(text: string, put: (field: string, value: string | undefined) => void): void {
  const [, journal, year, volume, issue, pages] = /^(.*?)\.\s+(?:.*?\b)?((?:1[5-9]|20)\d\d)\s*;\s*(?:vol\.\s*)?([\w-]+)?\s*(?:\(([^)]*)\))?\s*(?::\s*(?:p\.\s*)?([\w-]+))?/.exec(text.slice(0, LONGEST)) ?? [];
  put('publicationTitle', journal);
  put('date', year);
  put('volume', volume);
  put('issue', issue);
  put('pages', pages);
}
