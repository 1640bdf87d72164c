import type { CslName } from '../../model/csl.ts';

/** Where one name ends and the next begins: `and`, a semicolon, a new line, outside braces. */
const BETWEEN = /\s+and\s+|\s*[;\n]\s*|\s+&\s+/giy;
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/i;
const PARTICLE = /^\p{Ll}|^['’]\p{Ll}/u;

/** Names as people write and paste them: `Family, Given and Other, Name`, `Given von Family`, `Family, Jr., Given`, `{An Institution}`. */
export const readCreators = (text: string): CslName[] => split(text).map((one) => one.trim().replace(/^and\s+|[,;]+$/gi, '').trim()).filter((one) => one !== '' && !/^(?:and|others|et al\.?)$/i.test(one)).map(readCreator);

function split(text: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    if (depth > 0) continue;
    BETWEEN.lastIndex = at;
    const found = BETWEEN.exec(text)?.[0].length ?? 0;
    if (found === 0) continue;
    parts.push(text.slice(start, at));
    start = at + found;
    at = start - 1;
  }
  return [...parts, text.slice(start)];
}

function readCreator(text: string): CslName {
  const whole = /^\{([^{}]*)\}$/.exec(text)?.[1];
  if (whole !== undefined) return { literal: whole.trim() };
  const [family = '', second, ...rest] = text.split(',').map((part) => part.trim());
  if (second === undefined) return inOrder(family.split(/\s+/));
  const last = withParticles(family.split(/\s+/));
  const third = rest.join(', ');
  if (third === '') return SUFFIX.test(second) ? { ...inOrder(family.split(/\s+/)), suffix: second } : { ...last, ...(second === '' ? {} : { given: second }) };
  const [suffix, given] = SUFFIX.test(third) ? [third, second] : [second, third];
  return { ...last, given, suffix };
}

/** `Given von Family`: the family name is the last word, and particles before it. One word alone is a family name. */
function inOrder(words: readonly string[]): CslName {
  const first = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLE.test(word));
  const at = first < 0 ? Math.max(0, words.length - 1) : first;
  const given = words.slice(0, at).join(' ');
  return { ...withParticles(words.slice(at)), ...(given === '' ? {} : { given }) };
}

function withParticles(words: readonly string[]): CslName {
  const at = words.findIndex((word) => !PARTICLE.test(word));
  if (at <= 0) return { family: words.join(' ') };
  return { family: words.slice(at).join(' '), 'non-dropping-particle': words.slice(0, at).join(' ') };
}

/** A name on one line, `von Family, Jr, Given` or `{An Institution}`: what `readCreators` reads. */
export function creatorText(name: CslName): string {
  if (name.literal !== undefined) return `{${name.literal}}`;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.suffix, name.given].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Family and given name change places; an institution stays. */
export function swapped(name: CslName): CslName {
  if (name.literal !== undefined) return name;
  const { family, given, ...rest } = name;
  return { ...rest, ...(given === undefined ? {} : { family: given }), ...(family === undefined ? {} : { given: family }) };
}
