import type { CslItem, CslName } from '../model/csl.ts';

/** Text reduced to what two spellings of one thing share: letters and digits in lower case, without accents, tags and TeX. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const now = folded(text);
  known.set(text, now);
  return now;
}

/** What was folded last: an import looks at each title three times. */
const known = new Map<string, string>();
const MOST_KNOWN = 16_384;

/** Words of ASCII, one space between them, as most titles and names are. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function folded(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>/gi, '').normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/\\[a-z]+/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The name of a tag or collection as it is compared: case and outer space do not count. */
export const foldName = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** A name's filing part, folded; '' where there is none. */
export function foldedFamily(name: CslName | undefined): string {
  const filed = name?.family ?? (name?.literal ?? name?.given ?? '').split(/\s+/).at(-1) ?? '';
  return fold(filed);
}

/** The year of an item's date as four digits, or ''. */
export function yearOf(item: CslItem): string {
  const { issued } = item;
  return /\d{4}/.exec(String(issued?.['date-parts']?.[0]?.[0] ?? issued?.edtf ?? issued?.literal ?? issued?.raw ?? ''))?.[0] ?? '';
}
