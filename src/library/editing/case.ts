const SMALL = new Set('a an and as at but by en for from if in into nor of on onto or per so than the to up via vs with yet'.split(' '));
/** What no change of case may touch: math, TeX commands, protected words, tags. */
const PROTECTED = /\$[^$]*\$|\\\([^)]*\\\)|\\[a-zA-Z]+|\{[^{}]*\}|<span class="nocase">.*?<\/span>|<[^<>]*>|https?:\/\/\S+/gs;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*(?:\.\p{L}[\p{L}\p{N}]*)*/gu;

/** Three words or more, and all in capitals. A letter that stands alone tells nothing: it gets its capital as a last word. */
export function titleInCapitals(title: string): boolean {
  const bare = title.replace(PROTECTED, ' ').replace(/(?<!\p{L})\p{L}(?!\p{L})/gu, ' ');
  return !/\p{Ll}/u.test(bare) && (bare.match(/\p{Lu}{2,}/gu) ?? []).length >= 3;
}

/** Sentence case: the first word and the one after a colon keep a capital; acronyms, names with capitals inside, math and protected words stay. */
export function sentenceCase(title: string): string {
  const shouted = titleInCapitals(title);
  return eachWord(title, (word, first) => {
    const keeps = !shouted && (isAcronym(word) || /^\p{L}.*\p{Lu}/u.test(word));
    if (keeps) return word;
    return first ? capital(word.toLowerCase()) : word.length === 1 && word === 'I' ? word : word.toLowerCase();
  });
}

/** Title case: every word but the small ones inside gets a capital; what has capitals of its own stays. */
export function titleCase(title: string): string {
  const shouted = titleInCapitals(title);
  return eachWord(title, (word, first, last) => {
    if (!shouted && /^\p{L}.*\p{Lu}/u.test(word)) return word;
    const small = word.toLowerCase();
    return !first && !last && SMALL.has(small) ? small : capital(small);
  });
}

const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word);
const capital = (word: string): string => word.replace(/\p{L}/u, (letter) => letter.toUpperCase());

/** Applies to every word outside protected stretches; `first` also after a colon, a dash, a full stop, a question mark. */
function eachWord(title: string, change: (word: string, first: boolean, last: boolean) => string): string {
  const kept = [...title.matchAll(PROTECTED)].map((match) => [match.index, match.index + match[0].length] as const);
  const words = [...title.matchAll(WORD)].filter((match) => !kept.some(([from, to]) => match.index >= from && match.index < to));
  let made = '';
  let at = 0;
  words.forEach((match, place) => {
    const before = title.slice(at, match.index);
    const first = place === 0 ? !/[\p{L}\p{N}$}]/u.test(before.replace(/<[^<>]*>/g, '')) : /[:.?!—–]["'“‘(<\s]*\s["'“‘(]*$/u.test(before);
    made += before + change(match[0], first, place === words.length - 1);
    at = match.index + match[0].length;
  });
  return made + title.slice(at);
}
