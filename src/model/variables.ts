import { CSL_DATE_VARIABLES, CSL_NAME_VARIABLES } from './csl.ts';

/** The number variables of CSL 1.0.2; they hold words too ("VII", "12bis"). */
export const CSL_NUMBER_VARIABLES = [
  'chapter-number', 'citation-number', 'collection-number', 'edition', 'first-reference-note-number', 'issue', 'locator', 'number', 'number-of-pages',
  'number-of-volumes', 'page', 'page-first', 'part-number', 'printing-number', 'section', 'supplement-number', 'version', 'volume',
] as const;

/** The text variables of CSL 1.0.2. */
export const CSL_TEXT_VARIABLES = [
  'abstract', 'annote', 'archive', 'archive_collection', 'archive_location', 'archive-place', 'authority', 'call-number', 'citation-key', 'citation-label',
  'collection-title', 'container-title', 'container-title-short', 'dimensions', 'division', 'DOI', 'event', 'event-place', 'event-title', 'genre', 'ISBN', 'ISSN',
  'jurisdiction', 'keyword', 'language', 'license', 'medium', 'note', 'original-publisher', 'original-publisher-place', 'original-title',
  'part-title', 'PMCID', 'PMID', 'publisher', 'publisher-place', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'source', 'status', 'title',
  'title-short', 'URL', 'volume-title', 'year-suffix',
] as const;

/** What a style works out by itself while it cites, and what Sheaf keeps beside the item: never edited as a variable. */
const NOT_EDITED: ReadonlySet<string> = new Set(['citation-number', 'first-reference-note-number', 'locator', 'citation-label', 'year-suffix', 'citation-key']);

export type VariableKind = 'names' | 'date' | 'text';
const NAMES: ReadonlySet<string> = new Set(CSL_NAME_VARIABLES);
const DATES: ReadonlySet<string> = new Set(CSL_DATE_VARIABLES);

/** How a variable is edited. Numbers are text, for they may hold words; so is a variable that CSL does not know. */
export const kindOf = (variable: string): VariableKind => (NAMES.has(variable) ? 'names' : DATES.has(variable) ? 'date' : 'text');

/** Every variable of CSL that a person may set. */
export const EDITABLE_VARIABLES: readonly string[] = [...CSL_NAME_VARIABLES, ...CSL_DATE_VARIABLES, ...CSL_NUMBER_VARIABLES, ...CSL_TEXT_VARIABLES].filter((name) => !NOT_EDITED.has(name));
