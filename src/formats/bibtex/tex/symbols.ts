/** Cyrillic letters by the names that LaTeX's encodings T2 have for them; capitals by the same in capitals. */
const CYRILLIC = 'a а b б v в g г d д e е yo ё zh ж z з i и ishrt й k к l л m м n н o о p п r р s с t т u у f ф h х c ц ch ч sh ш shch щ hrdsn ъ ery ы sftsn ь erev э yu ю ya я dje ђ ie є dze ѕ ii і yi ї je ј lje љ nje њ tshe ћ ushrt ў dzhe џ gup ґ yat ѣ fita ѳ izh ѵ'.split(' ');
const cyrillic = Object.fromEntries(CYRILLIC.flatMap((name, at) => { const letter = CYRILLIC[at + 1] ?? ''; return at % 2 === 1 ? [] : [[`cyr${name}`, letter], [`CYR${name.toUpperCase()}`, letter.toUpperCase()]]; })) as Readonly<Record<string, string>>;

/** Letters that TeX has commands for: spaces after these belong to the command. */
export const LETTERS: Readonly<Record<string, string>> = {
  ...cyrillic,
  ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', th: 'þ', TH: 'Þ', dh: 'ð', DH: 'Ð', dj: 'đ', DJ: 'Đ', dbar: 'đ', Dbar: 'Đ', ng: 'ŋ', NG: 'Ŋ', ij: 'ĳ', IJ: 'Ĳ', textschwa: 'ə', textcommaabove: '̓', textpipe: 'ǀ', textdoublepipe: 'ǁ', textdoublebarpipe: 'ǂ',
  textquotesingle: "'", textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”', textquotedbl: '"', quotesinglbase: '‚', quotedblbase: '„', guillemotleft: '«', guillemotright: '»', guillemetleft: '«', guillemetright: '»', guilsinglleft: '‹', guilsinglright: '›',
  lq: '‘', rq: '’', textasciigrave: '`', textexclamdown: '¡', textquestiondown: '¿', textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textunderscore: '_', textbar: '|', textless: '<', textgreater: '>', textbraceleft: '{', textbraceright: '}', lbrace: '{', rbrace: '}', textdollar: '$', textpercent: '%', textnumbersign: '#', textampersand: '&',
  textendash: '–', textemdash: '—', textendash2: '–', Dash: '—', dash: '–', textellipsis: '…', ldots: '…', dots: '…', textbullet: '•', textperiodcentered: '·', slash: '/', textvisiblespace: '␣', textminus: '−', textendashrule: '–',
  S: '§', P: '¶', textsection: '§', textparagraph: '¶', dag: '†', ddag: '‡', textdagger: '†', textdaggerdbl: '‡', copyright: '©', textcopyright: '©', textregistered: '®', texttrademark: '™', textdegree: '°', degree: '°', textcelsius: '℃', textmu: 'µ', textohm: 'Ω', textonehalf: '½', textonequarter: '¼', textthreequarters: '¾', textonesuperior: '¹', texttwosuperior: '²', textthreesuperior: '³', textordfeminine: 'ª', textordmasculine: 'º', textnumero: '№', textperthousand: '‰', textdiv: '÷', texttimes: '×', textpm: '±', textlnot: '¬',
  pounds: '£', textsterling: '£', euro: '€', texteuro: '€', EUR: '€', textyen: '¥', textcent: '¢', textcurrency: '¤', textwon: '₩', textrightarrow: '→', textleftarrow: '←', textdownarrow: '↓', textuparrow: '↑', textflorin: 'ƒ', texttheta: 'θ', textvartheta: 'ϑ', textTheta: 'ϴ', textesh: 'ƪ', textlira: '₤', textbaht: '฿', textrecipe: '℞', textestimated: '℮', textmusicalnote: '♪', textbrokenbar: '¦', textasciidieresis: '¨', textasciimacron: '¯', textasciiacute: '´', textasciicaron: 'ˇ', textasciibreve: '˘', textacutedbl: '˝', texttildelow: '˜', textopenbullet: '◦', textreferencemark: '※', textinterrobang: '‽', textservicemark: '℠', textcircledP: '℗', textcolonmonetary: '₡', textpeso: '₱', textdong: '₫', textnaira: '₦', textguarani: '₲', textquotestraightbase: '‚', textquotestraightdblbase: '„',
  quad: ' ', qquad: ' ', enspace: ' ', thinspace: '\u2009', newline: ' ', par: '\n\n', space: ' ', nobreakspace: '\u00a0', nobreakdash: '-', hyp: '-', bs: '\\', textalpha: 'α', textbeta: 'β', textgamma: 'γ', textdelta: 'δ', textDelta: 'Δ', textomega: 'ω', textpi: 'π', textlambda: 'λ', textsigma: 'σ',
};

/** Names that are set as logos. A space after them was most likely meant. */
export const LOGOS: Readonly<Record<string, string>> = {
  TeX: 'TeX', LaTeX: 'LaTeX', LaTeXe: 'LaTeX2ε', BibTeX: 'BibTeX', BibLaTeX: 'BibLaTeX', XeTeX: 'XeTeX', XeLaTeX: 'XeLaTeX', LuaTeX: 'LuaTeX', LuaLaTeX: 'LuaLaTeX', pdfTeX: 'pdfTeX', ConTeXt: 'ConTeXt', AmSTeX: 'AMS-TeX', AMSTeX: 'AMS-TeX', AmS: 'AMS', AMS: 'AMS', PiCTeX: 'PiCTeX', SliTeX: 'SliTeX', MF: 'METAFONT', MP: 'METAPOST', PS: 'PostScript', LyX: 'LyX', TUB: 'TUGboat', TUG: 'TUG', MacOSX: 'Mac OS X',
};

/** Journals as astronomers' macros name them (AASTeX, ADS). */
export const JOURNALS: Readonly<Record<string, string>> = {
  aj: 'Astronomical Journal', araa: 'Annual Review of Astronomy and Astrophysics', apj: 'Astrophysical Journal', apjl: 'Astrophysical Journal Letters', apjs: 'Astrophysical Journal Supplement Series', ao: 'Applied Optics', apss: 'Astrophysics and Space Science', aap: 'Astronomy & Astrophysics', aapr: 'Astronomy and Astrophysics Reviews', aaps: 'Astronomy & Astrophysics Supplement Series', azh: 'Astronomicheskii Zhurnal', baas: 'Bulletin of the American Astronomical Society', icarus: 'Icarus', jcap: 'Journal of Cosmology and Astroparticle Physics', jgr: 'Journal of Geophysical Research', memras: 'Memoirs of the Royal Astronomical Society', mnras: 'Monthly Notices of the Royal Astronomical Society', na: 'New Astronomy', nat: 'Nature', pasa: 'Publications of the Astronomical Society of Australia', pasp: 'Publications of the Astronomical Society of the Pacific', pasj: 'Publications of the Astronomical Society of Japan', physrep: 'Physics Reports', planss: 'Planetary and Space Science', pra: 'Physical Review A', prb: 'Physical Review B', prc: 'Physical Review C', prd: 'Physical Review D', pre: 'Physical Review E', prl: 'Physical Review Letters', procspie: 'Proceedings of the SPIE', qjras: 'Quarterly Journal of the Royal Astronomical Society', rmxaa: 'Revista Mexicana de Astronomía y Astrofísica', skytel: 'Sky and Telescope', solphys: 'Solar Physics', ssr: 'Space Science Reviews',
};

const SMALL_CAPS = '<span style="font-variant:small-caps;">';
/** Commands whose argument is set in a way that CSL's rich text has a tag for. */
export const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  emph: ['<i>', '</i>'], textit: ['<i>', '</i>'], textsl: ['<i>', '</i>'], mkbibemph: ['<i>', '</i>'], mkbibitalic: ['<i>', '</i>'], textbf: ['<b>', '</b>'], mkbibbold: ['<b>', '</b>'], textsc: [SMALL_CAPS, '</span>'], textsuperscript: ['<sup>', '</sup>'], mkbibsuperscript: ['<sup>', '</sup>'], textsubscript: ['<sub>', '</sub>'], mkbibsubscript: ['<sub>', '</sub>'], enquote: ['“', '”'], mkbibquote: ['“', '”'], mkbibparens: ['(', ')'], mkbibbrackets: ['[', ']'], footnote: [' (', ')'],
};
/** Switches that hold until their group ends. */
export const SWITCHES: Readonly<Record<string, readonly [string, string]>> = {
  it: ['<i>', '</i>'], em: ['<i>', '</i>'], sl: ['<i>', '</i>'], itshape: ['<i>', '</i>'], slshape: ['<i>', '</i>'], bf: ['<b>', '</b>'], bfseries: ['<b>', '</b>'], sc: [SMALL_CAPS, '</span>'], scshape: [SMALL_CAPS, '</span>'],
};
/** Commands that say nothing to a reader: dropped, what stands in their braces stays. */
export const SILENT = new Set([
  'rm', 'tt', 'sf', 'ttfamily', 'rmfamily', 'sffamily', 'normalfont', 'upshape', 'mdseries', 'small', 'footnotesize', 'scriptsize', 'tiny', 'large', 'Large', 'normalsize', 'mbox', 'hbox', 'fbox', 'text', 'textrm', 'texttt', 'textsf', 'textmd', 'textup', 'textnormal', 'textlf', 'uppercase', 'lowercase', 'MakeUppercase', 'MakeLowercase', 'NoCaseChange', 'relax', 'protect', 'nohyphens', 'acro', 'smaller', 'nolinkurl', 'path', 'cite', 'citet', 'citep', 'allowbreak', 'nobreak', 'break', 'hfill', 'noindent', 'leavevmode', 'unskip', 'ignorespaces', 'linebreak', 'cyr', 'cyrchar', 'selectfont', 'selectlanguage', 'foreignlanguage', 'ssf', 'smc', 'raggedright', 'sloppy', 'null', 'underline', 'ul', 'uline', 'url',
]);
