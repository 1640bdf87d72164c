import { parseQuery, type ParsedQuery } from './query.ts';

/** What a kept search has in it when its words are looked for in PDFs too. */
export const WITH_PDFS = 'with:pdfs';
const FLAG = /(?:^|\s)with:pdfs?(?=\s|$)/gi;

/** Reads what people type (see parseQuery); `pdfs`: words are looked for in the text of PDFs too, as `with:pdfs` among them also says. */
export function queryFor(text: string, pdfs = false): ParsedQuery {
  const words = text.replace(FLAG, '');
  return pdfs || words !== text ? inPdfsToo(parseQuery(words)) : parseQuery(text);
}

function inPdfsToo(query: ParsedQuery): ParsedQuery {
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
