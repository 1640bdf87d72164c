export type XmlPart = string | XmlElement | undefined | XmlPart[];
export interface XmlElement { name: string; attributes: Record<string, string>; parts: XmlPart[] }

/** An element; parts that are undefined or empty text are left out, and an element with nothing in it by `element.some`. */
export const element = (name: string, attributes: Record<string, string>, ...parts: XmlPart[]): XmlElement => ({ name, attributes, parts });
/** An element of text, or nothing where there is no text. */
export const textElement = (name: string, text: unknown, attributes: Record<string, string> = {}): XmlPart => (text === undefined || text === null || text === '' ? undefined : element(name, attributes, String(text)));
/** An element of parts, or nothing where they all are nothing. */
export const groupElement = (name: string, attributes: Record<string, string>, ...parts: XmlPart[]): XmlPart => (flat(parts).length > 0 ? element(name, attributes, ...parts) : undefined);

const flat = (parts: XmlPart[]): (string | XmlElement)[] => parts.flatMap((part) => (part === undefined || part === '' ? [] : Array.isArray(part) ? flat(part) : [part]));

/** The beginning and the end of a document whose parts are written one by one, each indented by `inner`. */
export function around({ name, attributes }: XmlElement, ...inside: XmlElement[]): { before: string; after: string } {
  const all = [{ name, attributes }, ...inside];
  const before = all.map((one, depth) => `${'  '.repeat(depth)}${opening(one)}>\n`).join('');
  return { before: `${DECLARATION}\n${before}`, after: `${all.map((one, depth) => `${'  '.repeat(depth)}</${one.name}>\n`).reverse().join('')}` };
}

/** An element within a document, with the line's end after it. */
export const xmlPart = (part: XmlElement, depth: number): string => `${lines(part, '  '.repeat(depth))}\n`;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const opening = ({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): string => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;

function lines({ name, attributes, parts }: XmlElement, indent: string): string {
  const start = `${indent}${opening({ name, attributes })}`;
  const inner = flat(parts);
  if (inner.length === 0) return `${start}/>`;
  if (inner.every((part) => typeof part === 'string')) return `${start}>${escaped(inner.join(''))}</${name}>`;
  return `${start}>\n${inner.map((part) => (typeof part === 'string' ? `${indent}  ${escaped(part)}` : lines(part, `${indent}  `))).join('\n')}\n${indent}</${name}>`;
}

/** Text for XML 1.0: signs it forbids are left out. */
const escaped = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
