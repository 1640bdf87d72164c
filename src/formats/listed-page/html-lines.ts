import { Parser } from 'htmlparser2';
import type { Line } from './line.ts';

const SKIPPED = new Set(['script', 'style', 'nav', 'footer', 'svg', 'button', 'form', 'noscript', 'template', 'iframe', 'select', 'textarea', 'head']);
const INLINE = new Set(['a', 'abbr', 'b', 'cite', 'code', 'em', 'font', 'i', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'img']);
const HEADING = /^h[1-6]$/;

export interface HtmlPage { lines: Line[]; title?: string; url?: string }

/** Whether a text is HTML rather than words: markup at its start, or paired block tags. */
export const looksLikeHtml = (head: string): boolean => /^\s*(?:<!doctype html|<html|<head|<body|<!--)/i.test(head) || (/<(p|div|h[1-6]|li|article|section|table)\b[^>]*>/i.test(head) && /<\/(p|div|h[1-6]|li|article|section|table)>/i.test(head));

/** The lines of an HTML page as a reader sees them: a line an element, with headings and the first link of each kept. */
export function htmlLines(html: string): HtmlPage {
  const page: HtmlPage = { lines: [] };
  let text = '';
  let heading = false;
  let href: string | undefined;
  let skipping = 0;
  let inTitle = false;
  let number = 1;

  const flush = (): void => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown) page.lines.push({ text: shown, number, gap: true, ...(heading ? { heading } : {}), ...(href ? { href } : {}) });
    text = '';
    href = undefined;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      number = 1 + newlines(html, parser.startIndex);
      if (name === 'title') inTitle = true;
      if (name === 'link' && attributes['rel'] === 'canonical' && attributes['href']) page.url = attributes['href'];
      if (SKIPPED.has(name)) skipping++;
      if (!INLINE.has(name)) flush();
      if (HEADING.test(name)) heading = true;
      if (name === 'a') href ??= attributes['href'];
    },
    ontext(data) {
      if (inTitle) page.title = (page.title ?? '') + data.trim();
      else if (skipping === 0) text += data;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
      if (SKIPPED.has(name)) skipping--;
      if (!INLINE.has(name)) flush();
      if (HEADING.test(name)) heading = false;
    },
  }, { decodeEntities: true, lowerCaseTags: true });
  const newlines = newlineCounter();
  parser.write(html);
  parser.end();
  flush();
  return page;
}

/** Counts line breaks before an offset that only grows, each character looked at once. */
function newlineCounter(): (text: string, until: number) => number {
  let at = 0;
  let count = 0;
  return (text, until) => {
    for (; at < until; at++) if (text.charCodeAt(at) === 10) count++;
    return count;
  };
}
