import { identifiersOf } from './item-identifiers.ts';
import type { Paper } from '../model/paper.ts';

const ARXIV = 'https://arxiv.org';

/** The address of a paper's PDF as its record says it: a link to one, an arXiv id (`arxivBase` names a mirror), or an address that ends in `.pdf`. Null when it names none. */
export function pdfUrlOf({ item, links }: Pick<Paper, 'item' | 'links'>, arxivBase = ARXIV): string | null {
  const link = links.find(({ kind }) => kind === 'pdf');
  if (link) return link.url;
  const arxiv = identifiersOf(item, links).find((identifier) => identifier.startsWith('arxiv:'));
  if (arxiv) return `${arxivBase.replace(/\/+$/, '')}/pdf/${arxiv.slice('arxiv:'.length)}`;
  const url = item.URL ?? '';
  return /^https?:\/\/\S+\.pdf$/i.test(url) ? url : null;
}
