import { findDoi } from './identifiers.ts';
import { identifiersOf } from './item-identifiers.ts';
import type { Paper } from '../model/paper.ts';

/** Where identifiers lead; a mirror or a test server may stand in. */
export interface Bases { arxiv?: string | undefined; doi?: string | undefined }

/**
 * The address of a paper's PDF as its record says it, the surest first: a link to one, an arXiv id, an address that ends in
 * `.pdf`; else a page that may name it: the DOI's, or the record's address. Null when it names none.
 */
export function pdfUrlOf({ item, links }: Pick<Paper, 'item' | 'links'>, { arxiv: arxivBase = 'https://arxiv.org', doi: doiBase = 'https://doi.org' }: Bases = {}): string | null {
  const link = links.find(({ kind }) => kind === 'pdf');
  if (link) return link.url;
  const arxiv = identifiersOf(item, links).find((identifier) => identifier.startsWith('arxiv:'));
  if (arxiv) return `${arxivBase.replace(/\/+$/, '')}/pdf/${arxiv.slice('arxiv:'.length)}`;
  const url = item.URL ?? '';
  if (/^https?:\/\/\S+\.pdf$/i.test(url)) return url;
  const doi = findDoi(String(item.DOI ?? ''));
  if (doi) return `${doiBase.replace(/\/+$/, '')}/${encodeURI(doi)}`;
  return /^https?:\/\/\S+$/i.test(url) ? url : null;
}
