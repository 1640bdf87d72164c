import type { CslName } from '../../model/csl.ts';

const PARTICLE = "(?:(?:[Vv][ao]n|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]u|[Dd]a|[Dd]os|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Zz]u[mr]?|El|Al|St\\.|d['’]|O['’]) ?)*";
const SURNAME = `${PARTICLE}\\p{Lu}[\\p{L}\\p{M}\u0080-\u00bf'’´\`-]+(?:-\\p{Lu}[\\p{L}\\p{M}'’-]+| \\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]*(?=[,;&]| and | \\p{Lu}{1,3}[,. ]))?`;
const INITIALS = '(?:(?!Jr|Sr)\\p{Lu}\\p{Ll}?\\.[ -]{0,2}){1,5}(?:-?\\p{Lu}\\.)*(?:(?![AI] )\\p{Lu}(?= \\p{Lu}\\p{Ll}{2}))?';
const SUFFIX = '(?:,? (?:Jr|Sr|II|III|IV|2nd|3rd)(?!\\p{L})\\.?)?';
/** The shapes of one name, the surest first. Group f is the family name, g the given. */
const SHAPES = [
  new RegExp(`^(?<f>${SURNAME}),? ?(?<g>${INITIALS})${SUFFIX}`, 'ud'),
  new RegExp(`^(?<g>${INITIALS}) ?(?<f>${SURNAME})${SUFFIX}`, 'ud'),
  new RegExp(`^(?<f>${SURNAME})[, ] ?(?<g>\\p{Lu}{1,5}(?:-\\p{Lu})?(?: \\p{Lu}){0,3})(?=[,.;:&) ]|$)${SUFFIX}`, 'ud'),
];
const FULL = new RegExp(`^(?<g>\\p{Lu}\\p{Ll}+(?:-\\p{L}\\p{Ll}*)?(?: \\p{Lu}\\.?){0,2}) (?<f>${SURNAME})(?=,| and \\p{Lu}|\\.| &)`, 'ud');
const REVERSED = new RegExp(`^(?<f>${SURNAME}), (?<g>\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.?| \\p{Lu}\\p{Ll}+(?=\\. )){0,3})(?=[,;.&]| and | \\(?(?:1[5-9]|20)\\d\\d[.,)])`, 'ud');
/** A name in Chinese, Japanese or Korean writing: two to four characters between stops. It stays whole: nothing in it parts the family's name. */
const EASTERN = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}(?=[,.·;]| ?\(?(?:1[5-9]|20)\d\d)/u;
const GROUP = /^(?:the )?[\p{L}\d&. -]{2,50}?\b(?:[Cc]ollaborations?|[Gg]roup|[Cc]onsortium|[Oo]rgani[sz]ation|[Ii]nstitute|[Aa]ssociation|[Cc]ommittee|Corporation|Council|Ministry|Agency|Panel|Centers? for [^.,(\d]{4,60}|COLLABORATION)\b/u;
const COLLABORATION = /collaborations?$/i;
const BETWEEN = /^(?: *[,;]? *(?:&|and|et|und|y|AND) | [–—-] (?=\p{Lu}\.)|\s*[,;] *(?:and ?(?=\p{Lu})|and |& ?|et )?| *\band ?(?=\p{Lu}))/u;
const OTHERS = /^[,;]? *(?:et\.? al\b\.?|and others|u\. ?a\.|\.\.\.|…)/iu;

/** The names that a reference begins with, and where they end. */
export function authorsAt(text: string): { names: CslName[]; end: number; } {
  const names: CslName[] = [];
  let end = 0;
  let leading: boolean | undefined;
  let joined = false;
  for (let at = 0; at < text.length && names.length < 200;) {
    const rest = text.slice(at, at + 120);
    const match = nameAt(rest, names, leading) ?? (joined ? FULL.exec(rest) : null);
    leading ??= match ? match.indices?.groups?.['g']?.[0] === 0 : undefined;
    const group = match ? null : EASTERN.exec(rest) ?? GROUP.exec(rest);
    if (!match && !group) break;
    const [whole] = match ?? group ?? [''];
    names.push(match?.groups ? { family: match.groups['f']?.trim() ?? '', given: match.groups['g']?.trim() ?? '' } : { literal: whole.trim() });
    end = at + whole.length;
    const others = OTHERS.exec(text.slice(end, end + 20));
    if (others) { end += others[0].length; break; }
    const between = BETWEEN.exec(text.slice(end, end + 10));
    if (!between || (group && COLLABORATION.test(whole) && !/and|&/.test(between[0]) && !/^(?:\p{Lu}\.|\p{Lu}\p{Ll}+,? \p{Lu}\.)/u.test(text.slice(end + between[0].length)))) break;
    joined = /and|&/.test(between[0]);
    at = end + between[0].length;
  }
  return { names, end };
}

const NO_NAME = /^(?:The|An|On|In|For|Why|How) /;

/** One name; where the first has its given names in front, so have the others, and in full where the first has. */
function nameAt(rest: string, names: CslName[], leading: boolean | undefined): RegExpExecArray | null {
  if (names.length > 0 && /^\p{Lu}\p{Ll}{2,}/u.test(names[0]?.given ?? '')) { const full = FULL.exec(rest) ?? REVERSED.exec(rest); if (full) return full; }
  const short = NO_NAME.test(rest) ? undefined : SHAPES.filter((_, at) => leading !== true || at === 1).map((shape) => shape.exec(rest)).find(Boolean);
  if (short && names.length === 0 && !short[0].includes(',') && /^\s?\p{Lu}\p{Ll}+(?:[.,]| and \p{Lu}| \()/u.test(rest.slice(short[0].length))) return FULL.exec(rest) ?? short;
  return short ?? (names.length === 0 ? firstAt(rest) : null);
}

/** The first name, with its given name in full: `Family, Given`, or the other way round where two words stand before the comma; a family's name alone before `et al.` */
function firstAt(rest: string): RegExpExecArray | null {
  const reversed = REVERSED.exec(rest);
  if (reversed && !/\p{Ll} \p{Lu}/u.test(reversed.groups?.['f'] ?? '')) return reversed;
  return fullAt(rest) ?? reversed ?? ALONE.exec(rest);
}
const ALONE = new RegExp(`^(?<f>${SURNAME})(?<g>)(?=,? et\\.? al)`, 'ud');

/** A name in full at the beginning counts only where another follows, or a full stop or year. */
const fullAt = (rest: string): RegExpExecArray | null => { const match = FULL.exec(rest); return match && /^(?:, \p{Lu}[\p{L}-]+ \p{Lu}| and \p{Lu}| & \p{Lu}|, and \p{Lu}|, [‘'“"«]|\. (?:\(?\d{4}|\p{Lu}))/u.test(rest.slice(match[0].length)) ? match : null; };
