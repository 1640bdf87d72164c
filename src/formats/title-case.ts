const SMALL = new Set('a an and as at but by de del der des du for from in into la le les nor of on or per the to und via vs with y'.split(' '));

/** A name of a journal in title case, as libraries print it; a word with capitals of its own stays. */
export function titleCase(text: string): string {
  let start = true;
  return text.replace(/ : /g, ': ').split(' ').map((word) => {
    const plain = word.replace(/^[^\p{L}]+/u, '');
    const kept = /\p{Lu}/u.test(plain) || (!start && SMALL.has(plain.toLowerCase().replace(/(?<![^\p{L}])[^\p{L}]+$/u, '')));
    start = /[:.?!]$/.test(word);
    return kept ? word : word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  }).join(' ');
}
