import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longPdf } from '../../helpers/long-pdf.ts';
import { buildCli, buildPdfProcess, runCli, type Ran } from '../../helpers/run-cli.ts';
import { smallPdf } from '../../helpers/small-pdf.ts';

let folder = '';
const library = (): string => join(folder, 'library');
const sheaf = (...args: string[]): Promise<Ran> => runCli(library(), args);
const texts = (): string => join(library(), 'cache', 'pdf-text');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-cli-search-'));
  await writeFile(join(folder, 'refs.bib'), '@article{harbour, title={The Long Harbour}, year={2020}}\n@article{ballast, title={Ships}, abstract={Of the lantern}, year={2021}}');
  await writeFile(join(folder, 'harbour.pdf'), longPdf(5));
  await writeFile(join(folder, 'ballast.pdf'), smallPdf(['Ballast', 'Water is taken in as bal-', 'last before the voyage.']));
  await writeFile(join(folder, 'broken.pdf'), Buffer.from('%PDF-1.7\nnothing more'));
  await buildCli();
  await buildPdfProcess();
  await sheaf('import', join(folder, 'refs.bib'));
  await sheaf('attach', 'harbour', join(folder, 'harbour.pdf'), join(folder, 'broken.pdf'));
  await sheaf('attach', 'ballast', join(folder, 'ballast.pdf'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('sheaf search in PDFs', () => {
  it('finds a paper by words of its PDF and says on which page, by its number as printed', async () => {
    const { out, code } = await sheaf('search', '--pdfs', '"lantern goes out"');
    expect(code).toBe(0);
    expect(out).toMatch(/harbour .*\n {4}PDF, p\. 3: .*Here the Lantern goes out/);
  });

  it('looks there only when it is asked to, and there alone with pdf:', async () => {
    expect((await sheaf('search', 'dusk')).code).toBe(3);
    const { out } = await sheaf('search', '--json', 'pdf:lantern');
    const { papers } = JSON.parse(out) as { papers: { citationKey: string; pdf?: { page: number; pages: number } }[] };
    expect(papers.map(({ citationKey, pdf }) => [citationKey, pdf?.page, pdf?.pages])).toEqual([['harbour', 1, 5]]);
    expect((await sheaf('search', '--pdfs', 'lantern')).out).toMatch(/ballast[^]*harbour/);
  });

  it('finds a word that is cut at the end of a line', async () => {
    expect((await sheaf('search', 'pdf:ballast pdf:voyage')).out).toContain('ballast');
  });

  it('reads anew what was lost or is damaged', async () => {
    for (const name of await readdir(texts())) await (name.endsWith('.text') ? rm(join(texts(), name)) : writeFile(join(texts(), name), 'damaged'));
    expect((await sheaf('search', 'pdf:dusk')).out).toContain('harbour');
    await rm(texts(), { recursive: true });
    expect((await sheaf('search', 'pdf:dusk')).out).toContain('harbour');
  });
});
