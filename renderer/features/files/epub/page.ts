import DOMPurify from 'dompurify';
import { resolvePath } from './book.ts';
import type { Book } from './book.ts';

/** What the frame of a part may load: what was put into it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; media-src data:";
const PICTURES = /^image\/(?:png|jpeg|gif|webp|svg\+xml|avif|bmp)$/;
const FONTS = /^(?:font\/|application\/(?:font|x-font|vnd\.ms-opentype))/;

/** A part of a book as a page of its own: cleaned, with its pictures, fonts and styles inside. Links keep the path they lead to as `data-to`. */
export function pageOf(book: Book, path: string, style: string): string {
  const source = new TextDecoder().decode(book.file(path)?.bytes ?? new Uint8Array());
  const found = parsed(source);
  const styles = [...found.querySelectorAll('link[rel~="stylesheet"], style')].map((element) => (element.localName === 'style' ? [path, element.textContent] : sheetOf(book, path, element.getAttribute('href') ?? ''))).map(([from = '', css = '']) => inlined(book, from, css));
  for (const picture of found.querySelectorAll('img, image')) fill(book, path, picture);
  for (const link of found.querySelectorAll('a')) lead(path, link);
  const clean = DOMPurify.sanitize(found.body.innerHTML, { USE_PROFILES: { html: true, svg: true, mathMl: true }, ADD_ATTR: ['data-to', 'data-anchor', 'data-out'], FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea'], FORBID_ATTR: ['srcset', 'href', 'target', 'action'] });
  const lang = /^[\w-]{2,20}$/.exec(found.documentElement.lang)?.[0] ?? '';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${harmless(style)}</style><style>${harmless(styles.join('\n'))}</style></head><body>${clean}</body></html>`;
}

/** The part as a document of HTML, whichever of the two spellings it is in: nothing in it is loaded or run. */
function parsed(source: string): Document {
  const strict = new DOMParser().parseFromString(source, 'application/xhtml+xml');
  if (strict.querySelector('parsererror') !== null || strict.querySelector('body') === null) return new DOMParser().parseFromString(source, 'text/html');
  const html = document.implementation.createHTMLDocument();
  html.documentElement.lang = strict.documentElement.getAttribute('lang') ?? strict.documentElement.getAttribute('xml:lang') ?? '';
  for (const [from, to] of [[strict.querySelector('head'), html.head], [strict.querySelector('body'), html.body]] as const) to.append(...[...from?.childNodes ?? []].map((node) => html.importNode(node, true)));
  return html;
}

function sheetOf(book: Book, path: string, href: string): string[] {
  const to = resolvePath(path, href).path;
  return [to, new TextDecoder().decode(book.file(to)?.bytes ?? new Uint8Array())];
}

/** A style sheet with its pictures and fonts inside; what it would fetch from elsewhere is left out. */
const inlined = (book: Book, from: string, css: string): string => css.replace(/@import[^;]*;?/gi, '').replace(/url\(\s*(['"]?)(.*?)\1\s*\)/gi, (_whole, _quote: string, reference: string) => `url("${dataOf(book, resolvePath(from, reference).path) ?? ''}")`);

/** No style ends its own element. */
const harmless = (css: string): string => css.replaceAll('</', '<\\/');

function fill(book: Book, path: string, picture: Element): void {
  const reference = picture.getAttribute('src') ?? picture.getAttribute('xlink:href') ?? picture.getAttribute('href') ?? '';
  const data = dataOf(book, resolvePath(path, reference).path);
  const name = picture.localName === 'img' ? 'src' : 'xlink:href';
  if (data === null) picture.removeAttribute(name); else picture.setAttribute(name, data);
}

/** Where a link leads, so that a press on it can be understood; the link itself leads nowhere. */
function lead(path: string, link: Element): void {
  const href = link.getAttribute('href') ?? '';
  const to = resolvePath(path, href);
  link.removeAttribute('href');
  if (to.path === '' && !/^https?:/i.test(href)) return;
  if (to.path === '') link.setAttribute('data-out', href);
  else { link.setAttribute('data-to', to.path); link.setAttribute('data-anchor', to.anchor); }
  link.setAttribute('tabindex', '0');
  link.setAttribute('role', 'link');
}

function dataOf(book: Book, path: string): string | null {
  const file = path === '' ? null : book.file(path);
  if (file === null || !(PICTURES.test(file.type) || FONTS.test(file.type))) return null;
  let binary = '';
  for (let at = 0; at < file.bytes.length; at += 32_768) binary += String.fromCharCode(...file.bytes.subarray(at, at + 32_768));
  return `data:${file.type};base64,${btoa(binary)}`;
}
