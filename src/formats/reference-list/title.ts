import { ABBREVIATED } from './abbreviations.ts';

const YEAR_FIRST = /^[\s,.:;]*(?:\(?[Ee]d(?:s|itors?)?(?!\p{L})\.?\)?[\s,.]*)?[([]?(?:1[5-9]|20)\d\d[a-z]?(?:[,;] ?[^()[\]\d]{2,24}(?: \d\d?)?(?=[)\]]))?(?:,? (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?!\p{L})\.?(?: \d{1,2})?)?[)\]]?[\s,.:;–-]*/u;
const QUOTED = [/^[\s,.:;]*“([^”]{5,400})”/, /^[\s,.:;]*"([^"]{5,400})"/, /^[\s,.:;]*[‘'`]{1,2}(.{5,400}?)[,.]?['’]{1,2}(?=[\s,.]|$)/, /^[\s,.:;]*«([^»]{5,400})»/, /^[\s,.:;]*``(.{5,400}?)''/];
/** What begins where a title has ended: a journal by its abbreviations or with its volume, a place of printing, a meeting. */
const JOURNAL = /^(?:[Ii]n ?:? ?(?=[\p{Lu}:])|(?:\d+ ?(?:st|nd|rd|th)|second|third|revised) [Ee]d|[Tt]ech(?:nical|\.)? ?[Rr]ep|[Rr]eport |(?:[Mm]aster'?s?|[Dd]octoral|PhD|M\.?Sc\.?) |[Ww]orking [Pp]aper|[Tt]o appear|[Ss]ubmitted|[Ii]n press|[Pp]reprint|(?:[Vv]ol|pp?|[Pp]ages?)\.? ?\d|[Ee]d(?:s|ited|\.)|(?:[\p{L}.&'-]+ ){0,5}(?:[Pp]ress(?:es)?|[Pp]ublish\p{L}*|[Pp]ublications?|Verlag|Books|Editions?|Wydawnictwo|Gallimard)\b|(?:\p{Lu}[\p{L}.–-]*,? ){1,5}(?:1[5-9]|20)\d\d\b|\d{4} ?\. ?\d{4,5}|[Pp]roc(?:\.|eedings)|[Pp]resented at|Ph\.? ?D|[Tt]hesis|arXiv|hep-|astro-|gr-qc|cond-mat|https?:|doi|\(?(?:1[5-9]|20)\d\d\b|(?:\p{Lu}[\p{L}]*\.[ -]?){2,}|\p{Lu}\p{L}*\.? ?(?:\p{Lu}\p{L}*\.? ?){0,3}[\p{Lu}]? ?\(?\d+|(?:The )?(?:Journal|Annals|Annual|Transactions|Bulletin|International|IEEE|ACM|Physical Review|Nature|Science|Proceedings|Lecture Notes|European|American|Springer|Cambridge|Oxford|Wiley|Academic|Elsevier|North|World Scientific|MIT|Kluwer|Chapman|McGraw|Addison|Prentice|Freeman|Dover|Univ)|(?:[\p{L}&-]+ ){1,8}(?:[Vv]ol\.? ?)?\d+[ ,(:])/u;
const NOT_AN_END = /(?:\b(?:vs|cf|e\.g|i\.e|etc|al|St|Dr|Mr|no|No|vol|Vol|pp|ed|Ed|eds|approx|resp|sp|spp|subsp|var|ser|проф)|(?:^|[\s(])\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|\b\d)$/u;

/** The title of a reference and where it ends: quoted, or the sentence after the names and the year, or what stands between commas up to a journal. */
export function titleAt(text: string, names: number): { title: string; after: number } {
  const dated = YEAR_FIRST.exec(text.slice(names));
  const from = names + (dated?.[0].length ?? /^[\s,.:;]*(?:\(?[Ee]d(?:s|itors?)?(?!\p{L})\.?\)?[\s,.:]*)?/u.exec(text.slice(names))?.[0].length ?? 0);
  for (const shape of QUOTED) {
    const match = shape.exec(text.slice(from)) ?? (names === 0 ? null : shape.exec(text.slice(names)));
    if (match?.[1]) return { title: bare(match[1]), after: from + match[0].length };
  }
  const later = /[“"«]([^”"»]{12,300})[”"»]/.exec(text.slice(names, names + 400));
  if (later?.[1] && !running(text.slice(names, names + later.index))) return { title: bare(later[1]), after: names + later.index + later[0].length };
  const rest = text.slice(from);
  if (JOURNAL_ALONE.test(rest)) return { title: '', after: from };
  if (EASTERN.test(rest)) { const end = /[,，.。](?=\s|$|[’'」』])|\s(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]+ ?(?:第|제)?\d)/u.exec(rest.slice(6))?.index; if (end !== undefined) return { title: bare(rest.slice(0, end + 6)), after: from + end + 6 }; }
  const commas = !dated && /^\s*,/.test(text.slice(names));
  const end = commas ? commaEnd(rest) : sentenceEnd(rest);
  return { title: bare(rest.slice(0, end)), after: from + end };
}

/** Running words before a quotation: it stands within the title. */
const running = (text: string): boolean => (text.match(/(?<![\p{L}.'’-])\p{Ll}{4,}/gu) ?? []).length > 3;

/** A title in Chinese, Japanese or Korean writing ends at the first stop. */
const EASTERN = /^[\s.,:;]*(?:[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}][^A-Za-z]{0,2}){5,}/u;

/** A journal where the title should be: the reference has none. */
const JOURNAL_ALONE = /^(?:(?:\p{Lu}[\p{L}]{0,8}\.[ -]?){2,}[\p{L}]*\.? ?[\p{Lu}]?[, ]*\d|(?:\p{Lu}\p{L}*\.? ){1,3}[\p{Lu}]?\d+ ?[,:(] ?\(?\d|arXiv|hep-|astro-ph)/u;

/** The number of a part of the work goes on with the title. */
const PART = /^ ?\(?(?:Part )?[IVX]{1,4}\)?[.:]? +\p{Lu}/u;
const ARTICLE = /^(?:The|An?|Das|Der|Die|Eine?|Zur|Zum|Une?|Le|La|Les|El|Il|Los) (?!Journal|Lancet|New England)/u;

/** What may follow a title in small letters; other words in small letters go on with it. */
const SMALL_SOURCE = /^\s+(?:in|pp?|vols?|v|ed|eds|edn|no|arxiv|doi|hep|astro|gr|cond|https?|www|available|accessed|retrieved|submitted|preprint|to appear|unpublished|de|von|van|pages?|ch|chap|cited|etc|e[A-Z]\w*|i[A-Z]\w*|[a-z]+[ -]?\d)(?![\p{Ll}])/u;

function sentenceEnd(text: string): number {
  for (const match of text.matchAll(/[.?!](?=\s|$)/g)) {
    const before = text.slice(0, match.index);
    const follows = text.slice(match.index + 1);
    if (PART.test(follows)) continue;
    if (before.length < 4 || (match[0] === '.' && NOT_AN_END.test(before) && !(LETTER_AT_END.test(before) && JOURNAL_NEXT.test(follows)))) continue;
    if (/^\s+\p{Ll}/u.test(follows) && (match[0] !== '.' || !SMALL_SOURCE.test(follows))) continue;
    const end = match.index + (match[0] === '.' ? 0 : 1);
    return within(text, before.length < 400 ? end + subtitle(follows) : end);
  }
  return within(text, text.length);
}

/** A title may end in a letter of its own (`subunit A. J Biol Chem 1994`), where a journal with its year or volume follows. */
const LETTER_AT_END = /\p{Ll}{2,} \p{Lu}$|\d$/u;
const JOURNAL_NEXT = /^ (?:\p{Lu}[\p{L}&-]* ){1,7}(?:\(?(?:19|20)\d\d|\d+ ?[:(,])/u;

/** How far a second sentence of the title goes on: running words in small letters, with a journal and its numbers after it. */
function subtitle(follows: string): number {
  const [whole, sentence = ''] = /^\s+(\p{Lu}[^.?!\d]{8,160})[.?!](?=\s+\p{Lu}[\p{L}&-]*(?:[ .]+[\p{L}&-]+){0,8}[ .,]+(?:\(?(?:19|20)\d\d|\d+ ?[:(,]))/u.exec(follows) ?? [];
  if (whole === undefined) return 0;
  const all = sentence.match(/[\p{L}’'-]{4,}/gu) ?? [];
  const small = all.filter((word) => /^\p{Ll}/u.test(word)).length;
  return (small >= 2 && small * 2 > all.length) || (ARTICLE.test(sentence) && all.length <= 8) ? whole.length : 0;
}

/** What follows a title without a full stop between: the earliest of a meeting, an edition, a press, a journal with its volume. */
const FOLLOWS = [
  /(?<=^Meeting #\d+(?: [A-Za-z-]+)?),? (?=\p{Lu}[\p{L}. ]+[, ])/u, / held (?:in|at) /u, /, (?=[^,]{3,60}, (?:[Nn]o?s?\.|[Vv]ol\.?|[Bb]d\.|T\.|n°|n\.|v\.) ?\d)/u, /, (?:1[5-9]|20)\d\d(?=\. (?:URL|https?|[Aa]vailable|doi|arXiv))/u, /[\s,.]+(?:e-?print|[Ii]n ?preparation)\b/u,
  /[\s,.]+\p{Lu}{3,} ?(?:-[\p{Lu}\d]+)+-\d{2,}/u, /[\s,]+(?:hep|astro|cond|gr|nucl|quant|math) ?-(?:ph|th|ex|qc|mat|lat) ?\//u, /, (?=(?:\p{Lu}\p{L}+ ){1,5}(?:Conference|Symposium|Workshop|Congress)\b)/u, /,? \((?:\d+\p{Ll}* |\p{Lu}\p{Ll}+ ?)[Ee]d(?:ition|n|\.)/u, /, (?:\p{Lu}[\p{L}-]+[ ,–-]+){1,4}\(?(?:1[5-9]|20)\d\d\)?(?=[.,;(]|$)(?!\. \p{Lu}[^.]*\d)/u, /; (?=\p{Lu}[\p{L} &.]{2,40}: \p{Lu})/u,
  /[,.] ?(?:[Ii]n:? (?=\p{Lu})|[Pp]roc\. )| In: /u, /,? ?\((?:(?:Addison[- ]?Wesley|North[- ]?Holland|Springer|Wiley|Elsevier|Kluwer|Dover|Freeman|McGraw[- ]?Hill|Prentice[- ]?Hall|Academic|Pergamon|Plenum|Birkh|Gordon and Breach|Cambridge Univ|Oxford Univ|Princeton Univ|World Scientific|CRC|MIT Press|Benjamin|Dekker|Routledge|Sage|Pearson|Blackwell|Clarendon|Nauka|Interscience|Academic Press|Morgan Kaufman)\b|[\p{Lu}][\p{L}., ]{2,30}: ?[^():]{0,40}(?:Press|Publ|Verlag|Books))/u, /,? (?:[Pp]ages?|[Vv]ol\.|[Vv]olume|[Bb]d\.|[Nn]o\.) ?\d/u, / ?\[[JMCDNRZ](?:\/OL)?\]/u, /[\s,]*\barxiv ?(?:e-?prints|preprint|:)|(?<=\p{Ll})arXiv ?:/iu, /,? (?:Addison[- ]?Wesley|North[- ]?Holland|Springer|Wiley|Elsevier|Kluwer|Dover|Freeman|McGraw[- ]?Hill|Prentice[- ]?Hall|Academic|Pergamon|Plenum|Birkh|Gordon and Breach|Cambridge Univ|Oxford Univ|Princeton Univ|World Scientific|CRC|MIT Press|Benjamin|Dekker|Routledge|Sage|Pearson|Blackwell|Clarendon|Nauka|Interscience|Academic Press|Morgan Kaufman)[\p{L}., &-]{0,40}(?:1[5-9]|20)\d\d\b/u, /,? (?:[Tt]alk (?:at|given|presented)|[Tt]hèse de|[Aa]vailable (?:at|from)|[Rr]etrieved from|translated from|[Ee]dited by)/u, /, (?:\d+(?:st|nd|rd|th) ed|[Vv]ol(?:\.|ume)? ?\d|(?:1[5-9]|20)\d\d\b(?!(?:[–-]\d+)?\. \p{Lu}[^\d]{3,60}(?:\d|$))|pp?\.? ?\d|[Pp]reprint|[Ww]orking [Pp]aper|[Tt]hesis|Ph\.? ?D|(?:[\p{Lu}][\p{L}.-]* ){0,3}(?:Press|Verlag|Springer|Wiley|Elsevier|Freeman|Kluwer|Birkh)\b|(?:The )?(?:Journal|Annals|Bulletin|Transactions|Proceedings of|Revue|Revista|Rivista|Communications|Translations|Progress in|Advances in|Universitext|Graduate Texts|Zeitschrift|Lecture Notes|International Journal|SIAM|IEEE|ACM) )/u,
  /, (?:[\p{L}&.-]+ ){1,6}(?:[Vv]ol\.? ?)?\d+ ?[(,:]/u, /,? \((?=[\p{Lu}][^()]*(?:1[5-9]|20)\d\d\))/u, /,? \((?:[Ee]ds?|\d+(?:st|nd|rd|th))\b/u, /\s[–-] (?=\p{Lu}[^.]{2,60}\d{4})/u,
  /(?<=\p{Ll}[)\w]*)(?<!\b(?:of|an?|and|in|the|by|for|with|on|to|from|at|de|du|des|der|und|et)),? (?:\p{Lu}\p{L}*\.? ){1,6}(?=\(?(?:1[5-9]|20)\d\d\)?(?:[;,:]| (?!\p{Lu}))|[\p{Lu}]?\d+ ?[:(,;] ?[\p{L}]?\d|\p{Lu}?\d+ \d)/u, / https?:/, /[\s,.]*[([]?\barxiv ?:/iu,
  / (?:\p{Lu}\p{L}{0,8}\. ?){2,}[\p{Lu}]? ?\d/u, / (?:1[89]|20)\d\d (?=\p{Lu}\p{L}+\.?(?: (?:\p{Lu}|of|and|for|the|on)[\p{L}.]*){0,9}(?: \d|$))/u, / (?:PhD ?|Ph\. ?D\. ?|Doctoral |Master'?s? )[Tt]hesis\b/u, / (?:Technical )?Report ?No\b/u, / \((?:abstract|in [\p{Lu}]\p{L}+)\)/u, /,? \d+(?:st|nd|rd|th) [Ee]d(?:ition|\.)/u,
];

/** The first comma before the end that the name of a journal follows; the end where there is none. */
function journalAfterComma(text: string, end: number): number {
  for (const { index } of text.slice(0, end).matchAll(/, (?=\p{Lu})/gu)) {
    const name = /^[^\d([]{0,160}/.exec(text.slice(index + 2, index + 200))?.[0] ?? '';
    if (index > 20 && !(text[end] === '.' && index + 2 + name.length > end) && journalish(text.slice(index + 2, index + 200))) return index;
  }
  return end;
}

/** Where a journal's short name begins within the first words or right after them. */
function abbreviated(text: string, end: number): number {
  const at = ABBREVIATED.exec(text.slice(0, end + 120))?.index;
  return at !== undefined && at > 12 && at < end ? at : end;
}

/** A journal does not begin before the full stop that ends the title. */
const crosses = (match: RegExpExecArray, text: string, end: number): boolean => text[end] === '.' && match.index < end && match.index + match[0].trimEnd().length > end;

function within(text: string, end: number): number {
  const head = text.slice(0, end + 24);
  const starts = FOLLOWS.flatMap((shape) => { const match = shape.exec(head); return match && !crosses(match, text, end) ? [match.index] : []; }).filter((at) => at > 8);
  return Math.min(end, ...starts, journalAfterComma(text, end), abbreviated(text, end));
}

/** Whether what follows is the name of a journal: few words up to its volume or year, all with capitals but for those between. */
function journalish(text: string): boolean {
  const [name = ''] = /^[^\d([]*(?:(?<=[\s,.])(?=\d|[([]\d)|(?=\d+ ?[(,:]|[([](?:1[5-9]|20)\d))/.exec(text) ?? [];
  const words = name.match(/[\p{L}’'-]+/gu) ?? [];
  return words.length > 0 && words.length <= 7 && /^\p{Lu}/u.test(name) && words.every((word) => /^\p{Lu}/u.test(word) || BETWEEN_WORDS.test(word));
}
const BETWEEN_WORDS = /^(?:of|and|the|for|in|on|its|de|des|du|la|et|der|die|für|und|di|e|y|to|pp?|vol|no)$/;

/** After a full stop within a style of commas: the number of a part, or running words, before the next comma. */
function goesOn(rest: string): boolean {
  const sentence = /^[^,([]{6,160}(?=[,([])/.exec(rest)?.[0] ?? '';
  const all = sentence.match(/[\p{L}’'-]{4,}/gu) ?? [];
  const small = all.filter((word) => /^\p{Ll}/u.test(word)).length;
  return /^[IVX]{1,4}[.:]? \p{Lu}/u.test(rest) || (sentence !== '' && !JOURNAL.test(rest) && (BOOK_PART.test(rest) || (!journalish(rest.slice(0, 200)) && ((small >= 2 && small * 2 > all.length) || ARTICLE.test(sentence)))));
}
/** A second sentence of a book's title, with its place and year after it. */
const BOOK_PART = /^(?=[^,.()]*[ ’'](?:in|of|for|to|from|on|and) )[^,.()]{8,120}, ?(?:\p{Lu}[\p{L}.]* ?(?:[–-] ?)?){1,7}(?:1[5-9]|20)\d\d/u;

function commaEnd(text: string): number {
  const press = /\s*\((?=[^()]*(?:1[5-9]|20)\d\d[a-z]?\))/.exec(text);
  for (const match of text.matchAll(/[,.?](?=\s|$)/g)) {
    const before = text.slice(0, match.index);
    if (press && match.index > press.index && press.index > 6) break;
    if (before.length < 6 || (match[0] === '.' && NOT_AN_END.test(before))) continue;
    const rest = text.slice(match.index + 1).trimStart();
    if (match[0] === '.' && goesOn(rest)) continue;
    if (match[0] !== ',' || JOURNAL.test(rest) || (before.length > 20 && journalish(rest.slice(0, 200)))) return within(text, match.index + (match[0] === '?' ? 1 : 0));
  }
  return press && press.index > 6 && !/\d$/.test(text.slice(0, press.index)) ? press.index : within(text, text.length);
}

/** A title without the signs around it. */
export const bare = (title: string): string => title.replace(/^[\s,]*(?:in:? |In: )(?=\p{Lu})/u, '').replace(/\s*\[[JMCDNRZ](?:\/OL)?\][\s,.]*$/, '').replace(/\s\((?:1[5-9]|20)\d\d\)[\s.,]*$/, '').replace(/^[\s“"'‘.,:;(]+|[\s“”"'’.,:;]+$/g, '').replace(/\s+/g, ' ');
