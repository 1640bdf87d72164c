import type { Format } from '../format.ts';
import { readBibtex, readBibtexSteps } from './read.ts';
import type { WriteOptions } from '../../contract/exports.ts';
import type { BibtexOptions } from './write.ts';
import { writeBibtex, writeBibtexSteps } from './write.ts';

const recognise = (head: string): number => (/^[ \t]*@\s*(?!comment|preamble|string)[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*(?:,|\n|$)/m.test(head) ? 0.95 : /^[ \t]*@\s*(?:string|preamble|comment)\s*[{(]/im.test(head) ? 0.7 : 0);

type Chosen = Pick<WriteOptions, 'letters'>;
const writers = (dialect: NonNullable<BibtexOptions['dialect']>): Pick<Format, 'write' | 'writeSteps'> => ({
  write: (papers, options?: Chosen) => writeBibtex(papers, { dialect, ascii: options?.letters === 'latex' }),
  writeSteps: (papers, options?: Chosen) => writeBibtexSteps(papers, { dialect, ascii: options?.letters === 'latex' }),
});

/** BibTeX as `bibtex` reads it; reading takes BibLaTeX as well. */
export const bibtex: Format = { name: 'bibtex', extensions: ['bib', 'bibtex'], recognise, read: readBibtex, readSteps: readBibtexSteps, ...writers('bibtex') };

/** BibLaTeX as `biber` reads it: the same reader, its own names of fields and types. */
export const biblatex: Format = { name: 'biblatex', extensions: ['bib', 'biblatex'], recognise: () => 0, ...writers('biblatex') };
