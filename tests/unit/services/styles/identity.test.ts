import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import CSL from 'citeproc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslText } from '../../../../src/citation/rich-text.ts';
import { readBibtex } from '../../../../src/formats/bibtex/read.ts';
import { CslItem } from '../../../../src/model/csl.ts';
import { styles } from '../../../../src/services/styles/styles.ts';

interface Plain { Engine: new (system: unknown, style: unknown, language: string, forced: boolean) => { updateItems(ids: string[]): void; setOutputFormat(format: string): void; makeBibliography(): [unknown, string[]] | false } }

/** citeproc-js of its own, that nobody has made quicker. */
const plain = ((): Plain => {
  const load = createRequire(import.meta.url);
  Reflect.deleteProperty(load.cache, load.resolve('citeproc'));
  return load('citeproc') as Plain;
})();
const shelf = await styles();

const NAMES: NonNullable<CslItem['author']> = [
  { family: 'van der Berg', given: 'Jan' }, { family: 'İnönü', given: 'Işık' }, { family: "O'Neil", given: 'mary-ann' }, { family: 'Smith', given: 'J. R.' }, { family: 'Smith', given: 'Jane' }, { literal: 'World Health Organization' },
  { family: 'de la Cruz', given: 'María' }, { family: 'Müller', given: 'Jörg', suffix: 'Jr.' }, { family: '王', given: '小明' }, { family: 'Strauß', given: 'Ł.' },
];
const TYPES: CslItem['type'][] = ['article-journal', 'book', 'chapter', 'paper-conference', 'thesis', 'report', 'webpage'];
const items = Array.from({ length: 30 }, (_, n): { id: string; item: CslItem } => ({
  id: `P${String(n)}`,
  item: {
    type: TYPES[n % TYPES.length] ?? 'book', title: `The ${['quick', 'ΑΒΓ', 'ıI', 'deep-learning'][n % 4] ?? ''} study of III things: part ${String(n)}`, author: [NAMES[n % NAMES.length], NAMES[(n * 3 + 1) % NAMES.length], NAMES[(n * 7 + 2) % NAMES.length]].filter((name) => name !== undefined).slice(0, 1 + (n % 3)),
    'container-title': 'Journal of Things', publisher: 'ACME Press', volume: String(n), page: `${String(n)}-${String(n + 9)}`, issued: { 'date-parts': [[2000 + (n % 4)]] }, DOI: `10.1000/${String(n)}`,
  },
}));

const bare = (html: string): string[] => html.split('\n').slice(1, -1).map((line) => line.trim().replace(/^<div class="csl-entry" style="[^"]*">/, '<div class="csl-entry">')).filter(Boolean);

function uncached(style: string, locale: string, of: readonly { id: string; item: CslItem }[] = items): string[] | null {
  const setting = shelf.setting(style, locale);
  if (!setting.ok) throw new Error(setting.error.message);
  const engine = new plain.Engine({ retrieveLocale: setting.value.locale, retrieveItem: (id: string) => ({ ...of.find((one) => one.id === id)?.item, id }) }, setting.value.style, setting.value.language, setting.value.forced);
  engine.updateItems(of.map(({ id }) => id));
  engine.setOutputFormat('html');
  const made = engine.makeBibliography();
  return made === false ? null : made[1].flatMap((entry) => entry.trim().split('\n').map((line) => line.trim()).filter(Boolean));
}

const some = shelf.list('', 100_000).filter((_, n) => n % 900 === 0).map(({ id }) => id);

describe('references that are set quickly', () => {
  it('are compared with a processor that is really another one', () => { expect(plain.Engine).not.toBe(CSL.Engine); });
  it.each([...some.map((id) => [id, 'en-US']), ['apa', 'tr-TR'], ['apa', 'lt-LT'], ['apa', 'el-GR'], ['chicago-author-date', 'de-DE']])('are those of plain citeproc-js, to the letter: %s in %s', (style = '', locale = '') => {
    const expected = uncached(style, locale);
    const processor = shelf.processor(style, locale);
    if (!processor.ok) throw new Error(processor.error.message);
    const first = processor.value.bibliography(items, 'html').html;
    if (expected !== null) expect(bare(first)).toEqual(expected);
    processor.value.bibliography(items.slice(3));
    expect(processor.value.bibliography(items).html).toBe(first);
  });
});

const REAL = join(import.meta.dirname, '../../../../../shared/conformance/bib-large/socbib.bib');
const TWELVE = ['apa', 'chicago-author-date', 'modern-language-association', 'elsevier-harvard', 'american-sociological-association', 'ieee', 'nature', 'american-medical-association', 'springer-basic-brackets', 'chicago-fullnote-bibliography', 'modern-humanities-research-association', 'gost-r-7-0-5-2008'];

describe.skipIf(!existsSync(REAL))('real papers in any selection and order', () => {
  /** As they go into the processor: titles with the few tags it knows, without what is never printed. */
  const bareItem = (item: CslItem): CslItem => CslItem.parse(Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'abstract' && name !== 'note').map(([name, value]) => [name, typeof value === 'string' && /title$/.test(name) ? cslText(value) : value])));
  const real = (existsSync(REAL) ? readBibtex(readFileSync(REAL, 'utf8')).drafts : []).map(({ item }, n) => ({ id: `R${String(n)}`, item: bareItem(item) }));
  const selection = fc.uniqueArray(fc.nat({ max: Math.max(0, real.length - 1) }), { minLength: 1, maxLength: 30 }).map((places) => places.flatMap((at) => real[at] ?? []));
  it.each(TWELVE)('are set as plain citeproc-js sets them: %s', (style) => {
    const processor = shelf.processor(style);
    if (!processor.ok) throw new Error(processor.error.message);
    fc.assert(fc.property(selection, (papers) => {
      const expected = uncached(style, 'en-US', papers);
      if (expected !== null) expect(bare(processor.value.bibliography(papers, 'html').html)).toEqual(expected);
    }), { numRuns: 5 });
  });
});
