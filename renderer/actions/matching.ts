/** How well a name fits what is typed: each typed word begins a word of it, or its letters come in order; 0 is not at all. */
export function fitOf(typed: string, name: string): number {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const folded = name.toLowerCase();
  if (words.length === 0) return 1;
  if (folded.startsWith(words.join(' '))) return 4;
  const parts = folded.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 3;
  if (words.every((word) => folded.includes(word))) return 2;
  return inOrder(words.join(''), folded) ? 1 : 0;
}

function inOrder(letters: string, name: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** What fits, best first, otherwise in the order it came. */
export function matching<T>(typed: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, fit: fitOf(typed, nameOf(thing)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ thing }) => thing);
}

/** Marks of letters do not count: "couleur" and "Größe" are found as people type them. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every typed word is somewhere in the texts. */
export function hasWords(typed: string, texts: readonly string[]): boolean {
  const all = fold(texts.join('\n'));
  return fold(typed).split(/\s+/).every((word) => all.includes(word));
}
