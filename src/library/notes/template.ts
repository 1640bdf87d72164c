import { z } from 'zod';
import { COLOURS } from '../../model/annotation.ts';
import type { Annotation } from '../../model/annotation.ts';
import type { Paper } from '../../model/paper.ts';
import { plainAbstract } from '../abstract-text.ts';
import { yearOf } from '../fold.ts';
import { nameOf } from '../row.ts';
import { citeOf, inPlaceOrder, pageName, passageLink, quotedWords, quoteOf } from './quotes.ts';

/** A form for notes: Markdown with fields in double braces. */
export const NoteTemplate = z.object({ name: z.string().trim().min(1).max(80), markdown: z.string().max(20_000) });
export type NoteTemplate = z.infer<typeof NoteTemplate>;

/** What a template may take from a paper, and from each of its marks between `{{#annotations}}` and `{{/annotations}}`. */
export const PAPER_FIELDS = ['title', 'authors', 'year', 'citekey', 'venue', 'doi', 'url', 'abstract', 'tags', 'date', 'link'] as const;
export const MARK_FIELDS = ['annotation', 'quote', 'comment', 'page', 'colour', 'cite', 'link'] as const;

/** Every mark, quoted. */
export const DEFAULT_TEMPLATE: NoteTemplate = { name: 'Quotations', markdown: '# {{title}}\n\n{{authors}} ({{year}}), [[{{citekey}}]]\n\n{{#annotations}}\n{{annotation}}\n\n{{/annotations}}' };

export const DEFAULT_TEMPLATES: NoteTemplate[] = [
  DEFAULT_TEMPLATE,
  { name: 'Reading note', markdown: '# {{title}}\n\nRead on {{date}}.\n\n## In one sentence\n\n\n## What is new\n\n\n## How they know\n\n\n## What I doubt\n\n\n## Passages\n\n{{#annotations}}\n{{annotation}}\n\n{{/annotations}}' },
  { name: 'Quotations by colour', markdown: `# {{title}}\n\n${COLOURS.map((colour) => `{{#annotations ${colour}}}\n{{annotation}}\n\n{{/annotations}}`).join('\n')}` },
  { name: 'Questions to answer', markdown: '# {{title}}\n\n- [ ] Which question is asked?\n- [ ] What would change my mind?\n- [ ] Does the evidence bear the claim?\n- [ ] What follows for my own work?\n' },
];

type Fields = Readonly<Record<string, string>>;
export interface Filling { paper: Paper; tags: readonly string[]; marks: readonly Annotation[]; /** The day, as it should read. */ date: string }

const SECTION = /\{\{#annotations(?: +(\w+))?\}\}\n?([\s\S]*?)\{\{\/annotations\}\}\n?/g;
const IF = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g;

/** A template with a paper's fields in it. What names no field stays as it is, so that a slip is seen. */
export function filled(template: string, { paper, tags, marks, date }: Filling): string {
  const fields = paperFields(paper, tags, date);
  const ordered = inPlaceOrder(marks);
  const whole = template.replace(SECTION, (_all, colour: string | undefined, body: string) => ordered
    .filter((mark) => colour === undefined || mark.colour === colour).map((mark) => put(body, { ...fields, ...markFields(mark, paper.citationKey) }).replace(/\{\{/g, '\0')).join(''));
  return `${put(whole, fields).replace(/\0/g, '{{').trimEnd()}\n`;
}

const put = (text: string, fields: Fields): string => text
  .replace(IF, (all, name: string, body: string) => (name in fields ? (fields[name] === '' ? '' : body) : all))
  .replace(/\{\{(\w+)\}\}/g, (all, name: string) => fields[name] ?? all);

function paperFields({ item, citationKey }: Paper, tags: readonly string[], date: string): Fields {
  return {
    title: plainAbstract(item.title ?? '').replace(/\s+/g, ' '), authors: (item.author ?? item.editor ?? []).map((name) => [name.given, nameOf(name)].filter(Boolean).join(' ')).join(', '),
    year: yearOf(item), citekey: citationKey, venue: item['container-title'] ?? item.publisher ?? '', doi: item.DOI ?? '', url: item.DOI === undefined ? item.URL ?? '' : `https://doi.org/${item.DOI}`,
    abstract: plainAbstract(item.abstract ?? ''), tags: tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' '), date, link: passageLink(citationKey),
  };
}

function markFields(mark: Annotation, citationKey: string): Fields {
  return {
    annotation: quoteOf(mark, citationKey), quote: quotedWords(mark.selector.exact), comment: mark.comment.trim(), page: mark.target.type === 'pdf' ? pageName(mark.target) : '',
    colour: mark.colour, cite: citeOf(citationKey, mark), link: passageLink(citationKey, mark.id),
  };
}
