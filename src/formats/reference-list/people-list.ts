const PARTICLES = /^(?:v[ao]n|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|al|el|bin|y|e|zu)$/;
/** A name in full as it may stand among others: `W. Bruce Croft`, `Thomas von Eicken`. */
function isName(text: string): boolean {
  if (/\p{Ll}{2}\. /u.test(text)) return false;
  const words = text.split(/[\s.]+/).filter(Boolean);
  return words.length >= 1 && words.length <= 5 && words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word) || PARTICLES.test(word)) && /^\p{Lu}/u.test(words.at(-1) ?? '');
}

const LAST = /,? (?:and|&) ?(?=\p{Lu})([^,;:()]{3,50}?)(?:,? (?:Jr|Sr|I{2,3})\.?)?(?: ?\([Ee]d(?:s|itors?)?\.?\)|,? [Ee]ditors?|,? [Ee]ds)?(?:(?=, +\S)|(?<=\p{Ll}{2}|\p{Lu}{3}|Jr|[Ss]r|II|\))(?=\. +\S))/u;

/** Where a list of names in full ends, the last joined by `and`: `James P. Callan, Zhihong Lu, and W. Bruce Croft. `; 0 where no such list begins the text. */
export function listedNames(text: string): number {
  const head = text.slice(0, 400);
  const last = LAST.exec(head);
  if (!last?.[1] || !isName(last[1])) return 0;
  const before = head.slice(0, last.index).split(/,\s*/).filter((part) => part && !/^(?:Jr|Sr)\.?$/.test(part));
  return before.length > 0 && before.every(isName) && (before[0] ?? '').includes(' ') ? last.index + last[0].length : 0;
}

/** A name by its family and initials without points, also of several words: `Garreau de Loubresse N`, `van EM`, `Yu-Shin Ding Y-S`. */
const SHORT = /^(?:[\p{L}'’‐-]+ ){1,3}(?:\p{Lu}-?){1,4}(?: (?:Jr|Sr|2nd|3rd))?$/u;

/** Where a list of names with initials ends at its stop: most are of that shape, and none is running words. */
export function shortNames(text: string): number {
  const head = /^[^.:;()]{10,1200}?\p{Lu}{1,4}(?: et al)?(?=[.:] +["“‘']?\p{Lu})/u.exec(text)?.[0] ?? '';
  const parts = head.replace(/ et al$/, '').split(/, ?/);
  const short = parts.filter((part) => SHORT.test(part)).length;
  return parts.length >= 3 && short >= 2 && short * 3 >= parts.length * 2 && parts.every((part) => part.split(' ').length <= 5) ? head.length : 0;
}

/** Where a single name in full ends before a comma and running words: `William Thurston, The geometry and …`. */
export function loneName(text: string): number {
  const [whole, rest = ''] = /^\p{Lu}\p{Ll}+(?: \p{Lu}\.){0,2} \p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)?(?=, ([\p{Lu}]\S* [^,]{4,60}))/u.exec(text.slice(0, 120)) ?? [];
  return whole && /^(?:(?:The|An?|On|Some) \p{L}|\p{Lu}\p{Ll}+ \p{Ll}+ )/u.test(rest) && !/^\S+ (?:and|et|und|y|de|von|van) /u.test(rest) && text.split(',').length > 3 ? whole.length : 0;
}
