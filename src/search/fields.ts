/** What search knows of a paper, in plain text (TeX and HTML in it are ignored). `ids` are DOI, arXiv id and the like. */
export interface SearchFields {
  title?: string; authors?: string[]; abstract?: string; venue?: string; tags?: string[]; key?: string; notes?: string; ids?: string[];
  year?: number | string;
  /** A number that differs when anything else here does: says later whether what is indexed is still what the library holds. */
  print?: number;
}

/** The places words stand in, in the order of their bits, and how much a word there weighs in the ranking. */
export const PLACES = ['title', 'authors', 'abstract', 'venue', 'tags', 'key', 'notes', 'ids'] as const;
export type Place = (typeof PLACES)[number];
export const WEIGHTS: readonly number[] = [5, 4, 1, 1, 3, 4, 2, 4];

/** The text of a place, authors and tags apart from each other so that no phrase runs from one into the next. */
export function textsOf(fields: SearchFields, place: Place): string[] {
  if (place === 'ids') return [...(fields.ids ?? []), String(fields.year ?? '')];
  if (place === 'authors' || place === 'tags') return fields[place] ?? [];
  const text = fields[place];
  return text ? [text] : [];
}

/** The year as a number, 0 where there is none. */
export const yearOf = (fields: SearchFields): number => Number(/\d{4}/.exec(String(fields.year ?? ''))?.[0] ?? 0);
