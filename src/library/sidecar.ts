import type { Annotation } from '../model/annotation.ts';
import type { Paper } from '../model/paper.ts';
import { inPlaceOrder, pageName, passageLink, quotedWords } from './notes/quotes.ts';

/** How a sidecar begins: only a file that begins so may be written over. */
export const SIDECAR_HEAD = '---\nsheaf: marks\n';

/** The name of the sidecar of a PDF. */
export const sidecarName = (pdf: string): string => `${pdf.replace(/\.pdf$/i, '')}.marks.md`;

/** The marks of a PDF as Markdown for people: a heading for each page, each mark with its words, comment, tags and the link that opens it in Sheaf. */
export function sidecarText(paper: Pick<Paper, 'item' | 'citationKey'>, pdf: string, marks: readonly Annotation[], tagName: (id: string) => string): string {
  const { item, citationKey } = paper;
  const facts = [`title: ${JSON.stringify(item.title ?? '')}`, `citation-key: ${JSON.stringify(citationKey)}`, ...(item.DOI === undefined ? [] : [`doi: ${JSON.stringify(item.DOI)}`]), `file: ${JSON.stringify(pdf)}`, `marks: ${marks.length}`];
  const parts: string[] = [];
  let page = 0;
  for (const mark of inPlaceOrder(marks)) {
    if (mark.target.type === 'pdf' && mark.target.page !== page) { page = mark.target.page; parts.push(`## Page ${pageName(mark.target)}`); }
    parts.push(markText(mark, citationKey, tagName));
  }
  return `${SIDECAR_HEAD}${facts.join('\n')}\n---\n\n# ${oneLine(item.title ?? citationKey)}\n\n${parts.join('\n\n')}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function markText({ id, kind, colour, selector, comment, tags, changed }: Annotation, key: string, tagName: (id: string) => string): string {
  const quote = selector.exact === '' ? [] : [`> ${quotedWords(selector.exact)}`];
  const tagged = tags.map((tag) => `#${tagName(tag).replace(/\s+/g, '-')}`).sort();
  const facts = [`${colour} ${kind}`, ...tagged, changed.slice(0, 10), `[open](${passageLink(key, id)})`].join(' · ');
  return [...quote, ...(comment === '' ? [] : [comment.trim()]), facts].join('\n\n');
}
