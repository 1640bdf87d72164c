import type { Creator } from './zotero/item.ts';

const EDGE = /^[\s\u00a0.,/[\]:]+|(?<![\s\u00a0.,/[\]:])[\s\u00a0.,/[\]:]+$/g;

/** A person's name as lists give it, `Family, Given` with `comma`, else `Given Family`: initials get their points. */
export function personOf(text: string, creatorType: string, { comma = true } = {}): Creator {
  const name = text.replace(EDGE, '').replace(/[\s\u00a0]+/g, ' ');
  const at = comma ? name.indexOf(',') : name.lastIndexOf(' ');
  if (at < 0) return { lastName: name, creatorType };
  const [before, after] = [name.slice(0, at).trim(), name.slice(at + 1).trim()];
  const [lastName, firstName] = comma ? [before, after] : [after, before];
  const given = initials(firstName, lastName);
  return { ...(lastName ? { lastName } : {}), ...(given ? { firstName: given } : {}), creatorType };
}

/** `JA` is J. A., `John S` is John S.; a name in capitals throughout is no row of initials. */
function initials(given: string, family: string): string {
  if (/^\p{Lu}{1,3}$/u.test(given) && (given.length === 1 || family !== family.toUpperCase())) return [...given].map((letter) => `${letter}.`).join(' ');
  return given.replace(/(?<![\p{L}\p{N}'’-])(\p{Lu})(?![\p{L}\p{N}.'’-])/gu, '$1.');
}

/** A name kept whole. */
export const wholeName = (name: string, creatorType: string): Creator => ({ name: name.trim(), creatorType });
