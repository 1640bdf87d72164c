import { z } from 'zod';

/** The kinds of places that a citation may point at, as CSL names locators. */
export const LOCATORS = ['page', 'chapter', 'section', 'paragraph', 'figure', 'line', 'note', 'volume', 'verse'] as const;

/** One work in a citation: where in it, what stands before and after, and whether its author is left out. */
export const Cite = z.object({
  id: z.string(),
  key: z.string(),
  locator: z.string().max(200).default(''),
  label: z.enum(LOCATORS).default('page'),
  prefix: z.string().max(500).default(''),
  suffix: z.string().max(500).default(''),
  suppressAuthor: z.boolean().default(false),
});
export type Cite = z.infer<typeof Cite>;

/** Ways to cite in a source text. */
export const CITE_FORMATS = ['latex', 'natbib', 'biblatex', 'pandoc', 'mmd', 'typst', 'org', 'asciidoctor-bibtex', 'citekey'] as const;
export type CiteFormat = (typeof CITE_FORMATS)[number];
export const isCiteFormat = (name: string): name is CiteFormat => CITE_FORMATS.some((one) => one === name);

/** `command`: another LaTeX command than the format's own, without the backslash. `brackets`: pandoc's square brackets. */
export interface CiteOptions { command?: string | undefined; brackets?: boolean | undefined }

const SHORT: Readonly<Record<Cite['label'], string>> = { page: 'p.', chapter: 'ch.', section: 'sec.', paragraph: 'para.', figure: 'fig.', line: 'l.', note: 'n.', volume: 'vol.', verse: 'v.' };

/** `p. 4`, `pp. 4-7`, `ch. 2`; empty where nothing is pointed at. */
export const placeOf = ({ locator, label }: Cite): string => (locator === '' ? '' : `${label === 'page' && /\d\s*[-–,]\s*\d/.test(locator) ? 'pp.' : SHORT[label]} ${locator}`);

/** What follows the work: the place in it, and the words after. */
const after = (cite: Cite): string => [placeOf(cite), cite.suffix].filter(Boolean).join(', ');
const isBare = (cite: Cite): boolean => cite.prefix === '' && after(cite) === '';

/** Writes citations as a source text has them: `\cite{a,b}`, `[@a, p. 4; @b]`, `#cite(<a>)` and so on. */
export function writeCites(cites: readonly Cite[], format: CiteFormat, options: CiteOptions = {}): string {
  switch (format) {
    case 'latex': return latex(cites, options.command ?? 'cite', 'cite');
    case 'natbib': return latex(cites, options.command ?? 'citep', 'cite');
    case 'biblatex': return biblatex(cites, options.command ?? 'autocite');
    case 'pandoc': return pandoc(cites, options.brackets ?? true);
    case 'mmd': return cites.map((cite) => `[${[cite.prefix, after(cite)].filter(Boolean).join(' ')}][#${cite.key}]`).join('');
    case 'typst': return cites.map(typst).join(' ');
    case 'org': return `[cite:${cites.map((cite) => [cite.prefix, `@${cite.key}`, after(cite)].filter(Boolean).join(' ')).join(';')}]`;
    case 'asciidoctor-bibtex': return `cite:[${cites.map((cite) => cite.key + (after(cite) === '' ? '' : `(${after(cite)})`)).join(', ')}]`;
    case 'citekey': return cites.map(({ key }) => key).join(',');
  }
}

/** What LaTeX takes for itself is written so that it stands for itself. */
const tex = (text: string): string => text.replace(/\\/g, '\\textbackslash{}').replace(/[#$%&_{}]/g, '\\$&').replace(/(\d)[–-](\d)/g, '$1--$2');
const opened = (text: string): string => (text.includes(']') ? `{${text}}` : text);
const notes = (cite: Cite): string => (isBare(cite) ? '' : `${cite.prefix === '' ? '' : `[${opened(tex(cite.prefix))}]`}[${opened(tex(after(cite)))}]`);

/** Works without places share one command; natbib leaves authors out by `\citeyearpar`. */
function latex(cites: readonly Cite[], command: string, plain: string): string {
  if (cites.every((cite) => isBare(cite) && !cite.suppressAuthor)) return `\\${command}{${cites.map(({ key }) => key).join(',')}}`;
  return cites.map((cite) => `\\${cite.suppressAuthor && command !== plain ? 'citeyearpar' : command}${notes(cite)}{${cite.key}}`).join('');
}

/** biblatex has a command for several works, each with its own notes (`\autocites`), and leaves authors out by a star. */
function biblatex(cites: readonly Cite[], command: string): string {
  const [only] = cites;
  if (cites.length === 1 && only !== undefined) return `\\${command}${only.suppressAuthor ? '*' : ''}${notes(only)}{${only.key}}`;
  if (cites.every(isBare)) return `\\${command}{${cites.map(({ key }) => key).join(',')}}`;
  return `\\${command}s${cites.map((cite) => `${notes(cite)}{${cite.key}}`).join('')}`;
}

/** A key with letters that would end it stands in braces (pandoc, since 2.15). */
const pandocKey = (key: string): string => (/^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(key) ? key : `{${key}}`);

function pandoc(cites: readonly Cite[], brackets: boolean): string {
  const inner = cites.map((cite) => `${cite.prefix === '' ? '' : `${cite.prefix} `}${cite.suppressAuthor ? '-' : ''}@${pandocKey(cite.key)}${after(cite) === '' ? '' : `, ${after(cite)}`}`).join('; ');
  return brackets || cites.some((cite) => !isBare(cite)) ? `[${inner}]` : inner;
}

/** A label takes letters, digits and `_ - . :`; anything else goes through `label(…)`. */
function typst(cite: Cite): string {
  const plain = /^[\p{L}\p{N}_][\p{L}\p{N}_\-.:]*$/u.test(cite.key);
  if (plain && isBare(cite) && !cite.suppressAuthor) return `@${cite.key}`;
  const label = plain ? `<${cite.key}>` : `label("${cite.key.replace(/["\\]/g, '\\$&')}")`;
  const supplement = after(cite) === '' ? '' : `, supplement: [${after(cite).replace(/[#$*_`<>@[\]\\]/g, '\\$&')}]`;
  return `${cite.prefix === '' ? '' : `${cite.prefix} `}#cite(${label}${supplement}${cite.suppressAuthor ? ', form: "year"' : ''})`;
}
