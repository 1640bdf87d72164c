/** Combining marks of TeX's accent commands (The TeXbook, chapter 9). */
const ACCENTS: Record<string, string> = { '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '"': '\u0308', '=': '\u0304', '.': '\u0307', u: '\u0306', v: '\u030c', H: '\u030b', c: '\u0327', k: '\u0328', r: '\u030a', d: '\u0323', b: '\u0331' };
const LETTERS: Record<string, string> = { ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', S: '§', P: '¶', ldots: '…', dots: '…', textendash: '–', textemdash: '—', textbackslash: '\\', textasciitilde: '~' };
const MATH = /(\$\$[\s\S]+?\$\$|(?<!\\)\$(?!\s)[^$\n]*?[^$\s\\]\$(?!\d)|\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\])/;

/**
 * Shows the escapes of text-mode LaTeX as the characters they stand for (`55.8\%` → `55.8%`, `Pir\'a` → `Pirá`).
 * Mathematics stays as it is: the reading view sets it. Unknown commands stay too.
 */
export function showEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.split(MATH).map((piece, index) => (index % 2 === 1 ? piece : plain(piece))).join('');
}

function plain(text: string): string {
  return text
    .replace(/\\([`'^~"=.])\s*(?:\{\s*(?:\\([ij])|([A-Za-z]))\s*\}|\\([ij])(?![A-Za-z])|([A-Za-z]))/g, accented)
    .replace(/\\([uvHckrdb])(?:\s*\{\s*(?:\\([ij])|([A-Za-z]))\s*\}|\s+(?:\\([ij])|([A-Za-z]))(?![A-Za-z]))/g, (_, mark: string, a?: string, b?: string, c?: string, d?: string) => ((a ?? b ?? c ?? d ?? '') + (ACCENTS[mark] ?? '')).normalize('NFC'))
    .replace(/\\([A-Za-z]+)(?:\{\}|(?![A-Za-z])\s?)/g, (whole, name: string) => LETTERS[name] ?? whole)
    .replace(/\\([%&$#_{}])/g, '$1');
}

function accented(whole: string, mark: string, ...letters: (string | undefined)[]): string {
  return ((letters.slice(0, 4).find(Boolean) ?? whole) + (ACCENTS[mark] ?? '')).normalize('NFC');
}
