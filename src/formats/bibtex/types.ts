import type { CslItem } from '../../model/csl.ts';

export type Type = CslItem['type'];

/** BibTeX and BibLaTeX entry types as CSL types (BibLaTeX manual, 2.1; CSL 1.0.2, Appendix III). */
export const TYPES: Readonly<Record<string, Type>> = {
  article: 'article-journal', suppperiodical: 'article-journal', book: 'book', mvbook: 'book', booklet: 'pamphlet', inbook: 'chapter', incollection: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', suppcollection: 'chapter', inproceedings: 'paper-conference', conference: 'paper-conference', presentation: 'speech', talk: 'speech',
  proceedings: 'book', mvproceedings: 'book', collection: 'book', mvcollection: 'book', reference: 'book', mvreference: 'book', manual: 'book', mastersthesis: 'thesis', phdthesis: 'thesis', thesis: 'thesis', techreport: 'report', report: 'report', unpublished: 'manuscript', misc: 'document', other: 'document',
  online: 'webpage', electronic: 'webpage', www: 'webpage', patent: 'patent', dataset: 'dataset', software: 'software', periodical: 'periodical', inreference: 'entry-encyclopedia', standard: 'standard', legislation: 'legislation', legal: 'legislation', jurisdiction: 'legal_case',
  magazine: 'article-magazine', newspaper: 'article-newspaper', movie: 'motion_picture', video: 'motion_picture', audio: 'song', music: 'song', artwork: 'graphic', image: 'graphic', letter: 'personal_communication', review: 'review', performance: 'performance', preprint: 'article',
  // What Mendeley, Papers and others made up, and biblatex-software's parts of programs.
  book_section: 'chapter', magazine_article: 'article-magazine', newspaper_article: 'article-newspaper', web_page: 'webpage', webpage: 'webpage', film: 'motion_picture', bathesis: 'thesis', candthesis: 'thesis', softwaremodule: 'software', softwareversion: 'software', codefragment: 'software',
};

/** The CSL type of an entry: some need a second look. */
export function typeOf(entryType: string, fields: ReadonlyMap<string, string>): Type {
  const type = TYPES[entryType] ?? 'document';
  const kind = (fields.get('entrysubtype') ?? '').toLowerCase();
  if (type === 'article-journal' && kind === 'newspaper') return 'article-newspaper';
  if (type === 'article-journal' && kind === 'magazine') return 'article-magazine';
  if (type === 'motion_picture' && /^tv/.test(kind)) return 'broadcast';
  if (type === 'article-journal' && /proceedings/i.test(fields.get('booktitle') ?? '') && !fields.has('journal') && !fields.has('journaltitle')) return 'paper-conference';
  return type === 'document' && fields.has('eprint') ? 'article' : type;
}

/** CSL types as BibTeX's and, where it has more, BibLaTeX's. */
export const TYPE_OUT: Readonly<Partial<Record<Type, readonly [bibtex: string, biblatex: string]>>> = {
  'article-journal': ['article', 'article'], 'article-magazine': ['article', 'article'], 'article-newspaper': ['article', 'article'], article: ['misc', 'unpublished'], book: ['book', 'book'], chapter: ['incollection', 'incollection'], 'paper-conference': ['inproceedings', 'inproceedings'], thesis: ['phdthesis', 'thesis'], report: ['techreport', 'report'], manuscript: ['unpublished', 'unpublished'],
  pamphlet: ['booklet', 'booklet'], patent: ['patent', 'patent'], dataset: ['dataset', 'dataset'], software: ['software', 'software'], periodical: ['periodical', 'periodical'], review: ['article', 'article'], 'review-book': ['article', 'article'], 'entry-encyclopedia': ['incollection', 'inreference'], 'entry-dictionary': ['incollection', 'inreference'], entry: ['incollection', 'inreference'],
  webpage: ['online', 'online'], post: ['online', 'online'], 'post-weblog': ['online', 'online'], standard: ['standard', 'standard'], legislation: ['legislation', 'legislation'], bill: ['legislation', 'legislation'], regulation: ['legislation', 'legislation'], legal_case: ['jurisdiction', 'jurisdiction'], motion_picture: ['movie', 'movie'], broadcast: ['video', 'video'], song: ['audio', 'audio'], graphic: ['artwork', 'artwork'], figure: ['image', 'image'], map: ['misc', 'misc'], personal_communication: ['letter', 'letter'], performance: ['performance', 'performance'], speech: ['unpublished', 'unpublished'], classic: ['book', 'book'], collection: ['book', 'collection'],
};

/** What an entry type says that CSL's type does not, in CSL's `genre`. */
export const GENRES: Readonly<Record<string, string>> = { mastersthesis: 'Master’s thesis', phdthesis: 'PhD thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis' };
/** BibLaTeX's keys for kinds of theses, reports and patents (manual, 4.9.2.13). */
export const GENRE_KEYS: Readonly<Record<string, string>> = { phdthesis: 'PhD thesis', mathesis: 'Master’s thesis', mastersthesis: 'Master’s thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis', techreport: 'Technical report', resreport: 'Research report', software: 'Computer software', datacd: 'Data CD', audiocd: 'Audio CD', patent: 'Patent', patentde: 'German patent', patenteu: 'European patent', patentfr: 'French patent', patentuk: 'British patent', patentus: 'U.S. patent', patreq: 'Patent request', patreqde: 'German patent request', patreqeu: 'European patent request', patreqfr: 'French patent request', patrequk: 'British patent request', patrequs: 'U.S. patent request' };

const ARTICLES = new Set<Type>(['article-journal', 'article-magazine', 'article-newspaper', 'review', 'review-book', 'periodical', 'paper-conference']);
const BOOKS = new Set<Type>(['book', 'chapter', 'entry-encyclopedia', 'entry-dictionary', 'pamphlet', 'collection']);
/** The variable that `number` stands for: an issue, a place in a series, or the number of a report, patent or standard. */
export const numberOf = (type: Type, series: boolean): 'issue' | 'collection-number' | 'number' => (BOOKS.has(type) || (type === 'paper-conference' && series) ? 'collection-number' : ARTICLES.has(type) ? 'issue' : 'number');
export const isIn = (type: Type): boolean => type === 'chapter' || type === 'paper-conference' || type === 'entry-encyclopedia' || type === 'entry-dictionary' || type === 'entry';
