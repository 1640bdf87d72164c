import { stringify } from 'yaml';
import type { CslItem, CslName } from '../../model/csl.ts';
import type { Format, Outgoing } from '../format.ts';
import { inSteps, pieceByPiece } from '../steps.ts';
import { readHayagriva } from './read.ts';
import { isoOf } from '../zotero/dates.ts';

/** Hayagriva's YAML, the bibliography format of Typst: an entry under its key, what it is in as its `parent`. */
export const hayagriva: Format = { name: 'hayagriva', extensions: ['yml', 'yaml'], recognise: (head) => (/^(?!references:)[^\s#:-][^\n]*:[ \t]*\r?\n[ \t]+(?:type|title):/m.test(head) && /^[ \t]+type: *"?[a-z]+"?\s*$/im.test(head) ? 0.9 : 0), read: readHayagriva, ...inSteps((papers) => pieceByPiece(papers, piece, papers.length === 0 ? { between: '', before: '{}\n' } : { between: '' })) };

const TYPES: Partial<Record<CslItem['type'], [own: string, parent?: string]>> = {
  'article-journal': ['article', 'periodical'], 'article-magazine': ['article', 'periodical'], 'article-newspaper': ['article', 'newspaper'], article: ['article', 'repository'], book: ['book'], chapter: ['chapter', 'book'], 'paper-conference': ['article', 'proceedings'], thesis: ['thesis'], report: ['report'], webpage: ['web', 'web'], 'post-weblog': ['article', 'blog'], post: ['post', 'thread'], software: ['repository'], dataset: ['repository'], patent: ['patent'],
  legal_case: ['case'], legislation: ['legislation'], manuscript: ['manuscript'], motion_picture: ['video'], song: ['audio'], graphic: ['artwork'], 'entry-encyclopedia': ['entry', 'reference'], 'entry-dictionary': ['entry', 'reference'], broadcast: ['video', 'video'], performance: ['performance'],
};

const piece = (paper: Outgoing): string => stringify({ [paper.citationKey]: entry(paper) }, { lineWidth: 0 });

function entry({ item, notes }: Outgoing): Record<string, unknown> {
  const [type, within] = TYPES[item.type] ?? ['misc'];
  const parent = within && item['container-title'] ? whole({ type: within, title: item['container-title'], editor: names(item.editor), volume: item.volume, issue: item.issue, publisher: publisher(item), edition: item.edition }) : undefined;
  const own = parent ? {} : { editor: names(item.editor), volume: item.volume, issue: item.issue, publisher: publisher(item), edition: item.edition };
  const serial = whole({ doi: item.DOI, isbn: item.ISBN, issn: item.ISSN, pmid: item.PMID, pmcid: item.PMCID, ...numberOf(item.number) });
  return whole({ type, title: item.title, author: names(item.author), affiliated: names(item.translator).length > 0 ? [{ role: 'translator', names: names(item.translator) }] : undefined, date: isoOf(item.issued)?.split('/')[0], ...own, 'page-range': item.page === undefined ? undefined : String(item.page), url: item.URL === undefined ? undefined : item.accessed ? { value: item.URL, date: isoOf(item.accessed) } : item.URL, 'page-total': item['number-of-pages'] === undefined ? undefined : String(item['number-of-pages']), 'serial-number': Object.keys(serial).length > 0 ? serial : undefined, language: item.language, abstract: item.abstract, genre: item.genre, note: item.note ?? notes?.[0], archive: item.archive, 'archive-location': item.archive_location, 'call-number': item['call-number'], parent });
}

/** An arXiv number by its name, any other as a serial number. */
function numberOf(number: CslItem['number']): Record<string, string> {
  const arxiv = /^arXiv:(\S+)$/i.exec(String(number ?? ''))?.[1];
  return arxiv !== undefined ? { arxiv } : number === undefined ? {} : { serial: String(number) };
}

const whole = (fields: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
const publisher = (item: CslItem): unknown => (item['publisher-place'] && item.publisher ? { name: item.publisher, location: item['publisher-place'] } : item.publisher);
const names = (list: CslName[] | undefined): string[] => (list ?? []).map((name) => name.literal ?? [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.suffix, name.given].filter(Boolean).join(', '));
