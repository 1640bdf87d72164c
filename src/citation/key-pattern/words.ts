import type { CslItem, CslName } from '../../model/csl.ts';
import { plainLetters } from '../../search/letters.ts';
import { latinOf } from '../scripts.ts';

/** Words that say nothing about a paper when they begin its title. */
const EMPTY_WORDS = new Set('a an the on in of for and or to from with by at as is are do does can how what why when towards toward der die das ein eine le la les un une des du el los las il lo'.split(' '));

/** Text in ASCII as far as tables go, capitals kept: `Ångström` gives `Angstrom`, `Колмогоров` gives `Kolmogorov`. */
export function latin(text: string): string {
  return [...plainLetters(text).replace(/ου/g, 'ou').replace(/Ου/g, 'Ou')].map((character) => {
    const small = character.toLowerCase();
    const made = latinOf(small);
    return small === character ? made : capital(made);
  }).join('').replace(/[^\x20-\x7e]/g, '');
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name one is filed under; of a name kept whole, the last word of a person's and the first of an institution's. */
export function familyName(name: CslName): string {
  if (name.family) return name.family;
  const words = (name.literal ?? name.given ?? '').split(/\s+/).filter(Boolean);
  return (words.length <= 3 ? words.at(-1) : words[0]) ?? '';
}

/** Letters and digits of the name one is filed under, in ASCII. */
export const nameLetters = (name: CslName): string => latin(familyName(name)).replace(/[^A-Za-z0-9]/g, '').slice(0, 40);

/** Whom a paper is by: its authors, else editors, else translators. */
export const makers = (item: CslItem): CslName[] => [item.author, item.editor, item.translator].find((names) => names?.length) ?? [];

/** The words of a title in ASCII letters and digits. Hyphens stay inside a word, so that `Pre-training` gives `Pretraining`; tags and TeX commands go. */
export function allWords(title: string): string[] {
  const plain = title.replace(/<[^>]*>/g, '').replace(/\\[a-zA-Z]+/g, ' ').replace(/[\\${}^_]/g, '');
  return plain.split(/[^\p{L}\p{N}\p{M}'’-]+/u).map((word) => latin(word).replace(/[^A-Za-z0-9]/g, '').slice(0, 30)).filter((word) => word !== '');
}

export const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word.toLowerCase());

/** The telling words of a title, or its empty ones where there are no others. */
export function tellingWords(title: string): string[] {
  const words = allWords(title);
  const telling = words.filter((word) => !isEmptyWord(word));
  return telling.length > 0 ? telling : words;
}
