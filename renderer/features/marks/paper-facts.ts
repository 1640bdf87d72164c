import type { CslItem, CslName } from '../../../src/model/csl.ts';

/** The year a paper came out, as text; empty when unknown. */
export function yearOf(item: CslItem): string {
  const issued = item.issued;
  const year = issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? /\d{4}/.exec(issued?.raw ?? issued?.literal ?? '')?.[0] ?? '' : String(year);
}

/** Where it appeared, the short name first. */
export const venueOf = (item: CslItem): string => item['container-title-short'] ?? item['container-title'] ?? item['event-title'] ?? item.publisher ?? '';

/** The arXiv identifier found in its number, address or DOI; null when there is none. */
export function arxivOf(item: CslItem): string | null {
  const places = [item.number, item.DOI, item.URL].map((place) => (place === undefined ? '' : String(place)));
  for (const place of places) {
    const match = /arxiv(?::|\.org\/(?:abs|pdf)\/|\.)\s*((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/i.exec(place);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

const familyOf = (name: CslName): string => name.family ?? name.literal ?? name.given ?? '';

/** "Frankle and Carbin, 2019": a paper named in a line. */
export function shortReference(item: CslItem): string {
  const families = (item.author ?? []).map(familyOf);
  const who = families.length > 2 ? `${families[0] ?? ''} et al.` : families.join(' & ');
  return [who === '' ? (item.title ?? '') : who, yearOf(item)].filter((part) => part !== '').join(', ');
}
