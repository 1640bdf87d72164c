import type { Draft } from '../format.ts';
import { elementsOf, rawText, type XmlNode } from './tree.ts';

/**
 * What the elements of a record say that its draft does not hold anywhere, each with its path of names (`subject/geographic`) and
 * its text: nothing of a source gets lost because nobody thought of it. A text counts as held when the draft has all its words.
 */
export function unheld(record: XmlNode, draft: Draft): [path: string, text: string][] {
  const held = new Set(wordsOf(JSON.stringify([draft.item, draft.tags, draft.notes, draft.files, draft.verbatim?.fields, draft.citationKey])));
  const out: [string, string][] = [];
  const look = (node: XmlNode, path: string): void => {
    const inner = elementsOf(node);
    for (const child of inner) look(child, path === '' ? child.name : `${path}/${child.name}`);
    const text = inner.length === 0 ? rawText(node).replace(/\s+/g, ' ').trim() : '';
    if (text !== '' && wordsOf(text).some((word) => !held.has(word))) out.push([path, text]);
  };
  look(record, '');
  return out;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
