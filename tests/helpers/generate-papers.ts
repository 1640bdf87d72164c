import type { CslItem } from '../../src/model/csl.ts';

/** A small seeded generator (mulberry32), so that anyone gets the same papers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'ta ri mo sel kan ver dio lum pre cor tex nal gra fin ops ul mer ath dis con lin ear qua net spa rse bay ker nel vec tor'.split(' ');
const COMMON = 'the of a we in for to and with that on is this by our as from are model data training method results show learning large which language an be using'.split(' ');
const FAMILY = 'Nguyễn Müller García Kim Chen Łukasik Özdemir Ivanov Tanaka Okafor Silva Haddad Rossi Novák Larsen Dubois Cohen Singh Papadopoulos Smith'.split(' ');
const GIVEN = 'Ana Björn Chloé Dmitri Emeka Fatima George Hana Ilse João Kenji Lucía Marek Noor Olga Priya Quentin Rosa Stefan Thu'.split(' ');
const VENUES = ['Journal of Sparse Methods', 'Transactions on Learning', 'Annals of Data', 'Proceedings of the Reading Conference', 'Letters in Computation'];

/** `count` items with the sizes of real ones: titles of about ten words, abstracts of about 180, Zipf-like words. Shape: CSL items. */
export function generatePapers(count: number, seed = 1): CslItem[] {
  const random = seeded(seed);
  const words = vocabulary(random, 12_000);
  return Array.from({ length: count }, (_, index) => paper(index, random, words));
}

function vocabulary(random: () => number, size: number): string[] {
  return Array.from({ length: size }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random)).join(''));
}

function paper(index: number, random: () => number, words: string[]): CslItem {
  const year = 1990 + Math.floor(random() * 36);
  return {
    type: random() < 0.6 ? 'article-journal' : 'paper-conference',
    title: capitalised(sentence(random, words, 6 + Math.floor(random() * 8))),
    author: Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({ family: pick(FAMILY, random), given: pick(GIVEN, random) })),
    issued: { 'date-parts': [[year, 1 + Math.floor(random() * 12)]] },
    'container-title': pick(VENUES, random),
    abstract: Array.from({ length: 8 }, () => `${capitalised(sentence(random, words, 16 + Math.floor(random() * 12)))}.`).join(' '),
    DOI: `10.5555/sheaf.${index}`,
  };
}

function sentence(random: () => number, words: string[], length: number): string {
  return Array.from({ length }, () => (random() < 0.45 ? pick(COMMON, random) : (words[Math.floor(words.length * random() ** 3)] ?? 'model'))).join(' ');
}

const pick = (from: string[], random: () => number): string => from[Math.floor(random() * from.length)] ?? '';
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
