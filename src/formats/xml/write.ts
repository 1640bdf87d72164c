export type XmlPart = string | XmlElement | undefined | XmlPart[];
export interface XmlElement { name: string; attributes: Record<string, string>; parts: XmlPart[] }

/** An element; parts that are undefined or empty text are left out, and an element with nothing in it by `element.some`. */
export const element = (name: string, attributes: Record<string, string>, ...parts: XmlPart[]): XmlElement => ({ name, attributes, parts });
/** An element of text, or nothing where there is no text. */
export const textElement = (name: string, text: unknown, attributes: Record<string, string> = {}): XmlPart => (text === undefined || text === null || text === '' ? undefined : element(name, attributes, String(text)));
/** An element of parts, or nothing where they all are nothing. */
export const groupElement = (name: string, attributes: Record<string, string>, ...parts: XmlPart[]): XmlPart => (flat(parts).length > 0 ? element(name, attributes, ...parts) : undefined);

const flat = (parts: XmlPart[]): (string | XmlElement)[] => parts.flatMap((part) => (part === undefined || part === '' ? [] : Array.isArray(part) ? flat(part) : [part]));

/** A whole document, indented; text elements on one line. */
export const writeXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '')}\n`;

function lines({ name, attributes, parts }: XmlElement, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
  const inner = flat(parts);
  if (inner.length === 0) return `${start}/>`;
  if (inner.every((part) => typeof part === 'string')) return `${start}>${escaped(inner.join(''))}</${name}>`;
  return `${start}>\n${inner.map((part) => (typeof part === 'string' ? `${indent}  ${escaped(part)}` : lines(part, `${indent}  `))).join('\n')}\n${indent}</${name}>`;
}

/** Text for XML 1.0: signs it forbids are left out. */
const escaped = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
