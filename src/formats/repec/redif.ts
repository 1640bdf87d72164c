import type { Draft, Format, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { taggedRecords, valueOf, valuesOf, type TaggedRecord } from '../tagged/lines.ts';
import { readTagged, type Meaning } from '../tagged/reading.ts';
import { newItem, type Creator } from '../zotero/item.ts';

/** ReDIF 1.0, the records of RePEc: `Template-Type: ReDIF-Paper 1.0`, a name a line, further lines below it. */
export const redif: Format = { name: 'redif', extensions: ['rdf', 'redif'], recognise: (head) => (/^\ufeff?\s*(?:#[^\n]*\n\s*)*Template-Type\s*:\s*ReDIF-/i.test(head) ? 0.95 : 0), read };

const TYPES: Readonly<Record<string, string>> = { paper: 'report', article: 'journalArticle', chapter: 'bookSection', book: 'book', software: 'computerProgram' };
/** Names are known by their hyphen or by name: a line of an abstract may hold a colon, too. */
const FIELD = /^((?:Template-Type|Name|Title|Abstract|Keywords|Note|Length|Series|Number|Journal|Volume|Issue|Pages|Year|Month|Day|Date|Price|Language|Edition|Chapter|DOI|ISBN|ISSN|Handle|Restriction|Availability|Status|Programming-Language|(?:X-)?(?:Author|Editor|Translator|Contact|Classification|Creation|Revision|Publication|File|Order|Publisher|Provider|Paper|Article|Book|Chapter|Software|Contact|Short|Parent|Number|Title|Abstract|Keywords|Note)-[A-Za-z-]+))\s*:(.*)$/i;

function read(text: string): Reading {
  const tagged = taggedRecords(text.replace(/^[ \t]*#.*$/gm, ''), { field: FIELD, first: 'Template-Type', glue: (tag) => (tag.toLowerCase() === 'abstract' ? '\n' : ' ') });
  const records = tagged.records.map((record) => ({ ...record, fields: record.fields.map((field) => ({ ...field, tag: spelled(field.tag) })) }));
  const works = records.filter((record) => typeOf(record) !== undefined);
  const reading = readTagged({ ...tagged, records: works }, 'repec', meaningOf);
  const others = records.filter((record) => typeOf(record) === undefined).map((record) => ({ text: [valueOf(record, 'Template-Type'), valueOf(record, 'Handle')].filter(Boolean).join(', '), line: record.line, reason: 'not the record of a work' }));
  return { ...reading, drafts: reading.drafts.map(joined), leftOut: [...reading.leftOut, ...others] };
}

/** Names are ReDIF's in any case of letters: `AUTHOR-NAME`, `Author-name`. */
const spelled = (tag: string): string => tag.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()).replace(/^(Doi|Isbn|Issn)$|\b(Url|Jel)\b/g, (name) => name.toUpperCase());
const typeOf = (record: TaggedRecord): string | undefined => TYPES[/^ReDIF-([A-Za-z]+)/i.exec(valueOf(record, 'Template-Type') ?? '')?.[1]?.toLowerCase() ?? ''];

/** An abstract's lines are broken anywhere; an empty line is gone by now, so that they make one paragraph. */
const joined = (draft: Draft): Draft => (draft.item.abstract === undefined ? draft : { ...draft, item: { ...draft.item, abstract: draft.item.abstract.replace(/\s+/g, ' ') } });

const FIELDS: readonly (readonly [field: string, ...tags: string[]])[] = [
  ['title', 'Title'], ['abstractNote', 'Abstract'], ['language', 'Language'], ['DOI', 'DOI'], ['ISBN', 'ISBN'], ['ISSN', 'ISSN'], ['edition', 'Edition'], ['volume', 'Volume'], ['pages', 'Pages'], ['publicationTitle', 'Journal', 'Book-Title'],
  ['series', 'Series'], ['publisher', 'Publisher-Name', 'Provider-Name'], ['date', 'Publication-Date', 'Creation-Date'], ['archiveLocation', 'Handle'], ['issue', 'Issue'], ['programmingLanguage', 'Programming-Language'],
];

function meaningOf(record: TaggedRecord): Meaning {
  const item = newItem(typeOf(record) ?? 'document');
  const known = new Set(['Author-Name', 'Author-Name-First', 'Author-Name-Last', 'Editor-Name', 'Editor-Name-First', 'Editor-Name-Last', 'Keywords', 'Note', 'Template-Type']);
  const put = (field: string, tag: string | undefined, value = valueOf(record, tag ?? '')): void => { if (tag !== undefined && value && item.fields[field] === undefined) { item.fields[field] = value; known.add(tag); } };
  for (const [field, ...tags] of FIELDS) put(field, tags.find((tag) => valueOf(record, tag) !== undefined));
  put('date', 'Year', [valueOf(record, 'Month'), valueOf(record, 'Year')].filter(Boolean).join(' '));
  if (known.has('Year')) known.add('Month');
  put(item.itemType === 'report' ? 'number' : item.itemType === 'journalArticle' ? 'issue' : 'seriesNumber', 'Number');
  put('numPages', 'Length', /^(\d+)(?:\s*(?:p|pp|pages)\.?)?$/i.exec(valueOf(record, 'Length') ?? '')?.[1]);
  if (item.fields['archiveLocation'] !== undefined) item.fields['archive'] = 'RePEc';
  put('url', valueOf(record, 'File-URL') === undefined ? 'Order-URL' : 'File-URL');
  if (valuesOf(record, 'File-URL').length > 1) known.delete('File-URL');
  item.creators = [...peopleOf(record, 'Author', 'author'), ...peopleOf(record, 'Editor', 'editor')];
  item.tags = valuesOf(record, 'Keywords').flatMap((value) => value.split(value.includes(';') ? ';' : ',')).map((word) => word.trim()).filter(Boolean);
  item.notes = valuesOf(record, 'Note');
  item.attachments = filesOf(record);
  return { item, known, every: true };
}

/** The people of a role: a name, and behind it, up to the next one, its parts. */
function peopleOf({ fields }: TaggedRecord, role: string, creatorType: string): Creator[] {
  const people: { name: string; first?: string; last?: string }[] = [];
  for (const { tag, value } of fields) {
    if (tag === `${role}-Name` && value) people.push({ name: value });
    const person = people.at(-1);
    if (person && tag === `${role}-Name-First`) person.first = value;
    if (person && tag === `${role}-Name-Last`) person.last = value;
  }
  return people.map(({ name, first, last }) => (last ? { lastName: last, ...(first ? { firstName: first } : {}), creatorType } : personOf(name, creatorType, { comma: name.includes(',') })));
}

/** The addresses of PDFs, each with what stands behind it. */
function filesOf({ fields }: TaggedRecord): { path: string; mediaType: string }[] {
  return fields.flatMap(({ tag, value }, at) => {
    if (tag !== 'File-URL' || !/^https?:\/\/\S+$/.test(value)) return [];
    const next = fields.findIndex((other, place) => place > at && place < at + 6 && (other.tag === 'File-URL' || other.tag === 'File-Format'));
    const said = fields[next]?.tag === 'File-Format' ? fields[next].value : '';
    return /pdf/i.test(said) || /\.pdf$/i.test(value) ? [{ path: value, mediaType: 'application/pdf' }] : [];
  });
}
