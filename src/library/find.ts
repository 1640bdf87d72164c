import { identifiersOf } from '../identify/item-identifiers.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';
import { fingerprintsOf } from './state.ts';

/** Shorter beginnings of an id say only the day it was made. */
const SHORTEST_ID = 8;

/** The papers that a name means: a citation key, an id or its beginning, a DOI, an arXiv id, a PMID or an ISBN. */
export function papersNamed(state: LibraryState, name: string): string[] {
  const wanted = name.trim().replace(/^@/, '');
  const found = papersKnownAs(state, wanted);
  if (found.length > 0) return found;
  return wanted.length >= SHORTEST_ID ? [...state.paper.keys()].filter((id) => id.startsWith(wanted.toUpperCase())) : [];
}

/** The papers that others call so: by citation key, DOI, arXiv id, PMID or ISBN. */
export function papersKnownAs(state: LibraryState, wanted: string): string[] {
  const byKey = [...under(state.index.key, wanted)];
  if (byKey.length > 0) return byKey;
  const arxiv = /^\d{4}\.\d{4,5}(?:v\d+)?$|^[a-z-]+(?:\.[a-z]{2})?\/\d{7}(?:v\d+)?$/i.test(wanted) ? `arxiv:${wanted}` : wanted;
  const isDoi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,}/i.test(wanted);
  const identifiers = identifiersOf({ type: 'document', URL: arxiv, ...(isDoi ? { DOI: wanted } : {}), ...(/^[\d\sXx-]{10,17}$/.test(wanted) ? { ISBN: wanted.replace(/[\s-]/g, '') } : {}), ...(/^(?:pmid:)?\s*\d{5,9}$/i.test(wanted) ? { PMID: wanted } : {}) });
  return [...new Set(identifiers.flatMap((identifier) => [...under(fingerprintsOf(state).identifier, identifier)]))];
}
