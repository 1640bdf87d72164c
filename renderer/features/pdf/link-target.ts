import { z } from 'zod';
import { destinationOf } from './destination.ts';
import { referenceAt } from './reference.ts';
import type { Piece } from './reference.ts';
import type { Viewer } from './viewer.ts';

const Link = z.looseObject({ id: z.string(), dest: z.union([z.string(), z.array(z.unknown())]) });
const Item = z.looseObject({ str: z.string(), transform: z.array(z.number()).length(6), width: z.number(), height: z.number() });

/** The words that a link within the PDF leads to, and the page; null for a link elsewhere, or to where nothing stands. */
export async function linkTarget({ document }: Viewer, page: number, annotation: string): Promise<{ text: string; page: number } | null> {
  const links = await (await document.getPage(page)).getAnnotations();
  const link = links.map((one) => Link.safeParse(one)).find(({ success, data }) => success && data.id === annotation)?.data;
  if (link === undefined) return null;
  const to = await destinationOf(document, link.dest);
  if (to === null) return null;
  const [, kind, first, second] = to.dest;
  const [left, top] = nameOf(kind) === 'XYZ' ? [first, second] : nameOf(kind) === 'FitH' || nameOf(kind) === 'FitBH' ? [null, first] : [null, null];
  if (typeof top !== 'number') return null;
  const text = referenceAt(await piecesOn(document, to.page), typeof left === 'number' && left > 0 ? left : null, top);
  return text === '' ? null : { text, page: to.page };
}

const nameOf = (kind: unknown): string => (typeof kind === 'object' && kind !== null && 'name' in kind && typeof kind.name === 'string' ? kind.name : '');

async function piecesOn(document: Viewer['document'], page: number): Promise<Piece[]> {
  const { items } = await (await document.getPage(page)).getTextContent();
  return items.flatMap((item) => {
    const found = Item.safeParse(item);
    if (!found.success) return [];
    const { str, transform, width, height } = found.data;
    return [{ text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height }];
  });
}
