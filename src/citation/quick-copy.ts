import { z } from 'zod';
import { CITE_FORMATS, Cite } from './cite.ts';

/** What a person takes out of Sheaf to write with: the references or the citation as a style has them, or a citation for a source text. */
export const QUICK_COPIES = ['reference', 'citation', ...CITE_FORMATS] as const;
export const QuickCopy = z.enum(QUICK_COPIES);
export type QuickCopy = z.infer<typeof QuickCopy>;

/** What stands around a whole citation. */
export const Around = Cite.pick({ locator: true, label: true, prefix: true, suffix: true, suppressAuthor: true });
export type Around = z.infer<typeof Around>;

/** A citation of papers, in their order: the words before stand at the first, the place and the words after at the last, and authors are left out of all. */
export function citesOf(papers: readonly { id: string; citationKey: string }[], { prefix, suffix, locator, label, suppressAuthor }: Around): Cite[] {
  return papers.map(({ id, citationKey }, at) => {
    const last = at === papers.length - 1;
    return { id, key: citationKey, label, suppressAuthor, prefix: at === 0 ? prefix : '', locator: last ? locator : '', suffix: last ? suffix : '' };
  });
}
