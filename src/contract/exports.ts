import { z } from 'zod';

/** The formats that papers leave in, with the name people know and the ending of a file, in the order in which they are offered. */
export const EXPORTS = {
  bibtex: { name: 'BibTeX', extension: 'bib' }, biblatex: { name: 'BibLaTeX', extension: 'bib' }, ris: { name: 'RIS', extension: 'ris' }, 'csl-json': { name: 'CSL JSON', extension: 'json' }, 'csl-yaml': { name: 'CSL YAML', extension: 'yaml' }, 'endnote-xml': { name: 'EndNote XML', extension: 'xml' },
  'zotero-json': { name: 'Zotero JSON', extension: 'json' }, mods: { name: 'MODS', extension: 'xml' }, cff: { name: 'Citation File Format', extension: 'cff' }, hayagriva: { name: 'Hayagriva (Typst)', extension: 'yml' }, csv: { name: 'CSV', extension: 'csv' },
} as const;

export type ExportFormat = keyof typeof EXPORTS;
const [first, ...others] = Object.keys(EXPORTS) as [ExportFormat, ...ExportFormat[]];
export const EXPORT_NAMES: readonly ExportFormat[] = [first, ...others];
export const ExportFormat = z.enum([first, ...others]);
