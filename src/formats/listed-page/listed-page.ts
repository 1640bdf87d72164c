import type { Format, Reading } from '../format.ts';
import { assemble, type Assembly } from './assemble.ts';
import { draftOf } from './draft.ts';
import { htmlLines, looksLikeHtml } from './html-lines.ts';
import { isProse } from './kinds.ts';
import { linesOf } from './line.ts';

/** A page that lists papers, as copied from a browser or saved as HTML: titles, and whatever of authors, dates and abstracts is there. */
export const listedPage: Format = { name: 'listed-page', extensions: ['txt', 'html', 'htm', 'md'], recognise, read };

/** Any text could be a list of titles, so this answers low unless running text and short lines take turns. */
function recognise(head: string): number {
  if (looksLikeHtml(head)) return 0.5;
  const lines = linesOf(head);
  const prose = lines.filter(({ text }) => isProse(text)).length;
  if (prose > 0 && lines.length > prose) return 0.4;
  return lines.length > 0 ? 0.1 : 0;
}

function read(text: string, options: { fileName?: string } = {}): Reading {
  const html = looksLikeHtml(text.slice(0, 64_000)) ? htmlLines(text) : null;
  const assembly = assemble(html ? html.lines : linesOf(text));
  const origin = originOf(assembly, html);
  const drafts = assembly.entries.map((entry) => ({ ...draftOf(entry), origin: { format: 'listed-page', ...(options.fileName ? { name: options.fileName } : {}), ...origin } }));
  return { drafts, origin, problems: [], leftOut: assembly.leftOut.map(({ line, reason }) => ({ text: line.text, line: line.number, reason })) };
}

/** A picture between `by` and the name leaves no space when the page is copied. */
const GLUED_BYLINE = /^by(?=\p{Lu})/u;

/** What the head of the page says of itself: its date, and the line that names it. */
function originOf({ header }: Assembly, html: { title?: string; url?: string } | null): Reading['origin'] {
  const date = header.find(({ kind }) => kind === 'date')?.line.text;
  const names = header.filter(({ kind }) => kind === 'title' || kind === 'authors').map(({ line }) => line.text);
  const page = html?.title ?? names.at(-1)?.replace(GLUED_BYLINE, 'by ');
  return { ...(page ? { page } : {}), ...(date ? { date } : {}), ...(html?.url ? { url: html.url } : {}) };
}
