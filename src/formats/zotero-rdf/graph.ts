import { elementsOf, parseXml, rawText, type XmlNode } from '../xml/tree.ts';
import type { Problem } from '../format.ts';

/** The resources of an RDF/XML text by their addresses, and those that stand at the top. */
export interface Graph { tops: XmlNode[]; problems: Problem[]; target(property: XmlNode): XmlNode | undefined }

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
  return { tops, problems, target: (property) => elementsOf(property)[0] ?? byId.get(property.attributes['rdf:resource'] ?? blank(property) ?? '') };
}

/** The text of a property: its own, that of the value it leads to, or its address. */
export function valueOf(property: XmlNode): string {
  const inner = elementsOf(property)[0];
  const value = inner ? elementsOf(inner).find(({ name }) => name === 'value') : undefined;
  return (value ? rawText(value) : inner ? rawText(inner) : property.attributes['rdf:resource'] ?? rawText(property)).trim();
}
