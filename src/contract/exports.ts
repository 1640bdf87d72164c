import { z } from 'zod';

/** What can be chosen about a format, besides what stays out and the order of the papers. */
export type Choosable = 'letters' | 'fields' | 'links' | 'journals' | 'files' | 'notes' | 'style';
interface Export { name: string; extension: string; choices: readonly Choosable[] }

const ALL = ['links', 'journals', 'files', 'notes'] as const;

/** The formats that papers leave in, with the name people know, the ending of a file and what can be chosen, in the order in which they are offered. */
export const EXPORTS = {
  bibtex: { name: 'BibTeX', extension: 'bib', choices: ['letters', 'fields', ...ALL] }, biblatex: { name: 'BibLaTeX', extension: 'bib', choices: ['letters', 'fields', ...ALL] }, ris: { name: 'RIS', extension: 'ris', choices: ALL },
  'csl-json': { name: 'CSL JSON', extension: 'json', choices: ['links', 'journals', 'notes'] }, 'csl-yaml': { name: 'CSL YAML', extension: 'yaml', choices: ['links', 'journals'] }, 'endnote-xml': { name: 'EndNote XML', extension: 'xml', choices: ALL },
  'zotero-rdf': { name: 'Zotero RDF', extension: 'rdf', choices: ALL }, 'zotero-json': { name: 'Zotero JSON', extension: 'json', choices: ALL }, mods: { name: 'MODS', extension: 'xml', choices: ['links', 'journals', 'notes'] }, cff: { name: 'Citation File Format', extension: 'cff', choices: ['links', 'journals'] },
  hayagriva: { name: 'Hayagriva (Typst)', extension: 'yml', choices: ['links', 'journals'] }, csv: { name: 'CSV', extension: 'csv', choices: ALL },
  markdown: { name: 'Bibliography in Markdown', extension: 'md', choices: ['style'] }, html: { name: 'Bibliography in HTML', extension: 'html', choices: ['style'] },
  text: { name: 'Bibliography as plain text', extension: 'txt', choices: ['style'] }, rtf: { name: 'Bibliography in RTF', extension: 'rtf', choices: ['style'] },
} as const satisfies Record<string, Export>;

export type ExportFormat = keyof typeof EXPORTS;
const [first, ...others] = Object.keys(EXPORTS) as [ExportFormat, ...ExportFormat[]];
export const EXPORT_NAMES: readonly ExportFormat[] = [first, ...others];
export const ExportFormat = z.enum([first, ...others]);
export const choicesOf = (format: ExportFormat): readonly Choosable[] => EXPORTS[format].choices;

/** Preferences that only Better BibTeX's files know, under its own names and with the values that it starts out with. */
export const BetterPreferences = z.object({
  biblatexExtractEprint: z.boolean().default(true).describe('addresses at JSTOR, PubMed and handle.net also as `eprint`'),
  biblatexExtendedDateFormat: z.boolean().default(true).describe('dates as EDTF, where they say more than a day'),
  biblatexUsePrefix: z.boolean().default(true).describe('`useprefix` for names with particles'),
  bibtexEditionOrdinal: z.boolean().default(false).describe('BibTeX: `Second` for the edition 2'),
  bibtexParticleNoOp: z.boolean().default(false).describe('BibTeX: `\\noopsort` before names with particles'),
  parseParticles: z.boolean().default(true).describe('particles apart from family names'),
  rawLaTag: z.string().max(200).default('#LaTeX').describe('the tag of papers that are LaTeX already; `*` for all of them'),
  skipFields: z.string().max(2000).default('').describe('fields that stay out, parted by commas: `file`, `book.issn`, `bibtex.book.issn`'),
  separatorNames: z.string().max(20).default('and').describe('the word between names'),
  separatorList: z.string().max(20).default('and').describe('the word between publishers or places'),
});
export type BetterPreferences = z.infer<typeof BetterPreferences>;

/** What people choose about a file of papers. A format takes what it knows and passes over the rest. */
export const WriteOptions = z.object({
  letters: z.enum(['unicode', 'latex']).default('unicode').describe('letters beyond ASCII as they are, or as LaTeX commands'),
  fields: z.enum(['complete', 'better-bibtex', 'jabref']).default('complete').describe('BibTeX: every field the paper has, the types and fields that Better BibTeX writes, or all fields and what JabRef keeps of its own'),
  links: z.enum(['both', 'doi', 'url']).default('both').describe('DOI and address, or of a paper that has both only one'),
  urls: z.enum(['field', 'note', 'none']).default('field').describe('BibTeX as Better BibTeX writes it: addresses as `url`, within `note` or `howpublished`, or not at all'),
  language: z.enum(['langid', 'language', 'both']).default('langid').describe('BibTeX as Better BibTeX writes it: the field of the language'),
  names: z.enum(['plain', 'extended']).default('plain').describe('BibLaTeX as Better BibTeX writes it: names with particles in one piece, or in parts by name'),
  package: z.enum(['any', 'apa', 'chicago']).default('any').describe('BibLaTeX as Better BibTeX writes it: for biblatex-apa or biblatex-chicago, which have fields of their own'),
  better: BetterPreferences.prefault({}).describe('BibTeX as Better BibTeX writes it: what its preferences say'),
  leaveOut: z.array(z.string().max(60)).max(100).default([]).describe('CSL variables, and `tags`, `collections`'),
  journals: z.enum(['full', 'short']).default('full').describe('names of journals in full, or abbreviated where the library knows how'),
  order: z.enum(['list', 'key', 'author', 'year', 'title']).default('list'),
  files: z.enum(['none', 'paths', 'copies']).default('paths').describe('where files lie: not said, as they lie now, or copied into a folder beside'),
  notes: z.boolean().default(true),
  annotations: z.boolean().default(false).describe('marks and comments: as they are where the format holds them (CSL JSON), else as one more note of the paper'),
  style: z.string().max(200).default('apa').describe('CSL style of a bibliography'),
  locale: z.string().max(20).default('en-US'),
});
export type WriteOptions = z.infer<typeof WriteOptions>;
export const DEFAULT_OPTIONS: WriteOptions = WriteOptions.parse({});

/** What a format does not bring back of the papers: not at all, or changed; a CSL variable, or `tags`, `files`, `notes`, `collections`, `citationKey`. */
export const Loss = z.object({ variable: z.string(), papers: z.number().int(), changed: z.boolean() });
export type Loss = z.infer<typeof Loss>;

/** What an export would leave behind, found by reading back what it writes: of the first `checked` papers. */
export const ExportCheck = z.object({ count: z.number().int(), checked: z.number().int(), losses: z.array(Loss), files: z.number().int().describe('files of the papers that could go along') });
export type ExportCheck = z.infer<typeof ExportCheck>;

/** A file that goes along: where it lies, and where it goes beside the written file. */
export const FileCopy = z.object({ from: z.string(), to: z.string() });
export type FileCopy = z.infer<typeof FileCopy>;
