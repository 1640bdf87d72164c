import CSL, { type CitationPart, type Engine } from 'citeproc';
import type { CslItem } from '../model/csl.ts';
import type { Cite } from './cite.ts';
import { quicken, quickTags } from './quick-processor.ts';
import { cslText } from './rich-text.ts';

export interface Cited { id: string; item: CslItem }
export interface Bibliography { text: string; html: string; count: number }

/** A style and a language ready to set references; making one costs some 50 ms, using it little. */
export interface Processor {
  /** References in the order that the style asks for, as plain text (one a line) and as HTML; with `only`, the other is empty, which takes half the time. */
  bibliography(papers: readonly Cited[], only?: 'text' | 'html'): Bibliography;
  /** One citation as it stands in a text; works that are not among `papers` are left out. */
  citation(papers: readonly Cited[], cites: readonly Cite[]): { text: string; html: string };
}

/** `style` and locales as parsed CSL (citeproc's JSON form) or as XML; `forced` sets the language also where the style has its own. */
export interface Setting { style: unknown; locale: (tag: string) => unknown; language: string; forced: boolean }

const TEXT = 'sheaf-text';
CSL.Output.Formats[TEXT] = { ...CSL.Output.Formats['text'], '@display/left-margin': (_, text) => `${text.trimEnd()} ` };

export function makeProcessor({ style, locale, language, forced }: Setting): Processor {
  quicken();
  const items = new Map<string, unknown>();
  let made: { of: string; text?: string; html?: string } | null = null;
  const engine = new CSL.Engine({ retrieveLocale: locale, retrieveItem: (id) => items.get(id) }, style, language, forced);
  quickTags(engine);
  /** Papers that stand as they stood the last time need not be sorted and told apart again; what was set of them stands too. */
  const take = (papers: readonly Cited[]): { of: string; text?: string; html?: string } => {
    const of = JSON.stringify(papers.map(({ id, item }) => [id, item]));
    if (made?.of === of) return made;
    made = null;
    items.clear();
    for (const paper of papers) items.set(paper.id, itemFor(paper));
    // A register of its own, as a new processor has: taking each paper out of the old one takes longer and leaves traces.
    engine.registry = new CSL.Registry(engine);
    engine.disambiguate = new CSL.Disambiguation(engine);
    engine.updateItems([...items.keys()]);
    return (made = { of });
  };
  return {
    citation: (papers, cites) => {
      take(papers);
      const cluster = cites.filter(({ id }) => items.has(id)).map((cite, at, all) => ({ ...partOf(cite), ...position(cite, all.slice(0, at)) }));
      const as = (format: string): string => {
        engine.setOutputFormat(format);
        return cluster.length === 0 ? '' : engine.makeCitationCluster(cluster);
      };
      return { text: as(TEXT), html: as('html') };
    },
    bibliography: (papers, only) => {
      const last = take(papers);
      const ids = [...items.keys()];
      return { text: only === 'html' ? '' : (last.text ??= asText(engine, ids)), html: only === 'text' ? '' : (last.html ??= asHtml(engine, ids)), count: items.size };
    },
  };
}

/** A work in a citation as citeproc-js takes it; what is not said is left out. */
const partOf = ({ id, locator, label, prefix, suffix, suppressAuthor }: Cite): CitationPart => ({
  id, ...(locator === '' ? {} : { locator, label }), ...(prefix === '' ? {} : { prefix: `${prefix} ` }), ...(suffix === '' ? {} : { suffix: /^[,.;:]/.test(suffix) ? suffix : `, ${suffix}` }), ...(suppressAuthor ? { 'suppress-author': true } : {}),
});

/** A work that was named before in the same citation: right before (ibid., with a place of its own or not), or earlier. As CSL 1.0.2 tells positions. */
function position({ id, locator, label }: Cite, before: readonly Cite[]): Pick<CitationPart, 'position'> {
  if (!before.some((one) => one.id === id)) return {};
  const last = before.at(-1);
  if (last?.id !== id || (locator === '' && last.locator !== '')) return { position: SUBSEQUENT };
  return { position: last.locator === locator && (locator === '' || last.label === label) ? IBID : IBID_WITH_LOCATOR };
}
const [SUBSEQUENT, IBID, IBID_WITH_LOCATOR] = [1, 2, 3];

const TEXTS = ['title', 'title-short', 'container-title', 'collection-title', 'publisher', 'event-title'] as const;

/** The item with its id; abstracts and notes stay out, since an annotated style is not what is asked for here. */
function itemFor({ id, item }: Cited): unknown {
  const cleaned: Record<string, unknown> = { ...item, id };
  for (const field of TEXTS) if (item[field] !== undefined) cleaned[field] = cslText(item[field]);
  delete cleaned['abstract'];
  delete cleaned['note'];
  return cleaned;
}

function asText(engine: Engine, ids: string[]): string {
  engine.setOutputFormat(TEXT);
  const made = engine.makeBibliography();
  const entries = made === false ? ids.map((id) => engine.makeCitationCluster([{ id }])) : made[1];
  return entries.map((entry) => entry.replace(/\s*\n\s*/g, ' ').trim()).join('\n');
}

function asHtml(engine: Engine, ids: string[]): string {
  engine.setOutputFormat('html');
  const made = engine.makeBibliography();
  if (made === false) return body(ids.map((id) => `<div class="csl-entry">${engine.makeCitationCluster([{ id }])}</div>`), '');
  const [meta, entries] = made;
  return body(entries.map((entry) => entry.trim()), meta.hangingindent ? ' style="padding-left: 2em; text-indent: -2em;"' : '');
}

/** Style attributes stand on each entry, because what is pasted into a word processor brings no style sheet. */
const body = (entries: string[], style: string): string => `<div class="csl-bib-body">\n${entries.map((entry) => `  ${entry.replace('<div class="csl-entry">', `<div class="csl-entry"${style}>`)}`).join('\n')}\n</div>`;
