import type { CslItem, CslName } from '../model/csl.ts';
import { findArxivId, findDoi } from './identifiers.ts';

/** What a file of a paper says of it without being read: by its name, and by the properties of a PDF. `doubts` as in a paper. */
export interface FileFacts { item: CslItem; doubts: Record<string, string> }

/** Titles that programs put in, not people. */
const NO_TITLE = /^(?:untitled|microsoft (?:word|powerpoint)|title|paper|main|manuscript|full ?text|document\d*|slide ?\d+|print|proof)\b|\.(?:docx?|pptx?|dvi|ps|tex|pdf|indd|qxd|rtf|odt)$|^[\w-]*\d{3,}[\w-]*$/i;
const NAMED = /^(.{2,80}?)[\s_,–-]+\(?((?:1[5-9]|20)\d\d)\)?[\s_,–-]+(.{6,})$/u;
const GUESSED = 'The title is taken from the name of the file.';

/**
 * The paper that a file is of, as far as its name and (`text`: the beginning and end of a PDF, a byte a letter) its XMP packet
 * (ISO 16684-1) and document information (ISO 32000, 14.3.3) tell.
 */
export function factsOfFile(name: string, text: string): FileFacts {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '').normalize('NFC');
  const said = propertiesOf(text);
  const guessed = guess(stem);
  const named = findDoi(stem.replace(/^(10\.\d{4,9})[_-]/, '$1/'));
  const doi = said.doi ?? named;
  const arxiv = findArxivId(stem.replace(/^arxiv[-_ ]/i, '')) ?? (/^arxiv\b/i.test(said.title) ? findArxivId(said.title) : null);
  // A name that is but an identifier is shown as one until its record is found.
  const title = good(said.title) ? said.title : named !== null && stem.startsWith('10.') ? `doi:${named}` : arxiv !== null && /^[\d.v]+$/.test(stem) ? `arXiv:${arxiv}` : guessed.title;
  const author = said.authors.length > 0 ? said.authors : guessed.author;
  return {
    item: {
      type: 'article', title, ...(author.length > 0 ? { author } : {}), ...(guessed.year === '' ? {} : { issued: { 'date-parts': [[Number(guessed.year)]] } }),
      ...(doi ? { DOI: doi } : {}), ...(arxiv ? { number: `arXiv:${arxiv}`, URL: `https://arxiv.org/abs/${arxiv}` } : {}),
    },
    doubts: good(said.title) ? {} : { title: GUESSED },
  };
}

/** `Lovelace 1843 Notes on the Engine`, `Lovelace - 1843 - Notes…` or any other name. */
function guess(stem: string): { title: string; author: CslName[]; year: string } {
  const words = stem.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();
  const [, who = '', year = '', title = ''] = NAMED.exec(words) ?? [];
  if (title === '') return { title: words, author: [], year: '' };
  const names = who.replace(/\s+et al\.?$/i, '').split(/\s*(?:,|&| and )\s*/).filter(Boolean);
  return { title, author: names.map((family) => ({ family })), year };
}

const good = (title: string): boolean => title.length >= 8 && /\p{L}{3}/u.test(title) && !NO_TITLE.test(title);

interface Properties { title: string; authors: CslName[]; doi: string | null }

function propertiesOf(text: string): Properties {
  const packet = utf8(packetIn(text));
  const names = listed(packet, 'dc:creator');
  const own = names.length > 0 ? names : (information(text, 'Author') ?? '').split(/\s*(?:;|\band\b|,(?=\s*\p{Lu}\S*\s))\s*/u);
  return {
    title: tidy(listed(packet, 'dc:title')[0] ?? information(text, 'Title') ?? ''),
    authors: own.map(tidy).filter((name) => /\p{L}{2}.*[\s,]/u.test(name) && name.length < 80).map(nameOf),
    doi: findDoi(/(?:prism:doi|pdfx:doi|crossmark:DOI|dc:identifier)\s*(?:>|=\s*")([^<"]*)/i.exec(packet)?.[1] ?? '') ?? findDoi(information(text, 'doi') ?? ''),
  };
}

const LONGEST_PACKET = 64_000;
function packetIn(text: string): string {
  const from = text.indexOf('<x:xmpmeta');
  const to = from < 0 ? -1 : text.indexOf('</x:xmpmeta>', from);
  return to < 0 ? '' : text.slice(from, Math.min(to, from + LONGEST_PACKET));
}

/** The items of an XMP array, else its one value. */
function listed(packet: string, property: string): string[] {
  const inside = new RegExp(`<${property}[^>]{0,200}>([\\s\\S]{0,20000}?)</${property}>`).exec(packet)?.[1] ?? '';
  const items = [...inside.matchAll(/<rdf:li[^>]*>([^<]*)<\/rdf:li>/g)].map(([, value = '']) => value);
  return (items.length > 0 ? items : [inside]).map((value) => unescaped(value.replace(/<[^>]*>/g, '')).trim()).filter(Boolean);
}

/** A text of the document information: `(…)` or `<hex>`, in PDFDocEncoding or UTF-16. */
function information(text: string, key: string): string | null {
  const found = new RegExp(`/${key}\\s*(?:\\(((?:\\\\[\\s\\S]|[^\\\\()]|\\([^()]{0,200}\\)){0,2000})\\)|<([0-9A-Fa-f\\s]{0,2000})>)`).exec(text);
  if (!found) return null;
  const [, plain, hex] = found;
  return wide(plain === undefined ? bytesOf(hex ?? '') : plain.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal: string | undefined, letter: string | undefined) => (octal === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(octal, 8)))));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };
const bytesOf = (hex: string): string => (hex.replace(/\s/g, '').match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
const wide = (text: string): string => (text.startsWith('\xfe\xff') ? utf16(text.slice(2)) : text.startsWith('\xef\xbb\xbf') ? utf8(text.slice(3)) : text);
const utf16 = (text: string): string => (text.match(/[\s\S]{2}/g) ?? []).map((pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1))).join('');
/** Letters that are bytes of UTF-8, read as such; as they are where they are none. */
function utf8(text: string): string {
  try {
    return decodeURIComponent(text.replace(/[%\x80-\xff]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return text;
  }
}
const tidy = (text: string): string => text.replace(/\p{Cc}/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 500);
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos|#(\d+)|#x([\da-f]+));/gi, (whole, decimal: string | undefined, hex: string | undefined) => (decimal ?? hex) === undefined ? (NAMED_ENTITIES[whole] ?? whole) : codePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)));
const NAMED_ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const codePoint = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '');

function nameOf(name: string): CslName {
  const [family = '', given] = name.split(/,\s*/);
  if (given !== undefined) return { family, given };
  const words = name.split(' ');
  return { family: words.at(-1) ?? name, given: words.slice(0, -1).join(' ') };
}
