import { BetterPreferences } from '../../contract/exports.ts';
import type { Format, FormatOptions } from '../format.ts';
import { readBibtex, readBibtexSteps } from './read.ts';
import { writeBibtex, writeBibtexSteps, type BibtexOptions } from './write.ts';

const recognise = (head: string): number => (/^[ \t]*@\s*(?!comment|preamble|string)[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*(?:,|\n|$)/m.test(head) ? 0.95 : /^[ \t]*@\s*(?:string|preamble|comment)\s*[{(]/im.test(head) ? 0.7 : 0);

const writers = (dialect: NonNullable<BibtexOptions['dialect']>): Pick<Format, 'write' | 'writeSteps'> => ({
  write: (papers, options) => writeBibtex(papers, { dialect, ...chosen(options) }),
  writeSteps: (papers, options) => writeBibtexSteps(papers, { dialect, ...chosen(options) }),
});

/** BibTeX as `bibtex` reads it; reading takes BibLaTeX as well. */
export const bibtex: Format = { name: 'bibtex', extensions: ['bib', 'bibtex'], recognise, read: readBibtex, readSteps: readBibtexSteps, ...writers('bibtex') };

/** BibLaTeX as `biber` reads it: the same reader, its own names of fields and types. */
export const biblatex: Format = { name: 'biblatex', extensions: ['bib', 'biblatex'], recognise: () => 0, ...writers('biblatex') };

function chosen({ letters, fields, urls, links, language, names, package: made, better }: Partial<FormatOptions> = {}): BibtexOptions {
  return { ascii: letters === 'latex', jabref: fields === 'jabref', ...(fields === 'better-bibtex' ? { better: { urls: urls ?? 'field', links: links ?? 'both', names: names ?? 'plain', package: made ?? 'any', language: language ?? 'langid', preferences: better ?? BetterPreferences.parse({}) } } : {}) };
}
