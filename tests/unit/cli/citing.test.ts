import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, runCli, startCli, type Ran } from '../../helpers/run-cli.ts';
import { until } from '../../helpers/until.ts';

const BIB = `@article{lecun2015deep, title = {Deep learning}, author = {LeCun, Yann and Bengio, Yoshua and Hinton, Geoffrey}, journal = {Nature}, volume = {521}, number = {7553}, pages = {436--444}, year = {2015}, doi = {10.1038/nature14539}}
@article{, title = {Attention is all you need}, author = {Vaswani, Ashish}, journal = {NIPS}, year = {2017}}
`;

let folder = '';
const sheaf = (...args: string[]): Promise<Ran> => runCli(join(folder, 'library'), args, '', { SHEAF_USER_DATA: join(folder, 'user') });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-cite-'));
  await mkdir(join(folder, 'user'));
  await writeFile(join(folder, 'user', 'settings.json'), JSON.stringify({ keyPattern: '[auth:lower]:[year]', citationStyle: 'ieee' }));
  await writeFile(join(folder, 'refs.bib'), BIB);
  await buildCli();
  await sheaf('import', join(folder, 'refs.bib'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('sheaf cite', () => {
  it('writes a citation as each source text has it', async () => {
    expect((await sheaf('cite', 'lecun2015deep', 'vaswani:2017', '--format', 'latex')).out).toBe('\\cite{lecun2015deep,vaswani:2017}\n');
    expect((await sheaf('cite', 'lecun2015deep', '--format', 'pandoc', '--at', 'ch. 3', '--prefix', 'see', '--no-author')).out).toBe('[see -@lecun2015deep, ch. 3]\n');
    expect((await sheaf('cite', 'lecun2015deep', '--format', 'typst')).out).toBe('@lecun2015deep\n');
  });
  it('sets references in the style that the window has, unless another is named', async () => {
    expect((await sheaf('cite', 'lecun2015deep')).out).toBe('[1] Y. LeCun, Y. Bengio, and G. Hinton, “Deep learning,” Nature, vol. 521, no. 7553, pp. 436–444, 2015, doi: 10.1038/nature14539.\n');
    expect((await sheaf('cite', 'lecun2015deep', '--format', 'citation', '--style', 'apa', '--at', '440')).out).toBe('(LeCun et al., 2015, p. 440)\n');
  });
  it('refuses what it does not know, naming what it does', async () => {
    expect(await sheaf('cite', 'lecun2015deep', '--format', 'word')).toMatchObject({ code: 2, err: expect.stringContaining('biblatex') });
    expect(await sheaf('cite', 'lecun2015deep', '--style', 'aqa')).toMatchObject({ code: 3, err: expect.stringContaining('aqa') });
  });
});

describe('sheaf styles', () => {
  const STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>My Journal</title><id>http://www.zotero.org/styles/my-journal</id></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="« " suffix=" »"/></layout></bibliography></style>';
  it('adds a style from a file, which is listed and used until it is removed', async () => {
    await writeFile(join(folder, 'journal.csl'), STYLE);
    expect(await sheaf('styles', 'add', join(folder, 'journal.csl'))).toMatchObject({ code: 0, out: 'Added my-journal: My Journal\n' });
    expect((await sheaf('styles', '--own')).out).toBe('my-journal  My Journal  (added)\n');
    expect((await sheaf('cite', 'lecun2015deep', '--style', 'my-journal')).out).toBe('« Deep learning »\n');
    expect((await sheaf('styles', 'remove', 'my-journal')).code).toBe(0);
    expect((await sheaf('cite', 'lecun2015deep', '--style', 'my-journal')).code).toBe(3);
  });
  it('finds journals that borrow a style, and refuses what is none', async () => {
    expect((await sheaf('styles', 'nature', 'chemistry')).out).toContain('nature-chemistry  Nature Chemistry  (as Nature)');
    expect((await sheaf('styles', 'no', 'such', 'style')).code).toBe(3);
    expect(await sheaf('styles', 'add', join(folder, 'refs.bib'))).toMatchObject({ code: 1, err: expect.stringContaining('is not XML') });
  });
});

describe('citation keys', () => {
  it('are made by the pattern that the window has, unless another is named', async () => {
    expect((await sheaf('keys', 'preview')).out).toContain('lecun2015deep -> lecun:2015');
    expect((await sheaf('keys', 'preview', '--pattern', '[auth][year]')).out).toContain('lecun2015deep -> LeCun2015');
  });
});

describe('sheaf watch', () => {
  const bib = (): string => join(folder, 'paper', 'refs.bib');
  const text = (): Promise<string> => readFile(bib(), 'utf8').catch(() => '');

  it('follows every change until it is ended, while others work on the library', async () => {
    await mkdir(join(folder, 'paper'));
    const child = startCli(join(folder, 'library'), ['watch', bib(), '--search', 'year:2010..2016'], { SHEAF_USER_DATA: join(folder, 'user') });
    await until(text, (now) => now.includes('lecun2015deep'));
    expect(await text()).not.toContain('Vaswani');
    expect((await sheaf('set', 'vaswani:2017', 'issued=2016')).code).toBe(0);
    await until(text, (now) => now.includes('Vaswani'));
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect((await readdir(join(folder, 'paper')))).toEqual(['refs.bib']);
  });
  it('writes once for scripts, and never over what somebody else wrote', async () => {
    const once_ = (...more: string[]): Promise<Ran> => sheaf('watch', bib(), '--once', '--search', 'year:2010..2016', ...more);
    expect(await once_()).toMatchObject({ code: 0, err: '' });
    await writeFile(bib(), 'by hand');
    expect(await once_()).toMatchObject({ code: 1, err: expect.stringContaining('--replace') });
    expect(await text()).toBe('by hand');
    expect((await once_('--replace')).code).toBe(0);
    expect(await text()).toContain('lecun2015deep');
    expect(await sheaf('watch', join(folder, 'nowhere', 'refs.bib'), '--once')).toMatchObject({ code: 1, err: expect.stringContaining('not there') });
    expect((await sheaf('watch', join(folder, 'refs.docx'), '--once')).code).toBe(2);
  });
});

describe('sheaf watch of a manuscript', () => {
  it('holds what it cites, and follows it as it is saved', async () => {
    const [tex, bib] = [join(folder, 'talk.tex'), join(folder, 'talk.bib')];
    await writeFile(tex, '\\cite{lecun2015deep}');
    const child = startCli(join(folder, 'library'), ['watch', bib, '--cited', tex], { SHEAF_USER_DATA: join(folder, 'user') });
    const text = (): Promise<string> => readFile(bib, 'utf8').catch(() => '');
    expect(await until(text, (now) => now.includes('lecun2015deep'))).not.toContain('Vaswani');
    await writeFile(tex, '\\cite{lecun2015deep, vaswani:2017}');
    await until(text, (now) => now.includes('Vaswani'));
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect((await sheaf('list', '--cited', tex)).out.match(/^\S+/gm)).toHaveLength(2);
    expect(await sheaf('list', '--cited', join(folder, 'gone.tex'))).toMatchObject({ err: expect.stringContaining('gone.tex') });
  });
});

describe('sheaf cites', () => {
  it('names what a manuscript and its chapters cite, what is missing, and writes the cited ones', async () => {
    await mkdir(join(folder, 'thesis'));
    await writeFile(join(folder, 'thesis', 'main.tex'), '\\cite{lecun2015deep}\\input{one}\\input{gone}');
    await writeFile(join(folder, 'thesis', 'one.tex'), '\\citep{nobody2000}');
    const ran = await sheaf('cites', join(folder, 'thesis', 'main.tex'), '--export', join(folder, 'thesis', 'refs.bib'));
    expect(ran).toMatchObject({ code: 3, out: 'lecun2015deep  found\nnobody2000  MISSING\n2 cited, 1 missing.\n', err: expect.stringContaining('gone') });
    expect((await readFile(join(folder, 'thesis', 'refs.bib'), 'utf8')).match(/^@\w+\{.*/gm)).toEqual(['@article{lecun2015deep,']);
  });
});

describe('a key that a paper had before', () => {
  it('still names the paper, and sheaf says what it is called now', async () => {
    await sheaf('set', 'vaswani:2017', 'citation-key=attention');
    expect(await sheaf('cite', 'vaswani:2017', '--format', 'latex')).toEqual({ code: 0, out: '\\cite{attention}\n', err: 'sheaf: "vaswani:2017" is called attention now.\n' });
    expect(await sheaf('keys', 'pin', 'vaswani:2017')).toMatchObject({ code: 0, err: expect.stringContaining('attention') });
    expect(await sheaf('cite', 'nobody2000')).toMatchObject({ code: 3, err: expect.stringContaining('nobody2000') });
  });
  it('is told apart from what is missing in a manuscript, and the paper goes along', async () => {
    const [tex, bib] = [join(folder, 'old.tex'), join(folder, 'old.bib')];
    await writeFile(tex, '\\cite{lecun2015deep,vaswani:2017,nobody2000}');
    expect(await sheaf('cites', tex, '--export', bib)).toMatchObject({ code: 3, out: 'lecun2015deep  found\nvaswani:2017  RENAMED to attention\nnobody2000  MISSING\n3 cited, 1 renamed, 1 missing.\n' });
    expect((await readFile(bib, 'utf8')).match(/^@\w+\{.*/gm)).toEqual(['@article{attention,', '@article{lecun2015deep,']);
    expect(JSON.parse((await sheaf('cites', tex, '--json')).out)).toMatchObject({ found: ['lecun2015deep'], renamed: [{ name: 'vaswani:2017', key: 'attention' }], missing: ['nobody2000'] });
    expect((await sheaf('cites', tex, '--missing')).out).toBe('nobody2000\n');
  });
});
