import type { ExportFormat } from '../../contract/exports.ts';
import { ExportFormat as Known } from '../../contract/exports.ts';
import { Refused } from './host.ts';

/** Formats by the names editors know them by. */
const NAMES: Readonly<Record<string, ExportFormat>> = {
  'better biblatex': 'biblatex', betterbiblatex: 'biblatex', 'better bibtex': 'bibtex', betterbibtex: 'bibtex', bib: 'bibtex', 'better csl json': 'csl-json', betterbibtexjson: 'zotero-json', 'betterbibtex json': 'zotero-json',
  bettercsljson: 'csl-json', csljson: 'csl-json', json: 'csl-json', 'csl json': 'csl-json', 'better csl yaml': 'csl-yaml', bettercslyaml: 'csl-yaml', cslyaml: 'csl-yaml', yaml: 'csl-yaml', endnote: 'endnote-xml', typst: 'hayagriva',
};

/** A format by its own name or one that editors use. */
export function exportFormatOf(translator: string): ExportFormat {
  const name = translator.trim().toLowerCase();
  const own = Known.safeParse(name);
  const format = own.success ? own.data : NAMES[name];
  if (format === undefined) throw new Refused(400, `There is no translator "${translator}".`);
  return format;
}
