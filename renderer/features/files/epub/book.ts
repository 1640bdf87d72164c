import { allAt, childOf, childrenOf, elementsOf, everyBelow, firstAt, parseXml, textAt, textOf } from '../../../../src/formats/xml/tree.ts';
import type { XmlNode } from '../../../../src/formats/xml/tree.ts';
import { BookTrouble, openArchive } from './archive.ts';

/** One line of the table of contents: the part it leads to, the place in it, and how deep it is nested. */
export interface Heading { title: string; part: number; anchor: string; depth: number }

/** An EPUB 2 or 3 as a reader needs it. Parts are paths inside the book, in the order of reading. */
export interface Book {
  title: string;
  parts: readonly string[];
  contents: readonly Heading[];
  /** A file of the book, and its media type; null for one it has not, or that lies outside it. */
  file: (path: string) => { bytes: Uint8Array; type: string } | null;
}

/** Scrambling of fonts, which is no lock. */
const FONT_SCRAMBLING = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);
const DEEPEST = 8;

/** Reads the parts and contents of a book. Throws BookTrouble where it is damaged, locked, or unpacks to too much. */
export function openBook(bytes: Uint8Array): Book {
  const archive = openArchive(bytes);
  const text = (path: string): string => {
    const found = archive.read(path);
    if (found === null) throw new BookTrouble('damaged');
    return new TextDecoder().decode(found);
  };
  if (archive.has('META-INF/encryption.xml') && isLocked(text('META-INF/encryption.xml'))) throw new BookTrouble('locked');
  const root = firstAt(parseXml(text('META-INF/container.xml')).root, 'container/rootfiles/rootfile')?.attributes['full-path'];
  if (root === undefined) throw new BookTrouble('damaged');
  const opf = childOf(parseXml(text(root)).root, 'package');
  const items = allAt(opf, 'manifest/item').map(({ attributes }) => ({ id: attributes['id'] ?? '', path: resolvePath(root, attributes['href'] ?? '').path, type: attributes['media-type'] ?? '', properties: attributes['properties'] ?? '' }));
  const types = new Map(items.map(({ path, type }) => [path, type]));
  const spine = childOf(opf, 'spine');
  const parts = childrenOf(spine, 'itemref').flatMap(({ attributes }) => items.find(({ id }) => id === attributes['idref'])?.path ?? []).filter((path) => archive.has(path));
  if (parts.length === 0) throw new BookTrouble('damaged');
  const nav = items.find(({ properties }) => properties.split(/\s+/).includes('nav'))?.path;
  const ncx = items.find(({ id, type }) => id === spine?.attributes['toc'] || type === 'application/x-dtbncx+xml')?.path;
  const listed = nav !== undefined && archive.has(nav) ? fromNav(text(nav), nav) : ncx !== undefined && archive.has(ncx) ? fromNcx(text(ncx), ncx) : [];
  const contents = listed.flatMap(({ path, ...line }) => (parts.includes(path) ? [{ ...line, part: parts.indexOf(path) }] : []));
  return {
    title: textAt(opf, 'metadata/title') ?? '', parts, contents,
    file(path) {
      const found = types.has(path) || parts.includes(path) ? archive.read(path) : null;
      return found === null ? null : { bytes: found, type: types.get(path) ?? '' };
    },
  };
}

/** A reference out of a file of the book, as a path inside the book; it cannot lead out of it. An address of the web has the path ''. */
export function resolvePath(from: string, reference: string): { path: string; anchor: string } {
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'epub://book/');
  if (!URL.canParse(reference, base.href)) return { path: '', anchor: '' };
  const url = new URL(reference, base);
  return url.protocol === 'epub:' ? { path: decoded(url.pathname.slice(1)), anchor: decoded(url.hash.slice(1)) } : { path: '', anchor: '' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isLocked = (xml: string): boolean => everyBelow(parseXml(xml).root).some(({ name, attributes }) => name === 'EncryptionMethod' && !FONT_SCRAMBLING.has(attributes['Algorithm'] ?? ''));

interface Listed { title: string; path: string; anchor: string; depth: number }

/** EPUB 3: nested lists of links in the navigation document. */
function fromNav(xml: string, from: string): Listed[] {
  const navs = everyBelow(parseXml(xml).root).filter(({ name }) => name === 'nav');
  const toc = navs.find(({ attributes }) => Object.entries(attributes).some(([name, value]) => name.endsWith('type') && value.split(/\s+/).includes('toc'))) ?? navs[0];
  const lines = (list: XmlNode | undefined, depth: number): Listed[] => depth > DEEPEST ? [] : childrenOf(list, 'li').flatMap((item) => {
    const link = childOf(item, 'a');
    const own = link ? [{ title: textOf(link), ...resolvePath(from, link.attributes['href'] ?? ''), depth }] : [];
    return [...own, ...lines(childOf(item, 'ol'), depth + 1)];
  });
  return lines(childOf(toc, 'ol'), 0);
}

/** EPUB 2: nested points of the NCX. */
function fromNcx(xml: string, from: string): Listed[] {
  const lines = (node: XmlNode | undefined, depth: number): Listed[] => depth > DEEPEST ? [] : elementsOf(node).filter(({ name }) => name === 'navPoint').flatMap((point) => [
    { title: textAt(point, 'navLabel/text') ?? '', ...resolvePath(from, childOf(point, 'content')?.attributes['src'] ?? ''), depth },
    ...lines(point, depth + 1),
  ]);
  return lines(firstAt(parseXml(xml).root, 'ncx/navMap'), 0);
}
