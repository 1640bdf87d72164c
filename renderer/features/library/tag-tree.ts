import type { Overview } from '../../../src/contract/views.ts';

type Tag = Overview['tags'][number];
/** A level of a tag's name; `tag` is absent where only names below it exist. */
export interface TagNode { name: string; path: string; tag?: Tag; children: TagNode[] }

/** Tags nested by the slashes of their names, in the order of their names. */
export function tagTree(tags: readonly Tag[]): TagNode[] {
  const root: TagNode = { name: '', path: '', children: [] };
  for (const tag of [...tags].sort((a, b) => a.name.localeCompare(b.name))) put(root, tag);
  return root.children;
}

function put(root: TagNode, tag: Tag): void {
  let node = root;
  for (const name of tag.name.split('/')) {
    const path = node.path === '' ? name : `${node.path}/${name}`;
    let next = node.children.find((child) => child.name === name);
    if (next === undefined) node.children.push((next = { name, path, children: [] }));
    node = next;
  }
  node.tag = tag;
}

/** The tree as lines, without what is folded away. */
export function visibleNodes(nodes: readonly TagNode[], folded: ReadonlySet<string>, depth = 0): { node: TagNode; depth: number }[] {
  return nodes.flatMap((node) => [{ node, depth }, ...(folded.has(node.path) ? [] : visibleNodes(node.children, folded, depth + 1))]);
}
