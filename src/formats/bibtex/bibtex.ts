import type { Format } from '../format.ts';
import { readBibtex, readBibtexSteps } from './read.ts';
import { writeBibtex } from './write.ts';

const recognise = (head: string): number => (/^[ \t]*@\s*(?!comment|preamble|string)[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*(?:,|\n|$)/m.test(head) ? 0.95 : /^[ \t]*@\s*(?:string|preamble|comment)\s*[{(]/im.test(head) ? 0.7 : 0);

/** BibTeX as `bibtex` reads it; reading takes BibLaTeX as well. */
export const bibtex: Format = { name: 'bibtex', extensions: ['bib', 'bibtex'], recognise, read: readBibtex, readSteps: readBibtexSteps, write: (papers, options) => writeBibtex(papers, { ascii: options?.letters === 'latex' }) };

/** BibLaTeX as `biber` reads it: the same reader, its own names of fields and types. */
export const biblatex: Format = { name: 'biblatex', extensions: ['bib', 'biblatex'], recognise: () => 0, write: (papers, options) => writeBibtex(papers, { dialect: 'biblatex', ascii: options?.letters === 'latex' }) };
