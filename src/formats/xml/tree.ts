import { SaxesParser } from 'saxes';
import type { Problem } from '../format.ts';

/** An element: its name without prefix, and its attributes by their names as written. */
export interface XmlNode { name: string; prefix: string; attributes: Record<string, string>; children: (XmlNode | string)[]; line: number }

const DEEPEST = 200;
const MOST_PROBLEMS = 20;

/**
 * Reads XML into a tree. Only the five entities of XML itself and numbered characters are expanded; a DTD is passed over
 * and nothing is fetched. What is not well-formed is reported, and the rest read as well as it can be.
 */
export function parseXml(text: string): { root: XmlNode; problems: Problem[] } {
  const root: XmlNode = { name: '', prefix: '', attributes: {}, children: [], line: 1 };
  const problems: Problem[] = [];
  const open: XmlNode[] = [root];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const add = (child: XmlNode | string): void => { open.at(-1)?.children.push(child); };
  parser.on('error', ({ message }) => { if (problems.length < MOST_PROBLEMS) problems.push({ severity: 'warning', message, line: parser.line }); });
  parser.on('opentag', ({ name, attributes }) => {
    const colon = name.indexOf(':');
    const node: XmlNode = { name: name.slice(colon + 1), prefix: name.slice(0, Math.max(colon, 0)), attributes, children: [], line: parser.line };
    if (open.length < DEEPEST) add(node);
    open.push(node);
  });
  parser.on('closetag', () => { if (open.length > 1) open.pop(); });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text.replace(/^\ufeff/, '').trimStart()).close();
  return { root, problems };
}

/** The child elements of a name. */
export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] => (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string' && child.name === name);
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined => childrenOf(node, name)[0];
export const elementsOf = (node: XmlNode | undefined): XmlNode[] => (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string');

/** The elements at the end of a path of names (`Article/Journal/ISSN`). */
export const allAt = (node: XmlNode | undefined, path: string): XmlNode[] => path.split('/').reduce<XmlNode[]>((nodes, name) => nodes.flatMap((one) => childrenOf(one, name)), node ? [node] : []);
export const firstAt = (node: XmlNode | undefined, path: string): XmlNode | undefined => allAt(node, path)[0];

/** Every element of the names below a node, in the order of the text, and none inside another. */
export function outermost(node: XmlNode, wanted: (node: XmlNode) => boolean): XmlNode[] {
  return elementsOf(node).flatMap((child) => (wanted(child) ? [child] : outermost(child, wanted)));
}

/** Every element below a node. */
export const everyBelow = (node: XmlNode): XmlNode[] => elementsOf(node).flatMap((child) => [child, ...everyBelow(child)]);

/** All text of a node, white space run together; empty for no node. */
export const textOf = (node: XmlNode | undefined): string => rawText(node).replace(/\s+/g, ' ').trim();
/** All text of a node as it stands. */
export const rawText = (node: XmlNode | undefined): string => (node?.children ?? []).map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
/** The text at the end of a path; undefined where there is none. */
export const textAt = (node: XmlNode | undefined, path: string): string | undefined => textOf(firstAt(node, path)) || undefined;

const STYLED: Record<string, string> = { i: 'i', italic: 'i', em: 'i', b: 'b', bold: 'b', strong: 'b', sub: 'sub', sup: 'sup', inf: 'sub', sc: 'sc' };

/** Text with the few marks that titles may carry (i, b, sub, sup), other elements only as their text. */
export function styledText(node: XmlNode | undefined): string {
  const inner = (node?.children ?? []).map((child) => {
    if (typeof child === 'string') return child;
    const mark = STYLED[child.name.toLowerCase()];
    return mark ? `<${mark}>${styledText(child)}</${mark}>` : styledText(child);
  }).join('');
  return inner.replace(/\s+/g, ' ').trim();
}

/** The names of the first element of a text, its prefix apart: what a format is told by. */
export function rootName(head: string): string {
  return /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(head.replace(/^\ufeff?\s*/, '').replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/g, ''))?.[2] ?? '';
}
