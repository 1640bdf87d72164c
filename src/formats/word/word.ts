import type { Draft, Format, Reading } from '../format.ts';
import { withRest } from '../tagged/reading.ts';
import { childOf, childrenOf, elementsOf, outermost, parseXml, textAt, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf, newItem, type Creator, type ZoteroItem } from '../zotero/item.ts';
import { ITEM_TYPES } from '../zotero/schema.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/bibliography';

/** The sources of a Word document (`Sources.xml`; ECMA-376 part 1, 22.6), as Word's own citing keeps them. */
export const word: Format = { name: 'word', extensions: ['xml'], recognise: (head) => (head.includes(NAMESPACE) && /<(?:\w+:)?Sources\b/.test(head) ? 0.97 : 0), read };

function read(text: string): Reading {
  const { root, problems } = parseXml(text);
  const sources = outermost(root, (node) => node.name === 'Source');
  return { drafts: sources.map((source): Draft => ({ ...draftFrom(source), line: source.line })), problems, leftOut: [], origin: {} };
}

const TYPES: Record<string, string> = {
  ArticleInAPeriodical: 'magazineArticle', Art: 'artwork', Book: 'book', BookSection: 'bookSection', Case: 'case', ConferenceProceedings: 'conferencePaper', DocumentFromInternetSite: 'webpage', ElectronicSource: 'document',
  Film: 'film', InternetSite: 'webpage', Interview: 'interview', JournalArticle: 'journalArticle', Misc: 'document', Patent: 'patent', Performance: 'document', Report: 'report', SoundRecording: 'audioRecording',
};
/** Word's elements and the fields they are, by Zotero's names. `BIBTEX_…` is what JabRef adds. */
const FIELDS: Record<string, string> = {
  Title: 'title', ShortTitle: 'shortTitle', JournalName: 'publicationTitle', PeriodicalTitle: 'publicationTitle', BookTitle: 'publicationTitle', ConferenceName: 'publicationTitle', InternetSiteTitle: 'publicationTitle', PublicationTitle: 'publicationTitle', AlbumTitle: 'publicationTitle',
  Publisher: 'publisher', Institution: 'publisher', Department: 'publisher', ProductionCompany: 'publisher', Distributor: 'publisher', Volume: 'volume', Issue: 'issue', Pages: 'pages', Edition: 'edition', NumberVolumes: 'numberOfVolumes', Medium: 'medium',
  ThesisType: 'type', Type: 'type', PatentNumber: 'number', CaseNumber: 'number', RecordingNumber: 'number', Court: 'authority', Version: 'versionNumber', DOI: 'DOI', URL: 'url', Comments: 'extra',
  'BIBTEX_Abstract': 'abstractNote', 'BIBTEX_DOI': 'DOI', 'BIBTEX_Url': 'url', 'BIBTEX_URL': 'url', 'BIBTEX_Series': 'series', 'BIBTEX_ISBN': 'ISBN', 'BIBTEX_ISSN': 'ISSN',
};
/** What is read elsewhere, or names nothing of the work. */
const SPECIAL = new Set(['SourceType', 'Tag', 'Guid', 'RefOrder', 'Author', 'Year', 'Month', 'Day', 'YearAccessed', 'MonthAccessed', 'DayAccessed', 'City', 'StateProvince', 'CountryRegion', 'LCID', 'StandardNumber', 'BIBTEX_KeyWords', 'BIBTEX_Entry']);
const THESES = /^(?:phd|masters|master|bachelors)?thesis$/i;

function draftFrom(source: XmlNode): Draft {
  const item = newItem(THESES.test(textAt(source, 'BIBTEX_Entry') ?? '') ? 'thesis' : TYPES[textAt(source, 'SourceType') ?? ''] ?? 'document');
  const rest: [string, string][] = [];
  for (const element of elementsOf(source)) {
    const [field, value] = [FIELDS[element.name], textOf(element)];
    if (value === '' || SPECIAL.has(element.name)) continue;
    if (field !== undefined && item.fields[field] === undefined) item.fields[field] = value;
    else rest.push([`word:${element.name}`, value]);
  }
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] ??= value; };
  put('date', dateOf(source, ''));
  put('accessDate', dateOf(source, 'Accessed'));
  put('place', ['City', 'StateProvince', 'CountryRegion'].flatMap((name) => textAt(source, name) ?? []).join(', '));
  put('language', languageOf(textAt(source, 'LCID')));
  put('citationKey', textAt(source, 'Tag'));
  number(textAt(source, 'StandardNumber'), put, rest);
  item.creators = creatorsOf(childOf(source, 'Author'), item);
  item.tags = (textAt(source, 'BIBTEX_KeyWords') ?? '').split(/(?:(?<!\s)\s+)?[,;]\s*/).filter(Boolean);
  return withRest(draftOf(item, { every: true }), rest);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year, month (by name or number) and day, which Word keeps apart; as ISO 8601 where they are one date. */
function dateOf(source: XmlNode, end: string): string | undefined {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => textAt(source, `${name}${end}`));
  if (year === undefined) return undefined;
  const named = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1 || Number(/^\d{1,2}$/.exec(month ?? '')?.[0] ?? 0);
  if (!/^\d{4}$/.test(year) || named < 1 || named > 12) return [day, month, year].filter(Boolean).join(' ');
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(named)}${/^\d{1,2}$/.test(day ?? '') ? `-${two(Number(day))}` : ''}`;
}

/** Windows' numbers for the languages that are met most; a name stays as it is. */
const LANGUAGES: Record<string, string> = { 1025: 'ar', 1026: 'bg', 1028: 'zh-TW', 1029: 'cs', 1030: 'da', 1031: 'de', 1032: 'el', 1033: 'en-US', 1034: 'es', 1035: 'fi', 1036: 'fr', 1037: 'he', 1038: 'hu', 1040: 'it', 1041: 'ja', 1042: 'ko', 1043: 'nl', 1044: 'nb', 1045: 'pl', 1046: 'pt-BR', 1048: 'ro', 1049: 'ru', 1050: 'hr', 1051: 'sk', 1053: 'sv', 1055: 'tr', 1058: 'uk', 1060: 'sl', 2052: 'zh-CN', 2055: 'de-CH', 2057: 'en-GB', 2070: 'pt', 3079: 'de-AT', 3082: 'es' };
const languageOf = (lcid: string | undefined): string | undefined => (lcid === undefined || lcid === '0' ? undefined : LANGUAGES[lcid] ?? lcid);

/** A standard number is whatever was typed: an ISBN, an ISSN, a DOI, each with or without its name; JabRef writes all it has, as `:ISSN:…`. */
function number(text: string | undefined, put: (field: string, value: string | undefined) => void, rest: [string, string][]): void {
  for (const part of (text ?? '').trim().split(/\s+(?=:?(?:ISBN|ISSN|DOI|LCCN|MRN)\b)|[;,]\s*/).filter(Boolean)) {
    const bare = part.replace(/^:?(?:ISBN|ISSN|DOI)\s*:?\s*/i, '');
    if (/^10\.\d{4,9}\//.test(bare)) put('DOI', bare);
    else if (/^\d{4}-?\d{3}[\dXx]$/.test(bare)) put('ISSN', bare);
    else if (/^[\d-]{9,16}[\dXx]$/.test(bare)) put('ISBN', bare);
    else rest.push(['word:StandardNumber', part]);
  }
}

const ROLES: Record<string, string> = { Editor: 'editor', BookAuthor: 'bookAuthor', Translator: 'translator', Interviewer: 'interviewer', Director: 'director', Composer: 'composer', Performer: 'performer', ProducerName: 'producer', Writer: 'scriptwriter', Compiler: 'editor', Counsel: 'counsel', Conductor: 'contributor' };
const CHIEF = new Set(['Author', 'Artist', 'Inventor', 'Interviewee']);

function creatorsOf(authors: XmlNode | undefined, { itemType }: ZoteroItem): Creator[] {
  const chief = ITEM_TYPES[itemType]?.creators[0] ?? 'author';
  return elementsOf(authors).flatMap((group) => {
    const creatorType = CHIEF.has(group.name) ? chief : ROLES[group.name] ?? 'contributor';
    const people = childrenOf(childOf(group, 'NameList'), 'Person').map((person): Creator => {
      const [lastName, firstName] = [textAt(person, 'Last'), [textAt(person, 'First'), textAt(person, 'Middle')].filter(Boolean).join(' ')];
      return { creatorType, ...(lastName === undefined ? {} : { lastName }), ...(firstName === '' ? {} : { firstName }) };
    });
    const whole = textAt(group, 'Corporate');
    return [...people.filter(({ lastName, firstName }) => lastName !== undefined || firstName !== undefined), ...(whole === undefined ? [] : [{ creatorType, name: whole }])];
  });
}
