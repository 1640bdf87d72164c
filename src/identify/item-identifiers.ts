import type { CslItem } from '../model/csl.ts';
import type { PaperLink } from '../model/paper.ts';
import { namedArxivId } from './identifiers.ts';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Every identifier of an item as `kind:value`, in the form in which two of them are compared. */
export function identifiersOf(item: CslItem, links: readonly PaperLink[] = []): string[] {
  const found = new Set<string>();
  const doi = text(item.DOI).toLowerCase().replace(/^\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)\s*/, '').trim();
  if (doi) found.add(`doi:${doi}`);
  for (const place of [item.DOI, item.URL, item.number, item['archive_location'], ...links.map(({ url }) => url)]) {
    const arxiv = place === undefined ? null : namedArxivId(text(place));
    if (arxiv) found.add(`arxiv:${arxiv.toLowerCase().replace(/v\d+$/, '')}`);
  }
  const pmid = text(item.PMID).replace(/\D/g, '');
  if (pmid) found.add(`pmid:${pmid}`);
  for (const isbn of text(item.ISBN).split(/[\s,;]+/)) {
    const normal = isbn13(isbn);
    // A chapter carries the ISBN of its book.
    if (normal && item.type !== 'chapter' && item.type !== 'paper-conference') found.add(`isbn:${normal}`);
  }
  return [...found];
}

/** An ISBN of either length as 13 digits; '' for anything else. */
function isbn13(isbn: string): string {
  const digits = isbn.replace(/-/g, '');
  if (/^\d{13}$/.test(digits)) return digits;
  if (!/^\d{9}[\dXx]$/.test(digits)) return '';
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return body + String((10 - (sum % 10)) % 10);
}
