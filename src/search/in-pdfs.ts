import type { ParsedQuery } from './query.ts';

/** The same query, its words also looked for in the text of PDFs. */
export function inPdfsToo(query: ParsedQuery): ParsedQuery {
  if (query.is === 'row') return query.field === null ? { is: 'or', of: [query, { ...query, field: 'pdf' }] } : query;
  if (query.is === 'not') return { is: 'not', of: inPdfsToo(query.of) };
  return query.is === 'and' || query.is === 'or' ? { is: query.is, of: query.of.map(inPdfsToo) } : query;
}

/** Whether a query looks for anything in PDFs. */
export function asksPdfs(query: ParsedQuery): boolean {
  if (query.is === 'row') return query.field === 'pdf';
  if (query.is === 'not') return asksPdfs(query.of);
  return (query.is === 'and' || query.is === 'or') && query.of.some(asksPdfs);
}
