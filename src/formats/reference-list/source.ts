import type { CslItem } from '../../model/csl.ts';

/** What follows a title: the journal with volume, issue and pages, or the publisher and its town. */
export function sourceOf(after: string, doi: string | undefined): Partial<CslItem> {
  const text = after.replace(/^[\s.,;:)]+/, '').replace(doi ? /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi ?: ?)?10\.\d{4,9}\/\S+/i : /$^/, '').trim();
  const pages = /\bpp?\.? ?([A-Z]?\d+(?: ?[–-] ?[A-Z]?\d+)?)/.exec(text)?.[1] ?? /(?<![\d(])([A-Z]?\d+ ?[–-] ?[A-Z]?\d+)(?!\))/.exec(text)?.[1];
  const journal = /^(?:[Ii]n:? )?([\p{L}][^\d(;]{2,120}?)[\s,.:]*(?:[Vv]ol(?:ume|\.)? ?)?(?:\(?(?:1[5-9]|20)\d\d[^)\d]*\)?[\s;,]*)?(\d{1,4})(?: ?\(([^)]{1,12})\)|, ?(?:[Nn]o\.?|[Ii]ssue) ?(\d+))?(?=[\s,:;.(]|$)/u.exec(text);
  const found: Partial<CslItem> = pages ? { page: pages.replace(/\s/g, '') } : {};
  if (journal?.[1]) return { ...found, 'container-title': journal[1].replace(/(?<![\s,.:])[\s,.:]+$/, (end) => (end.startsWith('.') ? '.' : '')).trim(), ...volumeOf(journal) };
  const press = /^(?:([\p{L} .]+?): )?([\p{Lu}][\p{L}&. -]+?(?:Press|Verlag|Publish\w*|Springer|Wiley|Elsevier|Kluwer|Hall|Hill)[\p{L} -]*)/u.exec(text);
  return press?.[2] ? { ...found, publisher: press[2].trim(), ...(press[1] ? { 'publisher-place': press[1] } : {}) } : found;
}

function volumeOf(journal: RegExpExecArray): Partial<CslItem> {
  const issue = journal[3] ?? journal[4];
  const year = issue !== undefined && /^(?:1[5-9]|20)\d\d$/.test(issue);
  return { ...(journal[2] ? { volume: journal[2] } : {}), ...(issue && !year ? { issue } : {}) };
}
