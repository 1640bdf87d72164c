import { elementsOf, parseXml, rawText, type XmlNode } from '../xml/tree.ts';
import type { Problem } from '../format.ts';

/** The resources of an RDF/XML text by their addresses, and those that stand at the top. */
export interface Graph { tops: XmlNode[]; problems: Problem[]; target(property: XmlNode): XmlNode | undefined; /** The members of an RDF list, in either of its spellings; undefined for no list. */ listed(property: XmlNode): XmlNode[] | undefined; /** Whether something else at the top is part of a node, or the node a part that was only put outside. */ isPart(node: XmlNode): boolean }

/** The name of a resource in the graph; blank nodes have names of their own, which no address is. */
const idOf = (node: XmlNode): string | undefined => node.attributes['rdf:about'] ?? blank(node) ?? (node.attributes['rdf:ID'] ? `#${node.attributes['rdf:ID']}` : undefined);

const blank = (node: XmlNode): string | undefined => (node.attributes['rdf:nodeID'] === undefined ? undefined : `_:${node.attributes['rdf:nodeID']}`);

/** Reads RDF/XML as far as bibliographies use it: described resources, nested or by reference. */
export function graphOf(text: string): Graph {
  const { root, problems } = parseXml(text);
  const tops = elementsOf(elementsOf(root).find(({ name }) => name === 'RDF'));
  const byId = new Map<string, XmlNode>();
  const queue = [...tops];
  for (let node = queue.pop(); node; node = queue.pop()) {
    const id = idOf(node);
    if (id !== undefined && node.children.length > 0) byId.set(id, node);
    for (const child of elementsOf(node)) queue.push(child);
  }
  const named = (name: string | undefined): XmlNode | undefined => byId.get(name ?? '');
  const target = (property: XmlNode): XmlNode | undefined => elementsOf(property)[0] ?? named(property.attributes['rdf:resource'] ?? blank(property));
  const wholes = new Set(tops.flatMap((node) => elementsOf(node)).filter(({ name }) => name === 'isPartOf').flatMap((property) => target(property) ?? []));
  return { tops, problems, target, listed: (property) => listOf(property, target), isPart: (node) => wholes.has(node) && !elementsOf(node).some(({ name }) => name === 'itemType') };
}

const LONGEST = 10_000;

function listOf(property: XmlNode, target: (property: XmlNode) => XmlNode | undefined): XmlNode[] | undefined {
  if (property.attributes['rdf:parseType'] === 'Collection') return elementsOf(property);
  const members: XmlNode[] = [];
  for (let at = target(property); at && members.length < LONGEST;) {
    const [first, rest] = ['first', 'rest'].map((name) => elementsOf(at ?? property).find((one) => one.name === name));
    if (!first) break;
    members.push(target(first) ?? first);
    at = rest && target(rest);
  }
  return members.length > 0 ? members : undefined;
}

/** The text of a property: its own, that of the value it leads to, or its address. */
export function valueOf(property: XmlNode): string {
  const inner = elementsOf(property)[0];
  const value = inner ? elementsOf(inner).find(({ name }) => name === 'value') : undefined;
  return (value ? rawText(value) : inner ? rawText(inner) : property.attributes['rdf:resource'] ?? rawText(property)).trim();
}
