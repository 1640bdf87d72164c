import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { Input, OperationName, Output } from '../../../src/contract/contract.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import { field, smallDocx } from '../../helpers/small-docx.ts';
import { until } from '../../helpers/until.ts';

const HERE = `@article{lecun2015deep, title={Deep learning}, author={LeCun, Yann}, year={2015}, doi={10.1038/nature14539}}
@article{vaswani2017attention, title={Attention is all you need}, author={Vaswani, Ashish}, year={2017}}
@article{vaswani2017again, title={Attention is all you need}, author={Vaswani, Ashish}, year={2017}}`;
const OWN = `@string{jmlr = "Journal of Machine Learning Research"}
@article{dl, title={Deep learning}, author={LeCun, Yann}, year={2015}, doi={10.1038/nature14539}}
@book{knuth, title={The TeXbook}, author={Knuth, Donald}, year={1984},
  publisher = {Addison-Wesley}}
@article{unused, title={Unused}, journal=jmlr}
`;

let folder: string;
let engine: Engine;
let file: string;
const ask = async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-manuscripts-'));
  const opened = await openEngine({ folder: join(folder, 'Library'), create: true, index: 'asked' });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
  const { preview } = await ask('import.preview', { source: { text: HERE, name: 'refs.bib' } });
  await ask('import.commit', { preview, repeats: 'keep' });
  file = join(folder, 'thesis', 'main.tex');
  await mkdir(join(folder, 'thesis', 'chapters'), { recursive: true });
  await writeFile(file, '\\addbibresource{own.bib}\n\\cite{lecun2015deep}\n\\input{chapters/one}\n\\include{chapters/gone}\n');
  await writeFile(join(folder, 'thesis', 'chapters', 'one.tex'), '\n\\cite{dl,knuth}\n\\cite{vaswani2017attention, vaswani2017again}\\cite{vaswany2017attention}');
  await writeFile(join(folder, 'thesis', 'own.bib'), OWN);
});
afterAll(async () => { await engine.close(); await rm(folder, { recursive: true, force: true }); });

describe('a manuscript', () => {
  it('is read with its chapters and its bibliography, each citation with its place and where it stands', async () => {
    const view = await ask('manuscript.look', { file });
    const one = join(folder, 'thesis', 'chapters', 'one.tex');
    expect(view.citations.map(({ name, stands, file: at, line }) => [name, stands, at, line])).toEqual([
      ['lecun2015deep', 'found', file, 2], ['dl', 'missing', one, 2], ['knuth', 'missing', one, 2],
      ['vaswani2017attention', 'repeated', one, 3], ['vaswani2017again', 'repeated', one, 3], ['vaswany2017attention', 'missing', one, 3],
    ]);
    expect(view).toMatchObject({ name: 'main.tex', all: false, unread: [join(folder, 'thesis', 'chapters', 'gone.tex')], bibliographies: [{ there: true }], papers: 3 });
  });
  it('says of what is missing which paper it is by its own bibliography, and which keys are like it', async () => {
    const { citations } = await ask('manuscript.look', { file });
    expect(citations.find(({ name }) => name === 'dl')).toMatchObject({ title: 'Deep learning', entry: join(folder, 'thesis', 'own.bib'), near: [{ citationKey: 'lecun2015deep', same: true }] });
    expect(citations.find(({ name }) => name === 'vaswany2017attention')?.near[0]).toMatchObject({ citationKey: 'vaswani2017attention', same: false });
  });
  it('gives the entries that are missing out of its own bibliography, with the macros that they need', async () => {
    const { text, name } = await ask('manuscript.entries', { file, names: ['knuth'] });
    expect(name).toBe('own.bib');
    expect(text).toBe('@string{jmlr = "Journal of Machine Learning Research"}\n\n@book{knuth, title={The TeXbook}, author={Knuth, Donald}, year={1984},\n  publisher = {Addison-Wesley}}\n');
  });
  it('is a list of the papers that it cites, which follows the manuscript and the library', async () => {
    const keys = async (): Promise<string[]> => (await ask('papers.query', { scope: { in: 'cited', manuscript: file }, first: 100, sort: 'title', descending: false })).rows.map(({ citationKey }) => citationKey).sort();
    expect(await keys()).toEqual(['lecun2015deep', 'vaswani2017again', 'vaswani2017attention']);
    const heard: string[] = [];
    const stop = engine.on((name, payload) => { if (name === 'manuscript' && 'file' in payload) heard.push(payload.file); });
    await writeFile(join(folder, 'thesis', 'chapters', 'one.tex'), 'nothing, now \\cite{late2020}');
    await until(() => Promise.resolve(heard), (all) => all.includes(file));
    stop();
    expect(await keys()).toEqual(['lecun2015deep']);
    const [paper] = await ask('papers.find', { names: ['vaswani2017again'] });
    await ask('command.run', { name: 'paper.edit', input: { paper: paper?.ids[0], set: { citationKey: 'late2020' } } });
    expect(await keys()).toEqual(['late2020', 'lecun2015deep']);
  });
  it('leads from a key that a paper had to the paper, also after several changes, and not to others', async () => {
    const formerly = async (key: string): Promise<number> => (await ask('papers.formerly', { keys: [key] }))[0]?.ids.length ?? 0;
    expect([await formerly('vaswani2017again'), await formerly('late2020'), await formerly('vaswani')]).toEqual([1, 0, 0]);
    const [paper] = await ask('papers.find', { names: ['late2020'] });
    await ask('command.run', { name: 'paper.edit', input: { paper: paper?.ids[0], set: { citationKey: 'third' } } });
    expect((await ask('papers.formerly', { keys: ['vaswani2017again', 'vaswani', 'late2020'] })).map(({ ids }) => ids)).toEqual([paper?.ids, [], paper?.ids]);
    await ask('command.run', { name: 'paper.edit', input: { paper: paper?.ids[0], set: { citationKey: 'late2020' } } });
  });
  it('that is gone is an error that says so, not an empty list', async () => {
    expect(await engine.call('papers.query', { scope: { in: 'cited', manuscript: join(folder, 'gone.tex') } })).toMatchObject({ ok: false, error: { code: 'unreadable', details: { reason: 'manuscript' } } });
    expect(await engine.call('manuscript.look', { file: join(folder, 'thesis', 'own.bib') })).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });
  it('of Word finds papers by what its fields say of them', async () => {
    const docx = join(folder, 'paper.docx');
    const item = { type: 'article-journal', title: 'Deep learning', DOI: '10.1038/nature14539' };
    const other = { type: 'book', title: 'On growth and form', author: [{ family: 'Thompson' }], issued: { 'date-parts': [[1917]] } };
    await writeFile(docx, smallDocx([field(`ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: [{ id: 1, itemData: item }, { id: 2, itemData: other }] })}`, '(1)')]));
    expect((await ask('manuscript.look', { file: docx })).citations).toMatchObject([{ name: '10.1038/nature14539', line: null, stands: 'found', papers: [{ citationKey: 'lecun2015deep' }] }, { name: 'Thompson 1917', stands: 'missing', entry: docx }]);
    const { text, name } = await ask('manuscript.entries', { file: docx, names: ['Thompson 1917'] });
    const preview = await ask('import.preview', { source: { text, name } });
    expect(preview.entries).toMatchObject([{ title: 'On growth and form', verdict: 'new' }]);
  });
});
