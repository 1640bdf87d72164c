import { elementsOf, textOf, type XmlNode } from '../xml/tree.ts';

/** Which collections a node lies in, as the names of each and those around it: `z:Collection` names its members by `dcterms:hasPart`. */
export function collectionsOf(tops: readonly XmlNode[]): (node: XmlNode) => string[][] {
  const all = tops.filter(({ name }) => name === 'Collection');
  const above = new Map<string, XmlNode[]>();
  for (const one of all) for (const part of elementsOf(one)) {
    const member = part.name === 'hasPart' ? part.attributes['rdf:resource'] : undefined;
    if (member !== undefined) above.set(member, [...(above.get(member) ?? []), one]);
  }
  return (node) => (above.get(node.attributes['rdf:about'] ?? '') ?? []).map((one) => pathOf(one, above));
}

function pathOf(collection: XmlNode, above: Map<string, XmlNode[]>): string[] {
  const path: string[] = [];
  const seen = new Set<XmlNode>();
  for (let at: XmlNode | undefined = collection; at !== undefined && !seen.has(at); at = above.get(at.attributes['rdf:about'] ?? '')?.[0]) {
    seen.add(at);
    const title = elementsOf(at).find(({ name }) => name === 'title');
    if (title) path.unshift(textOf(title));
  }
  return path;
}
