import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Draft } from '../../../src/formats/format.ts';
import { showEscapes } from '../../../src/formats/listed-page/escapes.ts';
import { listedPage } from '../../../src/formats/listed-page/listed-page.ts';

interface Listed { title: string; authors: string[]; abstract: string; id: string }
const Record = z.object({ id: z.string(), title: z.string(), authors: z.array(z.string()), abstract: z.string() });
const RECORDS = new URL('../../../../shared/conformance/abstracts/arxiv/arxiv-2k.jsonl', import.meta.url);
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const bare = (text: string): string => showEscapes(text).replace(/\s/g, '');
const html = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const drafts = (text: string): Draft[] => listedPage.read?.(text).drafts ?? [];

const HEAD = 'new\n\nGet trending papers!\n\nSubscribe\n\nMar 11\n\n';
/** How a page may be laid out, and the share of 1,000 real papers that must come out of it whole. */
const LAYOUTS: [string, number, (papers: Listed[]) => string][] = [
  ['title and abstract', 1, (all) => HEAD + all.map((p) => `${p.title}\n\n${p.abstract}\n`).join('\n')],
  ['no empty lines', 1, (all) => all.map((p) => `${p.title}\n${p.abstract}`).join('\n')],
  ['author lines', 0.99, (all) => HEAD + all.map((p) => `${p.title}\n\n${p.authors.join(', ')}\n\n${p.abstract}\n`).join('\n')],
  ['“by” lines', 0.99, (all) => all.map((p) => `${p.title}\nby ${p.authors.join(' and ')}\n${p.abstract}\n`).join('\n')],
  ['votes and dates', 1, (all) => HEAD + all.map((p, i) => `${i}\n\n${p.title}\n\nPublished on Mar ${(i % 28) + 1}, 2026\n\n${p.abstract}\n\n${i} comments\n`).join('\n')],
  ['broken at a column', 0.98, (all) => all.map((p) => `${p.title}\n\n${p.abstract.replace(/(.{60,72}) /g, '$1\n')}\n`).join('\n')],
  ['numbered', 1, (all) => all.map((p, i) => `${i + 1}. ${p.title}\n\n${p.abstract}\n`).join('\n')],
  ['labelled, identifier first', 1, (all) => all.map((p, i) => `[${i + 1}] arXiv:${p.id} [pdf, html]\nTitle: ${p.title}\nAuthors: ${p.authors.join(', ')}\nComments: 12 pages\nAbstract: ${p.abstract}\n`).join('\n')],
  ['Markdown', 1, (all) => `# Papers\n\n${all.map((p) => `### [${p.title}](https://arxiv.org/abs/${p.id})\n\n**Authors:** ${p.authors.join(', ')}\n\n${p.abstract}\n`).join('\n')}`],
  ['HTML cards', 0.99, (all) => `<html><body><h1>Papers</h1>${all.map((p) => `<article><h3><a href="/papers/${p.id}">${html(p.title)}</a></h3><div>${p.authors.join(', ')}</div><p>${html(p.abstract)}</p><div>12</div></article>`).join('')}</body></html>`],
];

describe.skipIf(!existsSync(RECORDS))('real papers in many layouts (skipped where ../shared is not there)', () => {
  const papers = existsSync(RECORDS) ? readFileSync(RECORDS, 'utf8').split('\n').slice(0, 1000).map((line) => Record.parse(JSON.parse(line))).map((p) => ({ ...p, title: flat(p.title), abstract: flat(p.abstract) })) : [];
  const pages = Array.from({ length: 20 }, (_, at) => papers.slice(at * 50, at * 50 + 50));
  it.each(LAYOUTS)('%s', (_, share, layout) => {
    const whole = pages.flatMap((page) => {
      const found = new Map(drafts(layout(page)).map(({ item }) => [bare(item.title ?? ''), bare(item.abstract ?? '')]));
      return page.filter(({ title, abstract }) => found.get(bare(title)) === bare(abstract));
    });
    expect(whole.length / papers.length).toBeGreaterThanOrEqual(share);
  });
});

describe('layouts told apart by the rhythm of the page', () => {
  const abstract = 'Models are trained on much data, and this costs a lot. We show that less is enough when the data is chosen well. On five tasks our method reaches the same accuracy.';
  it('takes a lone name for an author where other titles have authors', () => {
    const found = drafts(`Sparse Nets Are Good\nAna Silva, Xi Chen\n${abstract}\n\nDense Nets Are Good\nJohan Edstedt\n${abstract}`);
    expect(found.map(({ item }) => [item.title, item.author?.length])).toEqual([['Sparse Nets Are Good', 2], ['Dense Nets Are Good', 1]]);
  });
  it('gives an identifier to the title after it where identifiers lead, and to the one before where they trail', () => {
    const leading = drafts(`arXiv:2401.00001\nFirst Paper Title Here\n${abstract}\n\narXiv:2401.00002\nSecond Paper Title Here\n${abstract}`);
    const trailing = drafts(`First Paper Title Here\n${abstract}\narXiv:2401.00001\n\nSecond Paper Title Here\n${abstract}\narXiv:2401.00002`);
    for (const found of [leading, trailing]) expect(found.map(({ item }) => item.number)).toEqual(['arXiv:2401.00001', 'arXiv:2401.00002']);
  });
  it('reads abstracts in scripts without spaces', () => {
    const found = drafts('每日论文\n\n大语言模型的稀疏预训练\n\n我们研究大语言模型的稀疏预训练方法,并提出一种新的训练流程。实验表明,该方法在五个任务上达到了与稠密模型相同的精度,同时训练成本减少了一半。');
    expect(found.map(({ item }) => item.title)).toEqual(['大语言模型的稀疏预训练']);
  });
  it('leaves names of submitters and votes out of a page of titles', () => {
    const found = drafts('Daily Papers\n\nMar 11\n\nSubmitted by\nsomeone\n\n123\n\nTiny Models for Big Data\n\n·\n5 authors\n\nSubmitted by\nanother\n\n87\nAnother Paper: With a Subtitle');
    expect(found.map(({ item }) => item.title)).toEqual(['Tiny Models for Big Data', 'Another Paper: With a Subtitle']);
  });
});
