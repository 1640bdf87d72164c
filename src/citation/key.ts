import type { CslItem, CslName } from '../model/csl.ts';
import { plainLetters } from '../search/letters.ts';
import { latinOf } from './scripts.ts';

/** Words that say nothing about a paper when they begin its title. */
const EMPTY_WORDS = new Set('a an the on in of for and or to from with by at as is are do does can how what why when towards toward der die das ein eine le la les un une des du el los las il lo'.split(' '));

/** How many words of the title name a paper without authors. */
const NAMELESS_WORDS = 2;

/**
 * A citation key such as `thangarasa2023spdf`: first author's family name, year, first telling word of the title, in plain
 * ASCII letters and digits; without an author, two words of the title. A key already taken gets a letter: `…a`, `…b`, …, `…z`, `…aa`.
 */
export function citationKey(item: CslItem, taken: (key: string) => boolean): string {
  const author = authorPart(item);
  const words = titleWords(item.title ?? '');
  const base = (author ? author + yearPart(item) + (words[0] ?? '') : words.slice(0, NAMELESS_WORDS).join('') + yearPart(item)) || 'anon';
  for (let n = 0; ; n++) {
    const key = base + letters(n);
    if (!taken(key)) return key;
  }
}

/** Text in lower-case ASCII letters and digits only. */
export function transliterate(text: string): string {
  return [...plainLetters(text).toLowerCase().replace(/ου/g, 'ou')].map(latinOf).join('').replace(/[^a-z0-9]/g, '');
}

function authorPart(item: CslItem): string {
  const first = [item.author, item.editor, item.translator].find((names) => names?.length)?.[0];
  return first === undefined ? '' : transliterate(familyName(first)).slice(0, 40);
}

/** The name one is filed under; of a name kept whole, the last word of a person's and the first of an institution's. */
function familyName(name: CslName): string {
  if (name.family) return name.family;
  const words = (name.literal ?? name.given ?? '').split(/\s+/).filter(Boolean);
  return (words.length <= 3 ? words.at(-1) : words[0]) ?? '';
}

function yearPart(item: CslItem): string {
  const issued = item.issued;
  const text = issued?.['date-parts']?.[0]?.[0] ?? issued?.literal ?? issued?.raw ?? issued?.edtf ?? '';
  return /\d{4}/.exec(String(text))?.[0] ?? '';
}

/** The telling words of a title, or its empty ones where there are no others. */
function titleWords(title: string): string[] {
  const words = plainTitle(title).split(/[^\p{L}\p{N}\p{M}'’-]+/u).map((word) => transliterate(word).slice(0, 30)).filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** Hyphens stay inside a word, so that `Pre-training` gives `pretraining`; tags and TeX commands go. */
const plainTitle = (title: string): string => title.replace(/<[^>]*>/g, '').replace(/\\[a-zA-Z]+/g, ' ').replace(/[\\${}^_]/g, '');

/** '' for 0, then a … z, aa, ab … */
function letters(n: number): string {
  return n === 0 ? '' : letters(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26));
}
