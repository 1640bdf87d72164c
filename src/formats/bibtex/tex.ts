import { showEscapes } from '../listed-page/escapes.ts';

const FONTS = /\\(?:text(?:rm|sf|tt|md|up|normal|sl)|mbox|hbox|uppercase|lowercase|NoCaseChange|relax|protect|ensuremath)\s*(?=\{)/g;
const SWITCHES = /\{\\(?:em|it|itshape|sl)\s+([^{}]*)\}/g;
const SYMBOLS: Record<string, string> = { '\\textregistered': '®', '\\texttrademark': '™', '\\copyright': '©', '\\pounds': '£', '\\euro': '€', '\\textdegree': '°', '\\dag': '†', '\\LaTeXe': 'LaTeX2ε', '\\XeTeX': 'XeTeX', '\\ConTeXt': 'ConTeXt', '\\AmSTeX': 'AMS-TeX', '\\PiCTeX': 'PiCTeX', '\\MF': 'METAFONT', '\\MP': 'METAPOST', '\\PS': 'PostScript', '\\Dash': '—', '\\thinspace': '\u2009', '\\ddag': '‡', '\\TeX': 'TeX', '\\LaTeX': 'LaTeX', '\\BibTeX': 'BibTeX', '\\textquotesingle': "'", '\\textquoteright': '’', '\\textquoteleft': '‘', '\\textquotedblleft': '“', '\\textquotedblright': '”', '\\guillemotleft': '«', '\\guillemotright': '»', '\\slash': '/', '\\textmu': 'µ', '\\th': 'þ', '\\TH': 'Þ', '\\dh': 'ð', '\\DH': 'Ð', '\\dj': 'đ', '\\DJ': 'Đ', '\\ng': 'ŋ' };
const MATH = /((?<!\\)\$(?:[^$\\]|\\.)+\$|\\\([\s\S]+?\\\))/;

/** Text-mode LaTeX of a BibTeX field as Unicode, mathematics left as it is; italics and scripts as CSL's HTML. */
export function texToText(tex: string): string {
  if (!/[\\{}~$`'-]/.test(tex)) return tex.replace(/\s+/g, ' ').trim();
  return tex.replace(/\s+/g, ' ').trim().split(MATH).map((piece, index) => (index % 2 === 1 ? piece : plain(piece))).join('');
}

/** Braces that are meant to be seen, while the others are taken away. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];

function plain(tex: string): string {
  const marked = tex
    .replace(/\\([uvHckrdb])\s+([A-Za-z])/g, '\\$1{$2}').replace(/\\\{/g, OPEN).replace(/\\\}/g, CLOSE)
    .replace(/\\(?:emph|textit|textsl)\s*\{([^{}]*)\}/g, '<i>$1</i>').replace(SWITCHES, '<i>$1</i>')
    .replace(/\\textsuperscript\s*\{([^{}]*)\}/g, '<sup>$1</sup>').replace(/\\textsubscript\s*\{([^{}]*)\}/g, '<sub>$1</sub>')
    .replace(/\\textsc\s*\{([^{}]*)\}/g, '<span style="font-variant:small-caps;">$1</span>')
    .replace(/\\(?:url|href\s*\{[^{}]*\})\s*\{([^{}]*)\}/g, '$1').replace(FONTS, '')
    .replace(/\{\\(?:bf|bfseries)\s+([^{}]*)\}/g, '<b>$1</b>').replace(/\{\\(?:sc|scshape)\s+([^{}]*)\}/g, '<span style="font-variant:small-caps;">$1</span>').replace(/\\textbf\s*\{([^{}]*)\}/g, '<b>$1</b>')
    .replace(/\\(?:tt|ttfamily|rm|rmfamily|sf|sffamily|bf|sl|it|em|sc|normalfont|small|footnotesize)(?![A-Za-z])\s*/g, '')
    .replace(/\\[A-Za-z]+(?![A-Za-z])/g, (command) => SYMBOLS[command] ?? command);
  const shown = showEscapes(marked.replace(/\{(\\[A-Za-z]+)\}/g, '$1{}').replace(/\{(\\[^{}]*(?:\{[^{}]*\})?[^{}]*)\}/g, '$1').replace(/\\[`'^~"=.]\{\}/g, ''));
  return shown.replace(/[{}]/g, '').replaceAll(OPEN, '{').replaceAll(CLOSE, '}')
    .replace(/(?<!\\)~/g, '\u00a0').replace(/\\ /g, ' ').replace(/\\[,;:!/@]/g, '').replace(/\\-/g, '').replace(/\\\\/g, ' ')
    .replace(/---/g, '—').replace(/--/g, '–').replace(/``/g, '“').replace(/''/g, '”');
}

const SPECIAL: Record<string, string> = { '%': '\\%', '&': '\\&', '#': '\\#', _: '\\_', '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '\u00a0': '~', '{': '\\{', '}': '\\}' };
const TAGS: Record<string, [string, string]> = { i: ['\\emph{', '}'], em: ['\\emph{', '}'], b: ['\\textbf{', '}'], sup: ['\\textsuperscript{', '}'], sub: ['\\textsubscript{', '}'], span: ['\\textsc{', '}'] };

/** Unicode as LaTeX: what TeX would take for commands is escaped, letters stay (every current engine reads UTF-8). Mathematics stays. */
export function textToTex(text: string): string {
  return text.split(MATH).map((piece, index) => (index % 2 === 1 ? piece : escaped(piece))).join('');
}

function escaped(text: string): string {
  return text.split(/(<\/?(?:i|em|b|sup|sub|span)(?:\s[^>]*)?>)/).map((piece, index) => (index % 2 === 1 ? tag(piece) : piece.replace(/[%&#_\\~^{}\u00a0]/g, (sign) => SPECIAL[sign] ?? sign).replace(/\$/g, '\\$'))).join('');
}

function tag(markup: string): string {
  const name = /^<\/?(\w+)/.exec(markup)?.[1] ?? '';
  return TAGS[name]?.[markup.startsWith('</') ? 1 : 0] ?? '';
}
