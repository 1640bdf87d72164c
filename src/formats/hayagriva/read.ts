import type { CslItem, CslName } from '../../model/csl.ts';
import type { Draft, Reading } from '../format.ts';
import { Json } from '../json.ts';
import { parseYaml } from '../yaml.ts';
import { dateOf } from '../zotero/dates.ts';

/** The CSL type of an entry, by its own type and that of what it is in. */
const TYPES: Record<string, CslItem['type']> = {
  'article periodical': 'article-journal', 'article newspaper': 'article-newspaper', 'article repository': 'article', 'article proceedings': 'paper-conference', 'article conference': 'paper-conference', 'article blog': 'post-weblog', article: 'article-journal', book: 'book', chapter: 'chapter', anthos: 'chapter', anthology: 'book', proceedings: 'book', thesis: 'thesis', report: 'report', web: 'webpage', post: 'post', repository: 'software', patent: 'patent', case: 'legal_case', legislation: 'legislation',
  manuscript: 'manuscript', video: 'motion_picture', 'video video': 'broadcast', audio: 'song', artwork: 'graphic', 'entry reference': 'entry-encyclopedia', entry: 'entry-encyclopedia', performance: 'performance', misc: 'document', reference: 'book', periodical: 'periodical', blog: 'post-weblog', newspaper: 'article-newspaper', conference: 'event', exhibition: 'event', original: 'document', scene: 'motion_picture', thread: 'post',
};
const TEXTS: [own: string, variable: string][] = [['url', 'URL'], ['language', 'language'], ['abstract', 'abstract'], ['genre', 'genre'], ['note', 'note'], ['archive', 'archive'], ['archive-location', 'archive_location'], ['call-number', 'call-number'], ['page-total', 'number-of-pages'], ['volume-total', 'number-of-volumes'], ['page-range', 'page'], ['chapter', 'chapter-number']];
const EITHER: [own: string, variable: string][] = [['volume', 'volume'], ['issue', 'issue'], ['edition', 'edition']];
const NUMBERS: [own: string, variable: string][] = [['doi', 'DOI'], ['isbn', 'ISBN'], ['issn', 'ISSN'], ['pmid', 'PMID'], ['pmcid', 'PMCID']];

/** Reads Hayagriva's YAML: an entry a key, with what it is in as its `parent`. */
export function readHayagriva(text: string): Reading {
  try {
    const root = new Json(parseYaml(text));
    const entries = root.isObject() ? Object.entries(root.value).map(([key, value]) => ({ key, entry: new Json(value) })) : [];
    return { drafts: entries.filter(({ entry }) => entry.at('type').exists).map(({ key, entry }): Draft => ({ item: itemOf(entry), citationKey: key })), problems: [], leftOut: [], origin: {} };
  } catch (error) {
    return { drafts: [], problems: [{ severity: 'error', message: `This is not YAML: ${error instanceof Error ? error.message : String(error)}` }], leftOut: [], origin: {} };
  }
}

function itemOf(entry: Json): CslItem {
  const parent = entry.at('parent').list[0] ?? entry.at('parent');
  const [type, within] = [entry.at('type').text?.toLowerCase() ?? 'misc', parent.at('type').text?.toLowerCase()];
  const item: CslItem = { type: TYPES[within === undefined ? type : `${type} ${within}`] ?? TYPES[type] ?? 'document' };
  const put = (variable: string, value: unknown): void => { if (value !== undefined && !(Array.isArray(value) && value.length === 0)) item[variable] ??= value; };
  put('title', textIn(entry.at('title')));
  put('container-title', textIn(parent.at('title')));
  for (const [own, variable] of TEXTS) put(variable, textIn(entry.at(own)));
  for (const [own, variable] of EITHER) put(variable, textIn(entry.at(own)) ?? textIn(parent.at(own)));
  for (const [own, variable] of NUMBERS) put(variable, (entry.at('serial-number').at(own).text ?? parent.at('serial-number').at(own).text));
  const arxiv = entry.at('serial-number.arxiv').text;
  put('number', arxiv === undefined ? entry.at('serial-number.serial').text ?? entry.at('serial-number').text : `arXiv:${arxiv}`);
  const date = textIn(entry.at('date')) ?? textIn(parent.at('date'));
  put('issued', date === undefined ? undefined : dateOf(date));
  const visited = textIn(entry.at('url.date'));
  put('accessed', visited === undefined ? undefined : dateOf(visited));
  put('author', names(entry.at('author')));
  put('editor', names(entry.at('editor')));
  put('editor', names(parent.at('editor')));
  for (const other of entry.at('affiliated').list) if (other.at('role').text === 'translator') put('translator', names(other.at('names')));
  const publisher = entry.at('publisher').exists ? entry.at('publisher') : parent.at('publisher');
  put('publisher', publisher.text ?? publisher.at('name').text);
  put('publisher-place', publisher.at('location').text ?? entry.at('location').text);
  return item;
}

/** A text, also one that says more of itself (`value`). */
const textIn = (value: Json): string | undefined => value.text ?? value.at('value').text;

/** `Family, Given` or `Family, Suffix, Given`; one name alone stays whole. */
function names(value: Json): CslName[] {
  return (value.list.length > 0 ? value.list : [value]).flatMap((one): CslName[] => {
    const text = one.text ?? (one.at('name').exists ? [[one.at('prefix').text, one.at('name').text].filter(Boolean).join(' '), one.at('suffix').text, one.at('given-name').text].filter(Boolean).join(', ') : undefined);
    if (text === undefined) return [];
    const parts = text.split(/,\s*/);
    if (parts.length === 1) return [{ literal: text }];
    const [, particle, family] = /^((?:\p{Ll}[\p{Ll}'’-]*\s+)+)(\p{Lu}.*)$/u.exec(parts[0] ?? '') ?? [];
    return [{ family: family ?? parts[0] ?? '', given: parts.at(-1) ?? '', ...(particle ? { 'non-dropping-particle': particle.trim() } : {}), ...(parts.length > 2 ? { suffix: parts[1] ?? '' } : {}) }];
  });
}
