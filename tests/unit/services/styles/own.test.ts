import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStyles } from '../../../../src/services/styles/styles.ts';

const article = { id: 'p', item: { type: 'article-journal' as const, title: 'Deep learning', author: [{ family: 'LeCun', given: 'Yann' }], issued: { 'date-parts': [[2015]] } } };
const info = (id: string, title: string, more = ''): string => `<info><title>${title}</title><id>${id}</id>${more}<updated>2020-01-01T00:00:00+00:00</updated></info>`;
const layout = (text: string): string => `<citation><layout><text variable="title" ${text}/></layout></citation><bibliography><layout><text variable="title" ${text}/></layout></bibliography>`;
const style = (id: string, title: string, rules = layout('prefix="«" suffix="»"')): string => `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">${info(id, title)}${rules}</style>`;
const borrowed = (parent: string, language = ''): string => `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"${language}>${info('http://www.zotero.org/styles/borrower', 'Borrower', `<link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/>`)}</style>`;

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'sheaf-styles-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const shelf = () => openStyles(join(folder, 'styles'));
async function reference(id: string, locale?: string): Promise<string> {
  const processor = (await shelf()).processor(id, locale);
  return processor.ok ? processor.value.bibliography([article]).text : processor.error.message;
}
const refusal = async (text: string, file = 'mine.csl'): Promise<string> => {
  const added = await (await shelf()).add(text, file);
  return added.ok ? 'added' : `${added.error.code}: ${added.error.message}`;
};

describe('a style from a file', () => {
  it('is kept, listed first, found again by another process, and used', async () => {
    expect(await (await shelf()).add(style('http://www.zotero.org/styles/my-journal', 'My Journal'), 'x.csl')).toEqual({ ok: true, value: { style: { id: 'my-journal', title: 'My Journal', own: true }, before: null } });
    expect((await shelf()).list('')[0]).toEqual({ id: 'my-journal', title: 'My Journal', own: true });
    expect((await shelf()).list('journal my').map(({ id }) => id)).toContain('my-journal');
    expect(await reference('my-journal')).toBe('«Deep learning»');
    expect(await reference('http://www.zotero.org/styles/my-journal')).toBe('«Deep learning»');
  });
  it('is called as its file when it has no name in Zotero’s repository', async () => {
    expect(await refusal(style('http://csl.mendeley.com/styles/123/ieee', 'Own IEEE'), 'Größe & Maß.csl')).toBe('added');
    expect(await readdir(join(folder, 'styles'))).toEqual(['gro-e-and-ma.csl']);
  });
  it('replaces one that comes along, until it is removed; an edited file counts at once', async () => {
    const one = await shelf();
    const before = await reference('apa');
    await one.add(style('http://www.zotero.org/styles/apa', 'APA of our own'), 'apa.csl');
    expect(await reference('apa')).toBe('«Deep learning»');
    expect(one.list('apa')[0]).toMatchObject({ id: 'apa', title: 'APA of our own', own: true });
    expect(one.list('', 100_000).filter(({ id }) => id === 'apa')).toHaveLength(1);
    const processor = one.processor('apa');
    expect(processor.ok && processor.value.bibliography([article]).text).toBe('«Deep learning»');
    await writeFile(join(folder, 'styles', 'apa.csl'), style('http://www.zotero.org/styles/apa', 'APA of our own', layout('prefix="[now "')));
    const edited = one.processor('apa');
    expect(edited.ok && edited.value.bibliography([article]).text).toBe('[now Deep learning');
    const removed = await one.remove('apa');
    expect(removed).toMatchObject({ ok: true, value: { title: 'APA of our own' } });
    expect(await reference('apa')).toBe(before);
    expect(await one.remove('apa')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
  it('that replaces an earlier one answers the earlier text', async () => {
    const first = style('http://www.zotero.org/styles/mine', 'One');
    await (await shelf()).add(first, 'a.csl');
    expect(await (await shelf()).add(style('http://www.zotero.org/styles/mine', 'Two'), 'b.csl')).toMatchObject({ value: { before: first, style: { title: 'Two' } } });
  });
  it('may borrow the rules of another, in a language of its own', async () => {
    expect(await refusal(borrowed('apa', ' default-locale="de-DE"'))).toBe('added');
    expect((await shelf()).titled(['borrower'])).toEqual([{ id: 'borrower', title: 'Borrower', own: true, like: 'American Psychological Association 7th edition' }]);
    const undated = { id: 'p', item: { ...article.item, issued: {} } };
    const text = async (id: string): Promise<string> => { const made = (await shelf()).processor(id); return made.ok ? made.value.bibliography([undated]).text : ''; };
    expect(await text('borrower')).toMatch(/o\.\sJ\./);
    expect(await text('apa')).toContain('n.d.');
  });
  it('is refused with the reason, and nothing is kept', async () => {
    expect(await refusal('Not at all')).toMatch(/^unreadable: mine\.csl is not XML \(line 1\)\.$/);
    expect(await refusal('<style class="in-text"><info></style>')).toMatch(/^unreadable: mine\.csl is not XML/);
    expect(await refusal('<html><body/></html>')).toBe('unsupported: mine.csl is not a citation style: it begins with <html>.');
    expect(await refusal('<locale xml:lang="de"/>')).toMatch(/begins with <locale>/);
    expect(await refusal(style('x', 'Old').replace('version="1.0">', 'version="0.8">'))).toMatch(/older CSL than 1\.0/);
    expect(await refusal(style('x', 'Empty', ''))).toMatch(/no rules for citations/);
    expect(await refusal(borrowed('no-such-style'))).toBe('not-found: mine.csl takes its rules from the style "no-such-style", which is not here. Add that one first.');
    expect(await refusal(borrowed('borrower'))).toMatch(/^not-found/);
    expect(await refusal(style('x', 'Broken', '<citation><layout><text macro="nowhere"/></layout></citation>'))).toMatch(/^unsupported: mine\.csl does not work: it has no macro "nowhere"/);
    expect(await readdir(join(folder, 'styles')).catch(() => [])).toEqual([]);
  });
});

describe('styles that go by other names', () => {
  it('are journals that borrow a style', async () => {
    expect((await shelf()).list('nature chemistry')[0]).toEqual({ id: 'nature-chemistry', title: 'Nature Chemistry', like: 'Nature' });
    expect(await reference('nature-chemistry')).toBe(await reference('nature'));
  });
  it('speak the language of the journal, unless another is asked for', async () => {
    const undated = { id: 'p', item: { ...article.item, issued: {} } };
    const set = async (id: string, locale?: string): Promise<string> => { const made = (await shelf()).processor(id, locale); return made.ok ? made.value.bibliography([undated]).text : ''; };
    expect(await set('berliner-journal-fur-soziologie')).toMatch(/o\.\s?J\./);
    expect(await set('springer-socpsych-author-date')).toContain('n.d.');
    expect(await set('berliner-journal-fur-soziologie', 'fr')).toMatch(/s\.\s?d\./);
  });
  it('are names of long ago', async () => {
    for (const [before, now] of [['mla', 'modern-language-association'], ['lncs', 'springer-lecture-notes-in-computer-science'], ['lancet', 'the-lancet'], ['current-opinion-biotechnology', 'current-opinion-in-biotechnology'], ['frontiers-in-nutrigenomics', 'frontiers'], ['ama', 'american-medical-association']] as const) expect([before, await reference(before)]).toEqual([before, await reference(now)]);
    expect((await shelf()).titled(['mla'])[0]?.id).toBe('modern-language-association');
  });
  it('are not guessed', async () => {
    for (const id of ['apaa', 'no-such-style', 'the', '']) expect(await reference(id)).toMatch(/^There is no citation style/);
  });
  it('are all there: every journal leads to rules', async () => {
    const one = await shelf();
    expect([...one.shipped.dependents].filter(([, { parent }]) => !(parent in one.shipped.catalogue.styles))).toEqual([]);
    expect(one.shipped.dependents.size).toBeGreaterThan(7000);
  });
});
