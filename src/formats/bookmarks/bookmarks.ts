import { parseDocument } from 'htmlparser2';
import type { Draft, Format, Reading } from '../format.ts';
import { draftOf, newItem } from '../zotero/item.ts';

/** A browser's bookmarks (NETSCAPE-Bookmark-file-1), as every browser and bookmarking service writes them: web pages with tags. */
export const bookmarks: Format = { name: 'bookmarks', extensions: ['html', 'htm'], recognise: (head) => (/<!DOCTYPE NETSCAPE-Bookmark-file-1>/i.test(head) ? 0.98 : 0), read };

type Node = ReturnType<typeof parseDocument>['children'][number];

function read(text: string): Reading {
  const drafts: Draft[] = [];
  const queue: Node[] = [...parseDocument(text).children].reverse();
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (!('children' in node)) continue;
    if ('name' in node && node.name === 'a') { const draft = draftFrom(node.attribs, textIn(node)); if (draft) drafts.push(draft); } else for (let at = node.children.length - 1; at >= 0; at--) { const child = node.children[at]; if (child) queue.push(child); }
  }
  return { drafts, problems: [], leftOut: [], origin: {} };
}

/** The words of a link, from its own text nodes and those one element deep. */
const textIn = (node: Node): string => ('children' in node ? node.children.map((child) => ('data' in child ? child.data : 'children' in child ? child.children.map((inner) => ('data' in inner ? inner.data : '')).join('') : '')).join('') : '').trim();

function draftFrom(attributes: Record<string, string>, title: string): Draft | null {
  const url = attributes['href'] ?? '';
  if (!/^https?:/i.test(url)) return null;
  const item = newItem('webpage');
  const seconds = Number(attributes['add_date']);
  item.fields = { title: title || url, url, abstractNote: attributes['description'] ?? '', ...(seconds > 0 && seconds < 1e11 ? { accessDate: new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z') } : {}) };
  item.tags = (attributes['tags'] ?? '').split(/(?:(?<!\s)\s+)?,\s*/).filter(Boolean);
  return draftOf(item);
}
