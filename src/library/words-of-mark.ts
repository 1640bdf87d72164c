/** Letters that a typesetter drew as one (U+FB00 to U+FB06). */
const LIGATURES = /[\ufb00-\ufb06]/g;
/** A word cut at the end of a line, with what of it stands on either. */
const CUT = /(?<!\S)(\S*\p{L})(?:[-‐]|\u00ad)[^\S\n]*\n\s*(?=(\p{Ll}\S*))/gu;
/** A hyphen at the end of a line that belongs to its word: names and numbers are not cut. */
const HYPHEN = /([\p{L}\p{N}][-‐–])[^\S\n]*\n\s*(?=[\p{Lu}\p{N}])/gu;

/**
 * The words of a mark as they are read and quoted: on one line, ligatures in their letters, words that were cut at the end of a line in one piece
 * (a compound that has other hyphens keeps this one too). The mark itself keeps them as they stand on the page.
 */
export const wordsOfMark = (exact: string): string => exact
  .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
  .replace(CUT, (_cut, before: string, after: string) => (/[-‐]/.test(before + after) && !after.includes('\n') ? `${before}-` : before))
  .replace(HYPHEN, '$1')
  .replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();
