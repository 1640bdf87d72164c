import type { Annotation } from '../../model/annotation.ts';
import { wordsOfMark } from '../words-of-mark.ts';

/** A key as it may stand in an address within Markdown. */
export const inAddress = (key: string): string => encodeURIComponent(key).replace(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** An address that opens the very words a mark stands on, or with no mark the paper. */
export const passageLink = (citationKey: string, annotation?: string): string => `sheaf://open/${inAddress(citationKey)}${annotation === undefined ? '' : `/${annotation}`}`;

/** A page as its file calls it: what a citation names. */
export const pageName = ({ page, label }: { page: number; label?: string | undefined }): string => label ?? String(page);

/** The citation of a mark: `[@key]`, with the page where there is one. */
export function citeOf(citationKey: string, { target }: Pick<Annotation, 'target'>): string {
  const key = /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(citationKey) && /[\p{L}\p{N}_]$/u.test(citationKey) ? citationKey : `{${citationKey}}`;
  return target.type === 'pdf' ? `[@${key}, p. ${pageName(target)}]` : `[@${key}]`;
}

/** The words of a mark on one line, and so that Markdown takes none of them for marks of its own; formulas stay. */
export function quotedWords(words: string): string {
  return wordsOfMark(words).split(/(\$[^$]+\$)/).map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\`*_[\]<>~|$#]/g, '\\$&').replace(/(^|\s)@/g, '$1\\@'))).join('');
}

/** A mark as a quotation in Markdown (an area as its image), with its citation and a link to the passage, and its comment below. */
export function quoteOf(mark: Annotation, citationKey: string): string {
  const words = mark.image === undefined ? quotedWords(mark.selector.exact) : `![](${mark.image})`;
  const source = `${citeOf(citationKey, mark)} [↗](${passageLink(citationKey, mark.id)})`;
  return `${words === '' ? source : mark.image === undefined ? `> ${words} ${source}` : `${words}\n\n${source}`}${mark.comment.trim() === '' ? '' : `\n\n${mark.comment.trim()}`}`;
}

/** Marks as they are met: those of the abstract by their words, then file by file and page by page from the top; those without a place last. */
export function inPlaceOrder(marks: readonly Annotation[]): Annotation[] {
  const rank = ({ target, orphan }: Annotation): [number, string, number, number] => (target.type === 'abstract' ? [orphan ? 2 : 0, '', 0, 0] : [1, target.attachment, target.page, -(target.quads[0]?.[1] ?? 0)]);
  const placed = marks.map((mark) => ({ mark, at: [...rank(mark), mark.selector.start] as const }));
  return placed.sort((a, b) => compare(a.at, b.at)).map(({ mark }) => mark);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? 0;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
