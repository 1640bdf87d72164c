import { isCiteFormat, writeCites, type Cite } from '../../citation/cite.ts';
import { asked, Refused, type CiteHost } from './host.ts';
import { exportFormatOf } from './translators.ts';

export interface Text { text: string; html?: string; type: string }
const PLAIN = 'text/plain; charset=utf-8';

const isOn = (value: string | null): boolean => value !== null && !['', '0', 'false', 'no'].includes(value.toLowerCase());

/** `/better-bibtex/cayw`: `probe` asks whether anybody is there; otherwise the person picks, and the citation comes in the format asked for. */
export async function caywAnswer(host: CiteHost, query: URLSearchParams, givenUp: AbortSignal): Promise<Text> {
  if (isOn(query.get('probe'))) return { text: 'ready', type: PLAIN };
  const write = writerOf(host, query);
  const cites = await host.pick(givenUp);
  const written = cites === null || cites.length === 0 ? { text: '', type: PLAIN } : await write(cites);
  if (isOn(query.get('clipboard')) && written.text !== '') host.copy(written.text, written.html);
  return written;
}

/** Found before anybody is asked to pick: an unknown format is said at once. */
function writerOf(host: CiteHost, query: URLSearchParams): (cites: Cite[]) => Promise<Text> {
  const name = (query.get('format') ?? 'biblatex').toLowerCase();
  const format = ALIASES[name] ?? name;
  if (isCiteFormat(format)) {
    const options = { command: query.get('command') ?? undefined, brackets: format === 'pandoc' ? isOn(query.get('brackets')) : undefined };
    return (cites) => Promise.resolve({ text: writeCites(cites, format, options), type: PLAIN });
  }
  switch (name) {
    case 'formatted-citation': return (cites) => formatted(host, query, 'cite.citation', cites);
    case 'formatted-bibliography': return (cites) => formatted(host, query, 'cite.bibliography', cites);
    case 'json': return (cites) => Promise.resolve({ text: JSON.stringify(cites), type: 'application/json' });
    case 'translate': return (cites) => translated(host, cites, query.get('translator') ?? 'biblatex');
    default: throw new Refused(400, `There is no format "${name}". There are biblatex, latex, natbib, pandoc, mmd, typst, org, asciidoctor-bibtex, citekey, formatted-citation, formatted-bibliography, json and translate.`);
  }
}

const ALIASES: Readonly<Record<string, string>> = { cite: 'latex', citep: 'natbib', orgmode: 'org', 'org-cite': 'org', playground: 'citekey', multimarkdown: 'mmd' };

async function formatted(host: CiteHost, query: URLSearchParams, what: 'cite.citation' | 'cite.bibliography', cites: Cite[]): Promise<Text> {
  const usual = host.style();
  const style = { style: styleName(query.get('style')) ?? usual.style, locale: query.get('locale') ?? usual.locale };
  const { text, html } = await (what === 'cite.citation' ? asked(host, what, { cites, ...style }) : asked(host, what, { selection: { ids: cites.map(({ id }) => id) }, ...style }));
  return query.get('contentType')?.toLowerCase().includes('html') ? { text: html, html, type: 'text/html; charset=utf-8' } : { text, html, type: PLAIN };
}

async function translated(host: CiteHost, cites: Cite[], translator: string): Promise<Text> {
  return { text: (await asked(host, 'export.text', { selection: { ids: cites.map(({ id }) => id) }, format: exportFormatOf(translator) })).text, type: PLAIN };
}

/** Styles are named by id, or by the address that Zotero has for them. */
export const styleName = (name: string | null): string | undefined => name?.replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//, '') || undefined;
