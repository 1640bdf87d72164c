import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { until } from '../../helpers/until.ts';
import { buildCli, runCli, startCli, type Ran } from '../../helpers/run-cli.ts';

const BIB = `@article{lecun2015deep, title = {Deep learning}, author = {LeCun, Yann and Bengio, Yoshua and Hinton, Geoffrey}, journal = {Nature}, volume = {521}, number = {7553}, pages = {436--444}, year = {2015}, doi = {10.1038/nature14539}, abstract = {Representations with multiple levels of abstraction.}}
@misc{vaswani2017attention, title = {Attention is all you need}, author = {Vaswani, Ashish}, year = {2017}, eprint = {1706.03762}, archiveprefix = {arXiv}}
`;
const Listed = z.object({ papers: z.array(z.looseObject({ id: z.string(), citationKey: z.string(), item: z.looseObject({ type: z.string() }), tags: z.array(z.string()), status: z.string() })) });

let folder = '';
const library = (): string => join(folder, 'library');
const sheaf = (...args: string[]): Promise<Ran> => runCli(library(), args);
const listed = async (): Promise<z.infer<typeof Listed>['papers']> => Listed.parse(JSON.parse((await sheaf('list', '--json')).out)).papers;
const tagsOf = async (key: string): Promise<string[] | undefined> => (await listed()).find(({ citationKey }) => citationKey === key)?.tags;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-cli-'));
  await writeFile(join(folder, 'refs.bib'), BIB);
  await buildCli();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('sheaf', () => {
  it('says that there is no library before the first import', async () => {
    const { code, out, err } = await sheaf('list');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('sheaf import FILE');
    await expect(readdir(library())).rejects.toThrow();
  });

  it('previews, then imports, and leaves out what is there', async () => {
    const preview = await sheaf('import', join(folder, 'refs.bib'), '--dry-run');
    expect(preview.out).toContain('2 new, 0 in the library already. Nothing was changed.');
    expect(await sheaf('import', join(folder, 'refs.bib'))).toMatchObject({ code: 0, err: '', out: expect.stringContaining('2 papers imported') });
    expect((await runCli(library(), ['import', '-'], BIB)).out).toContain('2 in the library already');
    expect(await listed()).toHaveLength(2);
  });

  it('lists papers as CSL with names of tags', async () => {
    const paper = (await listed()).find(({ citationKey }) => citationKey === 'lecun2015deep');
    expect(paper).toMatchObject({ status: 'inbox', tags: [], item: { type: 'article-journal', title: 'Deep learning', DOI: '10.1038/nature14539', issued: { 'date-parts': [[2015]] } } });
  });

  it('names papers by key, DOI, arXiv id and the beginning of the id', async () => {
    const [paper] = await listed();
    for (const name of ['lecun2015deep', '10.1038/nature14539', 'https://doi.org/10.1038/NATURE14539']) expect((await sheaf('show', name)).out).toContain('Deep learning\n');
    for (const name of ['1706.03762', 'arXiv:1706.03762']) expect((await sheaf('show', name)).out).toContain('Attention is all you need\n');
    expect((await sheaf('show', paper?.id ?? '')).code).toBe(0);
  });

  it('tags, notes, and takes it back', async () => {
    expect((await sheaf('tag', 'add', 'lecun2015deep', 'vision/nets', 'to cite')).code).toBe(0);
    expect(await tagsOf('lecun2015deep')).toEqual(['vision/nets', 'to cite']);
    expect((await sheaf('tag', 'list')).out).toContain('1  vision/nets');
    await sheaf('tag', 'remove', 'lecun2015deep', 'to cite');
    expect((await runCli(library(), ['note', 'lecun2015deep', '-'], 'From *stdin*.')).code).toBe(0);
    expect((await sheaf('note', 'lecun2015deep')).out).toBe('From *stdin*.\n');
    expect((await sheaf('undo', '2')).out).toBe('Undone: Write a note\nUndone: Remove a tag\n');
    expect(await tagsOf('lecun2015deep')).toEqual(['vision/nets', 'to cite']);
    expect((await sheaf('redo')).code).toBe(0);
    expect(await tagsOf('lecun2015deep')).toEqual(['vision/nets']);
  });

  it('keeps collections, and lists by them, by tag, status and rating', async () => {
    await sheaf('collection', 'create', 'Thesis');
    await sheaf('collection', 'create', 'Thesis/Chapter 2');
    expect((await sheaf('collection', 'create', 'Nowhere/Chapter')).code).toBe(3);
    expect((await sheaf('collection', 'add', 'thesis/chapter 2', 'lecun2015deep')).out).toBe('Put 1 paper in thesis/chapter 2.\n');
    expect((await sheaf('collection', 'list')).out).toBe('     0  Thesis\n     1  Thesis/Chapter 2\n');
    expect((await sheaf('list', '--collection', 'Chapter 2')).out).toMatch(/^lecun2015deep[^\n]*\n$/);
    expect((await sheaf('list', '--tag', 'vision/nets', '--status', 'inbox')).out).toMatch(/^lecun2015deep[^\n]*\n$/);
    expect((await sheaf('list', '--rating', '1..')).code).toBe(3);
    expect((await sheaf('list', '--status', 'eaten')).code).toBe(2);
    expect((await sheaf('collection', 'remove', 'Chapter 2', 'lecun2015deep')).code).toBe(0);
    expect((await sheaf('list', '--collection', 'Chapter 2')).code).toBe(3);
    await sheaf('undo', '4');
  });

  it('searches the full text at once, and says when nothing is found', async () => {
    expect((await sheaf('search', 'abstraction year:2015')).out).toMatch(/^lecun2015deep/);
    expect((await sheaf('search', 'nonexistentword')).code).toBe(3);
  });

  it('exports to stdout, or whole into a file', async () => {
    const bibtex = await sheaf('export', '--format', 'bibtex');
    expect(bibtex.out).toContain('@article{lecun2015deep,');
    expect((await sheaf('export', '--format', 'bibtex', '-o', join(folder, 'out.bib'))).out).toBe('');
    expect(await readFile(join(folder, 'out.bib'), 'utf8')).toBe(bibtex.out);
    const json = z.array(z.looseObject({ title: z.string() })).parse(JSON.parse((await sheaf('export', 'lecun2015deep', '--format', 'csl-json')).out));
    expect(json.map(({ title }) => title)).toEqual(['Deep learning']);
    expect((await readdir(folder)).sort()).toEqual(['library', 'out.bib', 'refs.bib']);
  });

  it('cites in a style', async () => {
    expect((await sheaf('cite', 'lecun2015deep', '--style', 'apa')).out).toBe('LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. Nature, 521(7553), 436–444. https://doi.org/10.1038/nature14539\n');
    expect((await sheaf('cite', 'lecun2015deep', '--format', 'html')).out).toContain('<i>Nature</i>');
    expect(await sheaf('cite', 'lecun2015deep', '--style', 'apaa')).toMatchObject({ code: 3, out: '', err: expect.stringContaining('Near it: apa') });
  });

  it('proves the library sound', async () => { expect(await sheaf('check')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('sound') }); });

  it('shares a library with other commands at the same time', async () => {
    const codes = await Promise.all(['one', 'two', 'three', 'four'].map((tag) => sheaf('tag', 'add', 'vaswani2017attention', tag)));
    expect(codes.map(({ code, err }) => `${code} ${err}`)).toEqual(['0 ', '0 ', '0 ', '0 ']);
    expect((await tagsOf('vaswani2017attention'))?.sort()).toEqual(['four', 'one', 'three', 'two']);
  });

  it.each([[['bogus'], 2], [['tag'], 2], [['undo', 'many'], 2], [['export', '--format', 'docx'], 2], [['import', '/no/such/file.bib'], 3], [['show', 'nobody1900'], 3], [['list', '--nonsense'], 2], [['--help'], 0], [['import', '--help'], 0]])('%j ends with %i', async (args, code) => {
    const ran = await sheaf(...args);
    expect(ran.code).toBe(code);
    expect(code === 0 ? ran.err : ran.out).toBe('');
  });

  it('sets fields of a paper, shows them first when asked, warns on stderr, and takes all back in one step', async () => {
    const dry = await sheaf('set', 'lecun2015deep', 'issued=March 2015', 'publisher=NPG', '--dry-run');
    expect(dry.out).toContain('publisher: (none) -> NPG');
    const done = await sheaf('set', 'lecun2015deep', 'vaswani2017attention', 'publisher=NPG', 'author+={Somebody Else}', 'page=9-3');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Changed 2 of 2 papers.'), err: expect.stringContaining('perhaps 3-9') });
    expect((await listed()).every(({ item }) => item['publisher'] === 'NPG')).toBe(true);
    await sheaf('undo');
    expect((await listed()).some(({ item }) => item['publisher'] === 'NPG')).toBe(false);
    expect((await sheaf('set', 'lecun2015deep')).code).toBe(2);
  });

  it('adds a paper by hand', async () => {
    expect(await sheaf('add', 'type=book', 'title=On Growth and Form', 'author=Thompson, D. W.', 'issued=1917')).toMatchObject({ code: 0, err: '', out: 'Added thompson1917growth.\n' });
    expect((await sheaf('add', 'type=nonsense', 'title=x')).code).toBe(2);
    await sheaf('undo');
  });

  it('keeps the notes alike with a folder of Markdown files', async () => {
    const vault = join(folder, 'vault');
    await sheaf('note', 'vaswani2017attention', 'Look at figure 2.', '--replace');
    expect((await sheaf('mirror', vault)).out).toMatch(/^\d written, 0 removed, 0 brought back\.\n$/);
    const file = join(vault, 'vaswani2017attention.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('figure 2', 'figure 3'));
    expect((await sheaf('mirror', vault)).out).toBe('0 written, 0 removed, 1 brought back.\n');
    expect((await sheaf('note', 'vaswani2017attention')).out).toBe('Look at figure 3.\n');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^tags: .*$/m, 'tags: [from-the-vault]'));
    await sheaf('mirror', vault);
    expect(await tagsOf('vaswani2017attention')).toEqual(['from-the-vault']);
    expect((await sheaf('mirror', join(library(), 'inside'))).code).toBe(2);
  });

  it('goes on keeping them alike until it is interrupted, while other commands work', async () => {
    const vault = join(folder, 'watched');
    await sheaf('note', 'vaswani2017attention', 'One.', '--replace');
    const watching = startCli(library(), ['mirror', vault, '--watch']);
    const ended = new Promise<number | null>((resolve) => watching.on('close', resolve));
    const file = join(vault, 'vaswani2017attention.md');
    const text = await until(() => readFile(file, 'utf8').catch(() => ''), (now) => now.includes('One.'));
    await writeFile(file, text.replace('One.', 'Two.'));
    await until(() => sheaf('note', 'vaswani2017attention'), ({ out }) => out === 'Two.\n');
    await sheaf('note', 'vaswani2017attention', 'Three.', '--replace');
    await until(() => readFile(file, 'utf8'), (now) => now.endsWith('---\n\nThree.\n'));
    watching.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('begins notes that stand alone, finds them by title and words, and lists all', async () => {
    await sheaf('note', '--new', '# A plan\n\nCompare [[lecun2015deep]].');
    await sheaf('note', 'A plan', 'Then write.');
    expect((await sheaf('note', 'A plan')).out).toBe('# A plan\n\nCompare [[lecun2015deep]].\n\nThen write.\n');
    expect((await sheaf('notes', '--alone')).out).toMatch(/^[0-9A-Z]{26} {2}- {2}A plan\n$/);
    const { notes } = z.object({ notes: z.array(z.object({ citationKey: z.string().nullable(), markdown: z.string() })) }).parse(JSON.parse((await sheaf('notes', 'three', '--json')).out));
    expect(notes).toEqual([{ citationKey: 'vaswani2017attention', markdown: 'Three.' }]);
    expect((await sheaf('notes', 'zeugma')).code).toBe(3);
    expect((await sheaf('note')).code).toBe(2);
    expect((await sheaf('note', 'No such thing')).code).toBe(3);
  });

  it('says of a paper without marks that there is nothing to quote', async () => {
    expect(await sheaf('note', 'lecun2015deep', '--from-marks')).toMatchObject({ code: 3, out: '', err: expect.stringContaining('no marks') });
  });
});
