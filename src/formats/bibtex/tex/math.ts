import { lettered, SIGNS } from './math-signs.ts';

/** Mathematics that is no more than text: signs, Greek letters and scripts. */
const SUPER = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'][index] ?? sign]));
const SUB = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] ?? sign]));
const FRACTIONS = new Map('¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'.split('').map((sign) => [sign.normalize('NFKD').replace('\u2044', '/'), sign]));
/** Longer formulas are formulas. */
const LONGEST = 120;
const TOKEN = /\\(mathbb|mathcal|mathfrak)\s*(?:\{([A-Z])\}|([A-Z]))|\\[dt]?frac\s*\{(\d{1,2})\}\s*\{(\d{1,2})\}|\\not\s*(?:\\([A-Za-z]+)\s*|([<>=]))|\\(?:text(?:rm|normal|it|up)?|mathrm|rm|mbox|hbox|mathbf|bm|boldsymbol|mathit|mathsf)\s*\{([^{}\\$]*)\}|\\([A-Za-z]+)\s*|\\([%&#_,;:! $])|([_^])\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+|[^\s{}\\]))|([0-9\s.,:;+\-=<>()[\]/|'*%!?°–—−×±\u0305\u0370-\u03ff])|(\{\})/gy;

/** What only sets the size of brackets or the shape of letters: `\left(`, `{\rm GaN}`. */
const SIZES = /\\(?:left|right|[bB]igg?[lr]?)(?=\s*[()[\]|.])\s*/g;
const ROMAN = /\{\\rm\s+([^{}\\$]*)\}/g;

/** Marks over one digit, as in the indices of crystals: `\overline 1`. */
const OVER = /\\(?:overline|bar)\s*(?:\{(\d)\}|(\d))/g;

/** A formula's content as rich text where nothing is lost by it (`\Sigma^{0}` → `Σ⁰`, `_2` → `₂`, `k` → `<i>k</i>`); null for what must stay a formula. */
export function simpleMath(content: string): string | null {
  const text = content.includes('\\') ? content.trim().replace(SIZES, '').replace(ROMAN, '\\mathrm{$1}').replace(OVER, (_all, braced: string | undefined, bare: string | undefined) => `${braced ?? bare ?? ''}\u0305`) : content.trim();
  if (/^[A-Za-z]$/.test(text)) return `<i>${text}</i>`;
  return text.length > LONGEST ? null : converted(text, /^[_^]/.test(text), 0);
}

/** @param letters bare letters are text: in a script that hangs on a word outside. */
function converted(text: string, letters: boolean, depth: number): string | null {
  let out = '';
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const letter = text.charAt(at);
      if (!letters || depth === 0 || !/[\p{L}]/u.test(letter)) return null;
      out += letter;
      at++;
      continue;
    }
    const piece = token(match, letters, depth);
    if (piece === null) return null;
    out += piece;
    at = match.index + match[0].length;
  }
  return out;
}

function token([, alphabet, capital, letter, above, below, denied, deniedSign, roman, command, escaped, script, group, single, sign]: RegExpExecArray, letters: boolean, depth: number): string | null {
  if (alphabet !== undefined) return lettered(alphabet, capital ?? letter ?? '') ?? null;
  if (above !== undefined) return FRACTIONS.get(`${above}/${below ?? ''}`) ?? null;
  if (denied !== undefined || deniedSign !== undefined) return negated(deniedSign ?? SIGNS.get(denied ?? ''));
  if (roman !== undefined) return roman;
  if (command !== undefined) return SIGNS.get(command) ?? null;
  if (escaped !== undefined) return /[,;:! ]/.test(escaped) ? (escaped === '!' ? '' : ' ') : escaped;
  if (script !== undefined) return depth > 0 ? null : scripted(script, group ?? single ?? '', letters);
  return sign === '-' ? '−' : (sign ?? '');
}

/** A relation with a stroke through it, where Unicode has that as one sign. */
function negated(sign: string | undefined): string | null {
  const struck = sign === undefined ? '' : `${sign}\u0338`.normalize('NFC');
  return [...struck].length === 1 ? struck : null;
}

function scripted(script: string, content: string, letters: boolean): string | null {
  if (script === '^' && /^\\(?:circ|degree)\s*$/.test(content.trim())) return '°';
  if (script === '^' && /^(?:\\prime|')$/.test(content.trim())) return '′';
  const inner = converted(content, letters, 1);
  if (inner === null || inner === '') return inner;
  const signs = [...inner.replaceAll('−', '-')].map((one) => (script === '^' ? SUPER : SUB).get(one));
  const tag = script === '^' ? 'sup' : 'sub';
  return signs.every((one) => one !== undefined) ? signs.join('') : `<${tag}>${inner}</${tag}>`;
}
