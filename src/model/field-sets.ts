import type { CslItem } from './csl.ts';
import { EDITABLE_VARIABLES } from './variables.ts';

type Type = CslItem['type'];

const ARTICLE = ['author', 'container-title', 'issued', 'volume', 'issue', 'page', 'DOI', 'URL', 'ISSN'];
const BOOK = ['author', 'editor', 'publisher', 'publisher-place', 'issued', 'edition', 'volume', 'collection-title', 'number-of-pages', 'ISBN', 'DOI', 'URL'];
const PART = ['author', 'editor', 'container-title', 'publisher', 'publisher-place', 'issued', 'edition', 'volume', 'page', 'ISBN', 'DOI', 'URL'];
const PAGE = ['author', 'container-title', 'issued', 'accessed', 'URL'];
const LAW = ['author', 'authority', 'jurisdiction', 'container-title', 'number', 'volume', 'section', 'page', 'issued', 'references', 'URL'];
const WORK = ['author', 'publisher', 'publisher-place', 'issued', 'medium', 'genre', 'dimensions', 'archive', 'URL'];
const SHOWN = ['author', 'director', 'producer', 'performer', 'publisher', 'issued', 'medium', 'dimensions', 'URL'];
const SAID = ['author', 'genre', 'event-title', 'event-place', 'event-date', 'issued', 'publisher', 'URL'];

const SETS: Partial<Record<Type, readonly string[]>> = {
  'article-journal': ARTICLE, 'article-magazine': ARTICLE, review: [...ARTICLE, 'reviewed-title', 'reviewed-author'], 'review-book': [...ARTICLE, 'reviewed-title', 'reviewed-author'],
  'article-newspaper': ['author', 'container-title', 'issued', 'edition', 'section', 'page', 'publisher-place', 'URL'],
  article: ['author', 'genre', 'publisher', 'archive', 'number', 'version', 'issued', 'DOI', 'URL'],
  book: BOOK, classic: BOOK, pamphlet: BOOK, collection: BOOK, periodical: ['editor', 'publisher', 'issued', 'volume', 'issue', 'ISSN', 'URL'],
  chapter: PART, entry: PART, 'entry-dictionary': PART, 'entry-encyclopedia': PART,
  'paper-conference': ['author', 'editor', 'container-title', 'event-title', 'event-place', 'event-date', 'issued', 'page', 'publisher', 'collection-title', 'volume', 'DOI', 'ISBN', 'URL'],
  thesis: ['author', 'genre', 'publisher', 'publisher-place', 'issued', 'number-of-pages', 'contributor', 'DOI', 'URL'],
  report: ['author', 'genre', 'number', 'publisher', 'publisher-place', 'issued', 'collection-title', 'page', 'DOI', 'URL'],
  dataset: ['author', 'publisher', 'version', 'issued', 'medium', 'DOI', 'URL'],
  software: ['author', 'version', 'publisher', 'issued', 'medium', 'license', 'DOI', 'URL'],
  standard: ['author', 'number', 'publisher', 'publisher-place', 'version', 'status', 'issued', 'URL'],
  patent: ['author', 'number', 'authority', 'jurisdiction', 'submitted', 'issued', 'references', 'URL'],
  webpage: PAGE, post: PAGE, 'post-weblog': PAGE,
  bill: LAW, legislation: LAW, legal_case: LAW, regulation: LAW, treaty: LAW, hearing: LAW,
  manuscript: ['author', 'genre', 'issued', 'archive', 'archive_location', 'archive-place', 'call-number', 'URL'],
  map: [...WORK, 'scale'], graphic: WORK, figure: WORK, song: ['composer', ...SHOWN], musical_score: ['composer', 'publisher', 'publisher-place', 'issued', 'genre', 'URL'],
  broadcast: ['container-title', 'number', ...SHOWN], motion_picture: SHOWN, performance: SHOWN,
  speech: SAID, event: SAID, interview: ['author', 'interviewer', 'container-title', 'issued', 'medium', 'URL'], personal_communication: ['author', 'recipient', 'genre', 'issued', 'archive'],
};

/** The variables a paper of this type is known by, in the order of a form; title and abstract stand outside of it. */
export const fieldsOfType = (type: Type): readonly string[] => SETS[type] ?? ['author', 'publisher', 'issued', 'number', 'DOI', 'URL'];

const APART: ReadonlySet<string> = new Set(['type', 'title', 'abstract']);

/** The fields a form shows: those of the type, then whatever else the paper has, so that a change of type hides nothing. */
export function shownFields(item: CslItem): string[] {
  const own = fieldsOfType(item.type);
  const kept = Object.entries(item).filter(([name, value]) => value !== undefined && !APART.has(name) && !own.includes(name)).map(([name]) => name).sort();
  return [...own, ...kept];
}

/** The other variables of CSL, for "more fields". */
export function moreFields(item: CslItem): string[] {
  const shown = new Set(shownFields(item));
  return EDITABLE_VARIABLES.filter((name) => !shown.has(name) && !APART.has(name)).sort();
}
