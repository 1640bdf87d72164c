import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { cslJson } from '../../formats/csl-json/csl-json.ts';
import { endnoteXml } from '../../formats/endnote-xml/endnote-xml.ts';
import type { CslItem } from '../../model/csl.ts';

const PARTS = /^word\/(?:document|footnotes|endnotes)\.xml$/;
const LARGEST_PART = 60_000_000;

/** A work that a reference manager's field in a document names: by a citation key where the field has one, and by what it says of the work. */
export interface FieldWork { name: string; item: CslItem }

/** What a Word document says: its words, foot- and endnotes, a paragraph a line, where keys are written as `@key`; and the works of its fields, in their order. */
export interface DocxText { text: string; works: FieldWork[] }

/**
 * Reads a Word document (OOXML) with the fields of Zotero, Mendeley (both kinds), EndNote and Word itself.
 * Throws on what is no such file.
 */
export function docxText(bytes: Uint8Array): DocxText {
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => PARTS.test(name) && originalSize <= LARGEST_PART });
  if (parts['word/document.xml'] === undefined) throw new Error('This is no Word document.');
  const read = Object.entries(parts).sort(([a], [b]) => a.localeCompare(b)).map(([, part]) => partText(strFromU8(part)));
  return { text: read.map(({ text }) => text).join('\n'), works: read.flatMap(({ works }) => works) };
}

function partText(xml: string): DocxText {
  const fields = fieldsOf(xml);
  const tagged = decoded(xml, /w:val="MENDELEY_CITATION_v3_([A-Za-z0-9+/=]+)"/g);
  // EndNote lays the records of a long citation beside its field, not into it.
  const beside = decoded(xml, /<w:fldData\b[^>]*>([^<]*)<\/w:fldData>/g).filter((data) => data.startsWith('<EndNote>'));
  // What a field shows is made from it, and is no text in which keys are written.
  const text = xml.replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<w:fldData\b[^>]*>[^<]*<\/w:fldData>/g, '').replace(/<\/w:p>/g, '\n').replace(/<w:(?:tab|br)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
  return { text: unescaped(text), works: [...fields.flatMap(worksOf), ...tagged.flatMap(cslWorks), ...beside.flatMap(endnoteWorks)] };
}

const decoded = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, code = '']) => Buffer.from(code, 'base64').toString('utf8'));

/** The instruction of each field, put together again where Word broke it into runs; fields within a field stand on their own. */
function fieldsOf(xml: string): string[] {
  const found: string[] = [];
  const open: { code: string; shown: boolean }[] = [];
  for (const [, kind, text, simple] of xml.matchAll(/<w:fldChar\b[^>]*w:fldCharType="(begin|separate|end)"|<w:instrText\b[^>]*>([^<]*)<\/w:instrText>|<w:fldSimple\b[^>]*w:instr="([^"]*)"/g)) {
    const top = open.at(-1);
    if (kind === 'begin') open.push({ code: '', shown: false });
    else if (kind === 'end') found.push(open.pop()?.code ?? '');
    else if (kind === 'separate' && top) top.shown = true;
    else if (simple !== undefined) found.push(simple);
    else if (text !== undefined && top?.shown === false) top.code += text;
  }
  return [...found, ...open.map(({ code }) => code)].map((code) => unescaped(code).trim()).filter(Boolean);
}

function worksOf(code: string): FieldWork[] {
  if (/^ADDIN\s+(?:ZOTERO_ITEM|CSL_CITATION|Mendeley)/i.test(code)) return cslWorks(code.slice(Math.max(0, code.indexOf('{'))));
  if (/^ADDIN\s+EN\.CITE\b/i.test(code)) return endnoteWorks(code);
  const [, own, more = ''] = /^CITATION\s+(\S+)([\s\S]*)$/.exec(code) ?? [];
  return own === undefined ? [] : [own, ...[...more.matchAll(/\\m\s+(\S+)/g)].map(([, key = '']) => key)].map((key) => ({ name: key, item: { type: 'document' } }));
}

const Citation = z.object({ citationItems: z.array(z.looseObject({ itemData: z.looseObject({}) })) });

/** The items of a CSL citation, as Zotero and Mendeley write it into a field: a word behind the JSON (`RNDxyz`) does not count. */
function cslWorks(code: string): FieldWork[] {
  const json = parsed(code.slice(0, code.lastIndexOf('}') + 1));
  const read = Citation.safeParse(json);
  if (!read.success || cslJson.read === undefined) return [];
  return read.data.citationItems.flatMap(({ itemData }) => {
    const key = itemData['citation-key'];
    return (cslJson.read?.(JSON.stringify([itemData])).drafts ?? []).map(({ item }) => named(typeof key === 'string' ? key : '', item));
  });
}

/** EndNote's field holds `<EndNote><Cite>…<record>…</record></Cite></EndNote>`: the records are those of its own export. */
function endnoteWorks(code: string): FieldWork[] {
  const records = [...code.matchAll(/<record\b[\s\S]*?<\/record>/g)].map(([record]) => record);
  return (endnoteXml.read?.(`<xml><records>${records.join('')}</records></xml>`).drafts ?? []).map(({ item, citationKey = '' }) => named(citationKey, item));
}

/** Without a key, a work is called by its DOI, else by its author and year, else by its title. */
function named(key: string, item: CslItem): FieldWork {
  const [author] = item.author ?? item.editor ?? [];
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  const people = [author?.family ?? author?.literal ?? '', year].filter(Boolean).join(' ');
  const name = key.trim() || item.DOI || (author === undefined ? '' : people) || item.title || 'work';
  return { name, item };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name?: string, decimal?: string, hex?: string) => {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
});
