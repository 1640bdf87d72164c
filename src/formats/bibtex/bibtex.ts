import type { Format } from '../format.ts';
import { readBibtex } from './read.ts';
import { writeBibtex } from './write.ts';

/** BibTeX and BibLaTeX. */
export const bibtex: Format = {
  name: 'bibtex', extensions: ['bib', 'bibtex'],
  recognise: (head) => (/^[ \t]*@\s*(?!comment|preamble|string)[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*(?:,|\n|$)/m.test(head) ? 0.95 : /^[ \t]*@\s*(?:string|preamble|comment)\s*[{(]/im.test(head) ? 0.7 : 0),
  read: readBibtex, write: writeBibtex,
};
