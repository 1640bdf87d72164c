import type { Draft, Format, Reading } from '../format.ts';
import { allAt, elementsOf, everyBelow, outermost, parseXml, textOf, type XmlNode } from '../xml/tree.ts';
import { draftOf } from '../zotero/item.ts';
import { itemOf, type Pair } from './referent.ts';

/** COinS: references hidden in web pages (`<span class="Z3988">`), and OpenURL's key-encoded values alone. */
export const coins: Format = { name: 'coins', extensions: ['html', 'htm'], recognise: (head) => (/class=["'][^"'>]*\bZ3988\b/.test(head) ? 0.94 : /^\s*(?:\S+\?)?(?:[\w.]+=[^&\s]*&)*ctx_ver=Z39\.88-2004/.test(head) ? 0.95 : 0), read: readCoins };

/** The same as XML: OpenURL ContextObjects (Z39.88-2004). */
export const contextObject: Format = { name: 'context-object', extensions: ['xml'], recognise: (head) => (/<(?:\w+:)?context-objects?\b/.test(head) ? 0.97 : 0), read: readXml };

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'', apos: '\'' };

function readCoins(text: string): Reading {
  const lineAt = lineCounter(text);
  const hidden = [...text.matchAll(/<span\b[^>]{0,200}?\bZ3988\b[^>]*>/g)].flatMap((found) => {
    const title = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(found[0]);
    return title ? [{ value: (title[1] ?? title[2] ?? '').replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole), line: lineAt(found.index) }] : [];
  });
  const all = hidden.length > 0 ? hidden : [{ value: text.trim().replace(/^[^?\s]*\?/, ''), line: 1 }];
  return { drafts: all.map(({ value, line }): Draft => ({ ...draftOf(itemOf(pairsOf(value))), line })).filter(({ item }) => item.title !== undefined || item.author !== undefined), problems: [], leftOut: [], origin: {} };
}

/** The 1-based lines of places that are asked for in rising order. */
function lineCounter(text: string): (at: number) => number {
  let [line, feed] = [1, text.indexOf('\n')];
  return (at) => {
    for (; feed >= 0 && feed < at; feed = text.indexOf('\n', feed + 1)) line++;
    return line;
  };
}

const pairsOf = (query: string): Pair[] => query.split('&').map((pair): Pair => { const at = pair.indexOf('='); return [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))]; });

function decoded(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced).trim();
  } catch {
    return spaced.trim();
  }
}

function readXml(text: string): Reading {
  const { root, problems } = parseXml(text);
  const referents = outermost(root, ({ name }) => name === 'context-object').flatMap((one) => elementsOf(one).filter(({ name }) => name === 'referent'));
  return { drafts: referents.map((referent): Draft => ({ ...draftOf(itemOf(pairsIn(referent))), line: referent.line })), problems, leftOut: [], origin: {} };
}

/** Elements as the keys they stand for; an author's own as one name. */
function pairsIn(referent: XmlNode): Pair[] {
  const leaf = (node: XmlNode): boolean => elementsOf(node).length === 0;
  const values = allAt(referent, 'metadata-by-val/metadata').flatMap(everyBelow);
  const inAuthor = new Set(values.filter(({ name }) => name === 'author').flatMap(everyBelow));
  return [
    ...allAt(referent, 'identifier').map((node): Pair => ['rft_id', textOf(node)]), ...allAt(referent, 'metadata-by-val/format').map((node): Pair => ['rft_val_fmt', textOf(node)]),
    ...values.filter((node) => leaf(node) && !inAuthor.has(node)).map((node): Pair => [`rft.${node.name}`, textOf(node)]),
    ...values.filter(({ name }) => name === 'author').map((author): Pair => ['rft.au', nameOf(author)]),
  ];
}

function nameOf(author: XmlNode): string {
  const part = (name: string): string => textOf(elementsOf(author).find((node) => node.name === name));
  const first = part('aufirst') || part('auinit') || [part('auinit1'), part('auinitm')].filter(Boolean).join(' ');
  return part('aulast') ? [[part('aulast'), part('ausuffix')].filter(Boolean).join(' '), first].filter(Boolean).join(', ') : textOf(author);
}
