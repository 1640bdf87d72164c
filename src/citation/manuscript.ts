/** What a manuscript cites, the files it takes in, and those it has its entries from. Keys in the order of their first mention; `all`: everything is cited (`\nocite{*}`). */
export interface Cited { keys: string[]; all: boolean; includes: string[]; bibliographies: string[] }

/** Kinds of manuscript, by the ending of their names. */
export const MANUSCRIPTS = ['tex', 'aux', 'bcf', 'md', 'typ', 'org'] as const;
export type Manuscript = (typeof MANUSCRIPTS)[number];

const ALIASES: Readonly<Record<string, Manuscript>> = { ltx: 'tex', latex: 'tex', sty: 'tex', markdown: 'md', qmd: 'md', rmd: 'md', txt: 'md' };

export function manuscriptOf(name: string): Manuscript | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return MANUSCRIPTS.find((one) => one === ending) ?? ALIASES[ending] ?? null;
}

/** The keys that a text of this kind cites. */
export function citedIn(text: string, kind: Manuscript): Cited {
  const found = READERS[kind](text);
  return { ...found, keys: [...new Set(found.keys)], bibliographies: [...new Set(found.bibliographies)] };
}

const split = (keys: string): string[] => keys.split(',').map((key) => key.trim()).filter(Boolean);
const plain = (keys: string[]): Cited => ({ keys: keys.filter((key) => key !== '*'), all: keys.includes('*'), includes: [], bibliographies: [] });

/** A percent sign begins a comment unless a backslash stands before it; verbatim text cites nothing. */
const withoutTexComments = (text: string): string => text.replace(/\\begin\{(verbatim\*?|lstlisting|comment|minted)\}[\s\S]{0,5000}?\\end\{\1\}/g, '').replace(/(^|[^\\])((?:\\\\)*)%.*$/gm, '$1$2');

/** LaTeX's own, natbib's and biblatex's commands: their names have `cite` in them; `\citesetup` and the like define, they do not cite. */
const TEX_CITE = /\\((?:[a-zA-Z]*[cC]ite[a-zA-Z]*)|supercite|footfullcite)\*?((?:\s*(?:\([^()]{0,500}\)|\[[^[\]]{0,1000}\]|\{[^{}]{0,5000}\})){1,40})/g;
const NO_CITE = /^(?:new|renew|provide|declare)|(?:style|setup|command|counter|reset|format|delim|text)$/i;

function tex(source: string): Cited {
  const text = withoutTexComments(source);
  const keys = [...text.matchAll(TEX_CITE)].flatMap(([, name = '', rest = '']) => {
    if (NO_CITE.test(name)) return [];
    const groups = [...rest.matchAll(/\{([^{}]*)\}/g)].map(([, keys = '']) => keys);
    // `\cites[a]{x}[b]{y}` has several groups of keys; `\citefield{x}{title}` has one.
    return (/cites$/i.test(name) ? groups : groups.slice(0, 1)).flatMap(split);
  });
  const includes = [...text.matchAll(/\\(?:input|include|subfile|subfileinclude)\s*\{([^{}]+)\}|\\(?:sub)?import\*?\s*\{([^{}]*)\}\s*\{([^{}]+)\}/g)].map(([, file, folder = '', imported = '']) => (file ?? `${folder}${imported}`).trim());
  const named = [...text.matchAll(/\\(?:bibliography|nobibliography)\*?\s*\{([^{}]{1,2000})\}|\\add(?:bibresource|globalbib|sectionbib)\s*(?:\[[^[\]]{0,1000}\])?\s*\{([^{}]{1,1000})\}/g)];
  return { ...plain(keys), includes, bibliographies: named.flatMap(([, names, one]) => (one === undefined ? split(names ?? '').map(bib) : [one.trim()])) };
}

/** BibTeX is given names without their ending. */
const bib = (name: string): string => (/\.bib$/i.test(name) ? name : `${name}.bib`);

/** What LaTeX or biblatex noted itself: `\citation{…}`, `\abx@aux@cite{0}{…}`, and the files of chapters. */
function aux(text: string): Cited {
  const keys = [...text.matchAll(/\\(?:citation\{([^{}]*)\}|abx@aux@cite(?:\{\d+\})?\{([^{}]*)\})/g)].flatMap(([, one, other]) => split(one ?? other ?? ''));
  return {
    ...plain(keys.filter((key) => key !== 'REVTEX41Control' && key !== 'apsrev41Control')), includes: [...text.matchAll(/\\@input\{([^{}]+)\}/g)].map(([, file = '']) => file),
    bibliographies: [...text.matchAll(/\\bibdata\{([^{}]*)\}/g)].flatMap(([, names = '']) => split(names)).filter((name) => !/-blx$/.test(name)).map(bib),
  };
}

const inElements = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, inside = '']) => inside.replace(/&amp;/g, '&').trim());
const bcf = (text: string): Cited => ({ ...plain(inElements(text, /<bcf:citekey\b[^>]*>([^<]*)<\/bcf:citekey>/g)), bibliographies: inElements(text, /<bcf:datasource\b[^>]*>([^<]*)<\/bcf:datasource>/g) });

/** Code holds no citations: fenced, indented by a fence, or between backticks. */
const withoutCode = (text: string): string => text.replace(/^(```+|~~~+)[\s\S]{0,20000}?^\1[^\n]*$/gm, '').replace(/(?<!`)`{1,3}[^`\n]{1,2000}`{1,3}(?!`)/g, '');

/** Pandoc's `@key` and `@{key}`, not within a word (an address of mail); cross-references of Quarto are none. */
function md(source: string): Cited {
  const keys = [...withoutCode(source).matchAll(/(?<![\p{L}\p{N}_.@\\/])@(?:\{([^{}\s]{1,300})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*|\*))/gu)].map(([, braced, bare]) => braced ?? bare ?? '');
  const multi = [...source.matchAll(/\]\[#([^\]\s;]{1,300})\]/g)].map(([, key = '']) => key);
  return {
    ...plain([...keys.filter((key) => !/^(?:fig|tbl|eq|sec|lst|thm|lem|cor|prp|def|exm|exr)-/.test(key)), ...multi]),
    includes: [...source.matchAll(/\{\{< include\s+"?([^"\s>]{1,300})"?\s*>\}\}/g)].map(([, file = '']) => file), bibliographies: inFront(source),
  };
}

/** Files under `bibliography:` of the front matter: one, a list in brackets, or one a line after dashes. */
function inFront(source: string): string[] {
  const front = /^---\s*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)\s*(?:\n|$)/.exec(source)?.[1] ?? '';
  const [, line = '', below = ''] = /^bibliography:[ \t]*(.*)((?:\n[ \t]*-[ \t].*)*)/m.exec(front) ?? [];
  return [...line.replace(/^\[|\]\s*$/g, '').split(','), ...below.split('\n').map((one) => one.replace(/^[ \t]*-[ \t]+/, ''))].map((one) => one.trim().replace(/^(["'])(.*)\1$/, '$2')).filter(Boolean);
}

/** Typst cites by a label: `@key`, `#cite(<key>)`, `#cite(label("key"))`; a label that the text sets itself is a cross-reference. */
function typ(source: string): Cited {
  const text = withoutCode(source).replace(/\/\*[\s\S]{0,5000}?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
  const cited = /#?cite\(\s*(?:<([^<>\s]{1,300})>|label\("([^"]{1,300})"\))|(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_](?:[\p{L}\p{N}_\-]|[.:](?=[\p{L}\p{N}_]))*)/gu;
  const own = new Set([...text.replace(/cite\(\s*<[^<>\s]{1,300}>/g, '').matchAll(/<([\p{L}\p{N}_\-.:]{1,300})>/gu)].map(([, label = '']) => label));
  const keys = [...text.matchAll(cited)].flatMap(([, label, named, bare]) => (label ?? named) ?? (own.has(bare ?? '') ? [] : bare ?? []));
  const named = [...text.matchAll(/#?bibliography\(\s*(\(?(?:\s*"[^"]{1,300}"\s*,?){1,30})/g)].flatMap(([, list = '']) => [...list.matchAll(/"([^"]*)"/g)].map(([, file = '']) => file));
  return { ...plain(keys), includes: [...text.matchAll(/#include\s+"([^"]+)"/g)].map(([, file = '']) => file), bibliographies: named };
}

/** Org's `[cite/style:…@key…]`, and org-ref's `cite:a,b`. */
function org(text: string): Cited {
  const own = [...text.matchAll(/\[cite(?:\/[^:\]]{0,100})?:([^[\]]{0,2000})\]/g)].flatMap(([, inner = '']) => [...inner.matchAll(/@([^\s;,\]]{0,300}[^\s;,.\]])/g)].map(([, key = '']) => key));
  const ref = [...text.matchAll(/(?<![[\w/])(?:auto|text|paren|foot|full)?cite[a-z]*:(?!\/)&?([\w:.\-]+(?:,[\w:.\-]+)*)/g)].flatMap(([, keys = '']) => split(keys));
  const named = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, file = '']) => file);
  return { ...plain([...own, ...ref]), includes: named(/^#\+include:\s*"?([^"\s]+\.org)"?/gim), bibliographies: named(/^#\+bibliography:\s*"?([^"\n]*?\.(?:bib|json|ya?ml))"?\s*$/gim) };
}

const READERS: Readonly<Record<Manuscript, (text: string) => Cited>> = { tex, aux, bcf, md, typ, org };
