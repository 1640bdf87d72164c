const YEAR_FIRST = /^[\s,.:;]*(?:\(?[Ee]ds?\.?\)?[\s,.]*)?[([]?(?:1[5-9]|20)\d\d[a-z]?(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?(?: \d{1,2})?)?[)\]]?[\s,.:;–-]*/u;
const QUOTED = [/^[\s,.:;]*“([^”]{5,400})”/, /^[\s,.:;]*"([^"]{5,400})"/, /^[\s,.:;]*[‘'`]{1,2}(.{5,400}?)[,.]?['’]{1,2}(?=[\s,.]|$)/, /^[\s,.:;]*«([^»]{5,400})»/, /^[\s,.:;]*``(.{5,400}?)''/];
/** What begins where a title has ended: a journal by its abbreviations or with its volume, a place of printing, a meeting. */
const JOURNAL = /^(?:[Ii]n:? |[Pp]roc(?:\.|eedings)|[Pp]resented at|Ph\.? ?D|[Tt]hesis|arXiv|hep-|astro-|gr-qc|cond-mat|https?:|doi|\(?(?:1[5-9]|20)\d\d\b|(?:\p{Lu}[\p{L}]*\.[ -]?){2,}|\p{Lu}\p{L}*\.? ?(?:\p{Lu}\p{L}*\.? ?){0,3}[\p{Lu}]? ?\(?\d+|(?:The )?(?:Journal|Annals|Annual|Transactions|Bulletin|International|IEEE|ACM|Physical Review|Nature|Science|Proceedings|Lecture Notes|European|American|Springer|Cambridge|Oxford|Wiley|Academic|Elsevier|North|World Scientific|MIT|Kluwer|Chapman|McGraw|Addison|Prentice|Freeman|Dover|Univ)|(?:[\p{L}&-]+ ){1,8}(?:[Vv]ol\.? ?)?\d+[ ,(:])/u;
const NOT_AN_END = /(?:\b(?:vs|cf|e\.g|i\.e|etc|al|St|Dr|Mr|no|No|vol|Vol|pp|ed|Ed|eds|approx|resp|sp|spp|subsp|var|ser)|(?:^|[\s(])\p{Lu}|\b\d)$/u;

/** The title of a reference and where it ends: quoted, or the sentence after the names and the year, or what stands between commas up to a journal. */
export function titleAt(text: string, names: number): { title: string; after: number } {
  const dated = YEAR_FIRST.exec(text.slice(names));
  const from = names + (dated?.[0].length ?? /^[\s,.:;]*(?:\(?[Ee]ds?\.?\)?[\s,.:]*)?/.exec(text.slice(names))?.[0].length ?? 0);
  for (const shape of QUOTED) {
    const match = shape.exec(text.slice(from)) ?? (names === 0 ? null : shape.exec(text.slice(names)));
    if (match?.[1]) return { title: bare(match[1]), after: from + match[0].length };
  }
  const later = /[“"]([^”"]{12,300})[”"]/.exec(text.slice(names, names + 400));
  if (later?.[1]) return { title: bare(later[1]), after: names + later.index + later[0].length };
  const rest = text.slice(from);
  if (JOURNAL_ALONE.test(rest)) return { title: '', after: from };
  const commas = !dated && /^\s*,/.test(text.slice(names));
  const end = commas ? commaEnd(rest) : sentenceEnd(rest);
  return { title: bare(rest.slice(0, end)), after: from + end };
}

/** A journal where the title should be: the reference has none. */
const JOURNAL_ALONE = /^(?:(?:\p{Lu}[\p{L}]{0,8}\.[ -]?){2,}[\p{L}]*\.? ?[\p{Lu}]?[, ]*\d|(?:\p{Lu}\p{L}*\.? ){1,3}[\p{Lu}]?\d+[ ,:(]|arXiv|hep-|astro-ph)/u;

function sentenceEnd(text: string): number {
  for (const match of text.matchAll(/[.?!](?=\s|$)/g)) {
    const before = text.slice(0, match.index);
    if (before.length < 4 || (match[0] === '.' && NOT_AN_END.test(before))) continue;
    if (match[0] !== '.' && /^\s+\p{Ll}/u.test(text.slice(match.index + 1))) continue;
    return within(text, match.index + (match[0] === '.' ? 0 : 1));
  }
  return within(text, text.length);
}

/** What follows a title without a full stop between: the earliest of a meeting, an edition, a press, a journal with its volume. */
const FOLLOWS = [
  /[,.] ?(?:[Ii]n:? (?=\p{Lu})|[Pp]roc\. )| In: /u, /, (?:\d+(?:st|nd|rd|th) ed|[Vv]ol(?:\.|ume)? ?\d|(?:1[5-9]|20)\d\d\b|pp?\.? ?\d|[Pp]reprint|[Tt]hesis|Ph\.? ?D|(?:[\p{Lu}][\p{L}.-]* ){0,3}(?:Press|Verlag|Springer|Wiley|Elsevier|Freeman|Kluwer|Birkh)\b|(?:The )?(?:Journal|Annals|Bulletin|Transactions) )/u,
  /, (?:[\p{L}&.-]+ ){1,6}(?:[Vv]ol\.? ?)?\d+ ?[(,:]/u, /,? \((?=[\p{Lu}][^()]*(?:1[5-9]|20)\d\d\))/u, /,? \((?:[Ee]ds?|\d+(?:st|nd|rd|th))\b/u, /\s[–-] (?=\p{Lu}[^.]{2,60}\d{4})/u,
  /(?<=\p{Ll}[)\w]*)(?<!\b(?:of|an?|and|in|the|by|for|with|on|to|from|at|de|du|des|der|und|et)),? (?:\p{Lu}\p{L}*\.? ){1,6}(?=\(?(?:1[5-9]|20)\d\d\)?[;,: ]|[\p{Lu}]?\d+ ?[:(,;] ?[\p{L}]?\d|\p{Lu}?\d+ \d)/u, / https?:/,
];

function within(text: string, end: number): number {
  const head = text.slice(0, end + 24);
  const starts = FOLLOWS.map((shape) => shape.exec(head)?.index ?? end).filter((at) => at > 8);
  return Math.min(end, ...starts);
}

function commaEnd(text: string): number {
  const press = /\s*\((?=[^()]*(?:1[5-9]|20)\d\d[a-z]?\))/.exec(text);
  for (const match of text.matchAll(/[,.?](?=\s|$)/g)) {
    const before = text.slice(0, match.index);
    if (press && match.index > press.index && press.index > 6) break;
    if (before.length < 6 || (match[0] === '.' && NOT_AN_END.test(before))) continue;
    if (match[0] !== ',' || JOURNAL.test(text.slice(match.index + 1).trimStart())) return match.index + (match[0] === '?' ? 1 : 0);
  }
  return press && press.index > 6 && !/\d$/.test(text.slice(0, press.index)) ? press.index : within(text, text.length);
}

const bare = (title: string): string => title.replace(/^[\s“"'‘.,:;(]+|[\s“”"'’.,:;]+$/g, '').replace(/\s+/g, ' ');
