import type { Draft, Format, Reading } from '../format.ts';
import { Json, jsonRecords } from '../json.ts';
import { personOf } from '../person.ts';
import { draftOf, newItem, type ZoteroItem } from '../zotero/item.ts';

/** OpenAlex's works, one, or a page of them under `results`. */
export const openAlex: Format = { name: 'openalex-json', extensions: ['json'], recognise: (head) => (/^\s*[[{]/.test(head) && /https:\/\/openalex\.org\/W\d+/.test(head) && /"(?:authorships|display_name)"\s*:/.test(head) ? 0.97 : 0), read };

function read(text: string): Reading {
  const { records, problems } = jsonRecords(text);
  const works = records.flatMap((record) => (record.at('results').exists ? record.at('results').list : [record]));
  return { drafts: works.map((work): Draft => draftOf(itemOf(work))), problems, leftOut: [], origin: {} };
}

const TYPES: Record<string, string> = { 'journal-article': 'journalArticle', article: 'journalArticle', review: 'journalArticle', letter: 'journalArticle', editorial: 'journalArticle', erratum: 'journalArticle', 'book-chapter': 'bookSection', 'book-section': 'bookSection', book: 'book', monograph: 'book', 'edited-book': 'book', 'reference-book': 'book', dissertation: 'thesis', 'proceedings-article': 'conferencePaper', preprint: 'preprint', 'posted-content': 'preprint', report: 'report', dataset: 'dataset', 'reference-entry': 'encyclopediaArticle', standard: 'standard', 'peer-review': 'report', paratext: 'document' };
const VERSIONS: Record<string, string> = { publishedVersion: 'Full Text PDF', acceptedVersion: 'Accepted Version PDF', submittedVersion: 'Submitted Version PDF' };

function itemOf(work: Json): ZoteroItem {
  const place = work.at('primary_location');
  const source = place.at('source');
  const item = newItem(typeOf(work, source));
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  put('title', work.at('title').text ?? work.at('display_name').text);
  put('date', work.at('publication_date').text ?? work.at('publication_year').text);
  put('DOI', work.at('doi').text?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''));
  put('language', work.at('language').text);
  put('volume', work.at('biblio.volume').text);
  put('issue', work.at('biblio.issue').text);
  const [first, last] = [work.at('biblio.first_page').text, work.at('biblio.last_page').text];
  put('pages', first && last && first !== last ? `${first}-${last}` : first ?? last);
  if (!['book', 'thesis', 'report', 'dataset'].includes(item.itemType)) put('publicationTitle', source.at('display_name').text);
  if (item.itemType === 'journalArticle') put('ISSN', source.at('issn').list[0]?.text ?? source.at('issn_l').text);
  else if (item.itemType === 'thesis') put('publisher', work.at('authorships').list[0]?.at('institutions').list[0]?.at('display_name').text ?? source.at('host_organization_name').text);
  else if (item.itemType !== 'conferencePaper') put('publisher', item.itemType === 'preprint' ? source.at('display_name').text : source.at('host_organization_name').text);
  put('abstractNote', abstractOf(work.at('abstract_inverted_index')));
  put('extra', work.at('id').text && `OpenAlex: ${work.at('id').text ?? ''}`);
  item.creators = work.at('authorships').list.flatMap((one) => { const name = one.at('author.display_name').text ?? one.at('raw_author_name').text; return name ? [personOf(name, 'author', { comma: false })] : []; });
  item.tags = work.at('keywords').list.flatMap((one) => one.at('keyword').text ?? one.at('display_name').text ?? []);
  const pdf = [place, work.at('best_oa_location')].find((one) => one.at('pdf_url').exists);
  if (pdf) item.attachments.push({ title: VERSIONS[pdf.at('version').text ?? ''] ?? 'Full Text PDF', path: pdf.at('pdf_url').text ?? '', mediaType: 'application/pdf' });
  return item;
}

function typeOf(work: Json, source: Json): string {
  if (source.at('type').text === 'conference') return 'conferencePaper';
  return TYPES[work.at('type').text === 'article' ? work.at('type_crossref').text ?? 'article' : work.at('type').text ?? ''] ?? TYPES[work.at('type_crossref').text ?? ''] ?? 'document';
}

/** OpenAlex gives abstracts as the places of their words. */
function abstractOf(index: Json): string | undefined {
  if (!index.isObject()) return undefined;
  const words: string[] = [];
  for (const [word, places] of Object.entries(index.value)) for (const place of new Json(places).list) if (typeof place.value === 'number' && place.value >= 0 && place.value < 100_000) words[place.value] = word;
  return words.filter(Boolean).join(' ') || undefined;
}
