import { z } from 'zod';

/** What the system hands to the app: a file to read (by association, on its icon, to a second start), or a paper to show (a sheaf:// link). */
export const Offer = z.union([z.object({ file: z.string() }), z.object({ citationKey: z.string(), annotation: z.string().optional() })]);
export type Offer = z.infer<typeof Offer>;

/** A citation key as it may stand in a link: anything but what parts an address or a line. */
const Key = z.string().min(1).max(200).regex(/^[^\s/\\?#\p{Cc}]+$/u);
const Annotation = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const Parts = z.union([z.tuple([Key]), z.tuple([Key, Annotation])]);

/** `sheaf://open/<citation key>[/<annotation id>]` as an offer; null for anything else. Whoever made the link is not trusted. */
export function offerOfLink(link: string): Offer | null {
  const path = /^sheaf:\/\/open\/([^?#]{1,1000}?)\/?$/i.exec(link)?.[1];
  const parts = Parts.safeParse(path?.split('/').map(decoded));
  if (!parts.success) return null;
  const [citationKey, annotation] = parts.data;
  return { citationKey, ...(annotation === undefined ? {} : { annotation }) };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
