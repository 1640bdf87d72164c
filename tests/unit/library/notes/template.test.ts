import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerOfLink } from '../../../../src/contract/offer.ts';
import { mentionsIn } from '../../../../src/library/notes/mentions.ts';
import { inPlaceOrder, passageLink, quotedWords } from '../../../../src/library/notes/quotes.ts';
import { DEFAULT_TEMPLATES, filled } from '../../../../src/library/notes/template.ts';
import type { Annotation } from '../../../../src/model/annotation.ts';
import type { Paper } from '../../../../src/model/paper.ts';

const ID = (n: number): string => `01ARZ3NDEKTSV4RRFFQ69G5F${String(n).padStart(2, '0')}`;
const paper: Paper = { id: ID(1), item: { type: 'article-journal', title: 'On <i>Weaving</i>', author: [{ family: 'Lovelace', given: 'Ada' }], issued: { 'date-parts': [[1843]] } }, citationKey: 'lovelace1843', tags: [], collections: [], status: 'read', links: [], added: '', changed: '' };
const mark = (n: number, exact: string, more: Partial<Annotation> = {}): Annotation => ({ id: ID(n), paper: ID(1), target: { type: 'abstract' }, selector: { exact, prefix: '', suffix: '', start: n, end: n + 1 }, kind: 'highlight', colour: 'yellow', comment: '', tags: [], added: '', changed: '', ...more });
const onPage = (n: number, page: number, top: number, exact = 'words'): Annotation => mark(n, exact, { target: { type: 'pdf', attachment: ID(9), page, quads: [[0, top, 1, top, 0, 0, 1, 0]] } });
const fill = (template: string, marks: Annotation[] = []): string => filled(template, { paper, tags: ['to read'], marks, date: '2026-01-02' });

describe('a note from a template', () => {
  it('takes the fields of the paper, and leaves what it does not know', () => {
    expect(fill('{{title}}: {{authors}} {{year}} [[{{citekey}}]] {{tags}} {{date}} {{nothing}}{{#doi}} {{doi}}{{/doi}}')).toBe('On Weaving: Ada Lovelace 1843 [[lovelace1843]] #to-read 2026-01-02 {{nothing}}\n');
  });
  it('quotes each mark in place order, with citation, link and comment', () => {
    const marks = [onPage(7, 4, 700, 'It weaves'), mark(5, 'a second', { orphan: true }), mark(3, 'the first', { comment: 'Yes!' }), onPage(6, 2, 100)];
    expect(fill('{{#annotations}}\n{{annotation}}\n\n{{/annotations}}', marks)).toBe([
      `> the first [@lovelace1843] [↗](sheaf://open/lovelace1843/${ID(3)})\n\nYes!`, `> words [@lovelace1843, p. 2] [↗](sheaf://open/lovelace1843/${ID(6)})`,
      `> It weaves [@lovelace1843, p. 4] [↗](sheaf://open/lovelace1843/${ID(7)})`, `> a second [@lovelace1843] [↗](sheaf://open/lovelace1843/${ID(5)})`,
    ].join('\n\n') + '\n');
  });
  it('can take the marks of one colour', () => expect(fill('{{#annotations green}}{{quote}};{{/annotations}}', [mark(1, 'a'), mark(2, 'b', { colour: 'green' })])).toBe('b;\n'));
  it('takes nothing in a mark for a field', () => expect(fill('{{#annotations}}{{quote}}{{comment}}{{/annotations}} {{title}}', [mark(1, '{{title}}', { comment: '{{year}}' })])).toBe('{{title}}{{year}} On Weaving\n'));
  it('names the paper from each of the templates that come with it', () => {
    for (const { markdown } of DEFAULT_TEMPLATES) expect(fill(markdown, [mark(1, 'words')])).toContain('On Weaving');
  });
});

describe('quotations', () => {
  it('are ordered by page, then from the top', () => expect(inPlaceOrder([onPage(1, 3, 10), onPage(2, 1, 10), onPage(3, 1, 90)]).map(({ id }) => id)).toEqual([ID(3), ID(2), ID(1)]));
  it('are words, not Markdown; formulas stay', () => expect(quotedWords('a*b*  [[c]] <b> @d $x_1$')).toBe('a\\*b\\* \\[\\[c\\]\\] \\<b\\> \\@d $x_1$'));
  it('link to what the app opens, whatever the key is', () => fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((key) => /^[^\s/\\?#\p{Cc}\uD800-\uDFFF]+$/u.test(key)), (key) => {
    expect(offerOfLink(passageLink(key, ID(1)))).toEqual({ citationKey: key, annotation: ID(1) });
    expect(mentionsIn(`[x](${passageLink(key, ID(1))})`).find(({ as }) => as === 'link')?.key).toBe(`${key}/${ID(1)}`.split('/')[0]);
  })));
});
