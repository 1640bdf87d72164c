import { strFromU8, unzipSync } from 'fflate';

const PARTS = /^word\/(?:document|footnotes|endnotes)\.xml$/;
const LARGEST_PART = 60_000_000;

/** The words of a Word document, its foot- and endnotes, a paragraph a line, where keys are written as `@key`; and the keys that Zotero's and Mendeley's fields name. Throws on what is no such file. */
export function docxText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => PARTS.test(name) && originalSize <= LARGEST_PART });
  if (parts['word/document.xml'] === undefined) throw new Error('This is no Word document.');
  return Object.values(parts).map((part) => wordsOf(strFromU8(part))).join('\n');
}

function wordsOf(xml: string): string {
  const fields = [...unescaped([...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<\/w:instrText>/g)].map(([, text = '']) => text).join('')).matchAll(/"citation-key"\s*:\s*"([^"]+)"/g)].map(([, key = '']) => `@{${key}}`);
  const text = xml.replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<\/w:p>/g, '\n').replace(/<w:(?:tab|br)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
  return `${unescaped(text)}\n${fields.join(' ')}`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? '');
