import { createRequire } from 'node:module';
import CSL from 'citeproc';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../src/model/csl.ts';
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

function uncached(style: string, locale: string): string[] | null {
  const setting = shelf.setting(style, locale);
  if (!setting.ok) throw new Error(setting.error.message);
  const engine = new plain.Engine({ retrieveLocale: setting.value.locale, retrieveItem: (id: string) => ({ ...items.find((one) => one.id === id)?.item, id }) }, setting.value.style, setting.value.language, setting.value.forced);
  engine.updateItems(items.map(({ id }) => id));
  engine.setOutputFormat('html');
  const made = engine.makeBibliography();
  return made === false ? null : made[1].flatMap((entry) => entry.trim().split('\n').map((line) => line.trim()).filter(Boolean));
}

const some = shelf.list('', 5000).filter((_, n) => n % 268 === 0).map(({ id }) => id);

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
