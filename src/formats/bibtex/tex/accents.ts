/** Combining marks of the accent commands of TeX and its text encodings (The TeXbook, chapter 9; LaTeX's T1, T4 and T5). */
export const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '"': '\u0308', '=': '\u0304', '.': '\u0307', u: '\u0306', v: '\u030c', H: '\u030b',
  c: '\u0327', k: '\u0328', r: '\u030a', d: '\u0323', b: '\u0331', t: '\u0361', G: '\u030f', U: '\u030e', f: '\u0311', h: '\u0309', textcommabelow: '\u0326', newtie: '\u0311', textogonekcentered: '\u0328', textpolhook: '\u0328', textcircumflex: '\u0302',
  // MathSciNet's, which its files define by boxes.
  polhk: '\u0328', lfhook: '\u0326', soft: '\u030c', ocirc: '\u030a', udot: '\u0323', cftil: '\u0302\u0303',
};

/** Marks that stand above the letter: they take i and j without their dots. */
const BELOW = new Set(['\u0327', '\u0328', '\u0323', '\u0331', '\u0326']);

/** A letter with a mark, composed; the mark alone where there is no letter, as a spacing character where Unicode has one. */
export function accented(letter: string, mark: string): string {
  const [first = '', ...rest] = letter;
  if (first === '') return SPACING[mark] ?? '';
  const base = BELOW.has(mark) ? first : first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
  return (base + mark).normalize('NFC') + rest.join('');
}

const SPACING: Readonly<Record<string, string>> = { '\u0300': '`', '\u0301': '´', '\u0302': '^', '\u0303': '~', '\u0308': '¨', '\u0304': '¯', '\u0307': '˙', '\u0306': '˘', '\u030c': 'ˇ', '\u030b': '˝', '\u0327': '¸', '\u0328': '˛', '\u030a': '˚' };
