const DOI = /\b10\.\d{4,9}(?:\.\d+)*\/[^\s"<>{}|\\^`]+/i;
/** What comes before an arXiv id that is named as one: an address, a label (`arXiv:`), arXiv's own DOI prefix. */
const ARXIV = /(?:arxiv(?:\.org\/(?:abs|pdf|html|format)\/|[\s:.]{1,4})|alphaxiv\.org\/abs\/|\/papers\/)(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z][a-z-]{1,14}(?:\.[a-z]{2})?\/\d{7}(?:v\d{1,2})?)(?!\d)/i;
const ARXIV_BARE = /^\s*(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d{1,2})?|[a-z][a-z-]{1,14}(?:\.[a-z]{2})?\/\d{7}(?:v\d{1,2})?)\s*$/i;
const PMID = /(?:\bPMID\s*:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov|\/)\/?)(\d{1,8})\b/i;
const ISBN = /(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx]/g;

/** The first DOI in a text (as the DOI handbook shapes it), without the punctuation of the sentence around it; null if none. */
export function findDoi(text: string): string | null {
  const found = DOI.exec(text.replace(/%2F/gi, '/'))?.[0];
  return found === undefined ? null : withoutTail(found);
}

/** A DOI may hold brackets, but one it did not open closes the sentence's own. */
function withoutTail(doi: string): string {
  let depth = 0;
  let end = doi.length;
  for (let i = 0; i < doi.length; i++) {
    if ('(['.includes(doi.charAt(i))) depth++;
    else if (')]'.includes(doi.charAt(i)) && --depth < 0) { end = i; break; }
  }
  return doi.slice(0, end).replace(/(?:[.,;:!?'’”*]|&amp;?|\/(?:full|abstract|pdf|epdf))+$/i, '');
}

/** The first arXiv id in a text that is named as one, of the scheme since 2007 (`arXiv:2303.10464v2`) or before it (`arXiv:hep-th/9901001`); null if none. */
export const namedArxivId = (text: string): string | null => ARXIV.exec(text)?.[1] ?? null;

/** As `namedArxivId`, or the id alone. */
export const findArxivId = (text: string): string | null => ARXIV_BARE.exec(text)?.[1] ?? namedArxivId(text);

/** The first PubMed number that is named as one; null if none. */
export const findPmid = (text: string): string | null => PMID.exec(text)?.[1] ?? null;

/** The first ISBN in a text whose check digit is right (ISO 2108), without hyphens; null if none. */
export function findIsbn(text: string): string | null {
  for (const [match] of text.matchAll(ISBN)) {
    const isbn = match.replace(/[-\s]/g, '').toUpperCase();
    if (isbn.length === 13 ? checks13(isbn) : checks10(isbn)) return isbn;
  }
  return null;
}

const checks13 = (isbn: string): boolean => /^\d{13}$/.test(isbn) && [...isbn].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0) % 10 === 0;
const checks10 = (isbn: string): boolean => [...isbn].reduce((sum, digit, at) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - at), 0) % 11 === 0;

/** The address of an arXiv paper's PDF; `base` names a mirror. */
export const arxivPdfUrl = (id: string, base = 'https://arxiv.org'): string => `${base.replace(/\/+$/, '')}/pdf/${id}`;
