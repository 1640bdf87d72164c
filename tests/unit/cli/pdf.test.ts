import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectorFor } from '../../../src/library/anchor.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';
import { longPdf } from '../../helpers/long-pdf.ts';
import { buildCli, buildPdfProcess, runCli, type Ran } from '../../helpers/run-cli.ts';

let folder = '';
const library = (): string => join(folder, 'library');
const sheaf = (...args: string[]): Promise<Ran> => runCli(library(), args);

/** Marks the paper's PDF as the window would. */
async function markIt(): Promise<void> {
  const opened = await openEngine({ folder: library() });
  if (!opened.ok) throw new Error(opened.error.message);
  const engine = opened.value;
  const found = await engine.call('papers.find', { names: ['harbour'] });
  const paper = found.ok ? found.value[0]?.ids[0] ?? '' : '';
  const detail = await engine.call('papers.get', { id: paper });
  const attachment = detail.ok ? detail.value.attachments[0]?.id ?? '' : '';
  const page = 'Sheet number 2\nThe lantern was lit before dusk, and the harbour lay still.';
  const target = { type: 'pdf', attachment, page: 2, quads: [[72, 691, 372, 691, 72, 679, 372, 679]] };
  await engine.call('command.run', { name: 'annotation.add', input: { paper, target, selector: selectorFor(page, 15, 48), kind: 'highlight', colour: 'blue', comment: 'At dusk' } });
  await engine.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-cli-pdf-'));
  await writeFile(join(folder, 'harbour.bib'), '@article{harbour, title={The Long Harbour}, year={2020}}');
  await writeFile(join(folder, 'harbour.pdf'), longPdf(3));
  await buildCli();
  await buildPdfProcess();
  await sheaf('import', join(folder, 'harbour.bib'));
  await sheaf('attach', 'harbour', join(folder, 'harbour.pdf'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('sheaf pdf write', () => {
  it('says so while nothing is marked', async () => {
    expect(await sheaf('pdf', 'write', 'harbour', '-o', join(folder, 'none.pdf'))).toMatchObject({ code: 3, out: '' });
    await expect(stat(join(folder, 'none.pdf'))).rejects.toThrow();
  });

  it('writes a copy with the marks and leaves the library’s own file alone', async () => {
    await markIt();
    const { code, out } = await sheaf('pdf', 'write', 'harbour', '-o', join(folder, 'marked.pdf'), '--author', 'Ada', '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { file: join(folder, 'marked.pdf'), added: 1, updated: 0, unchanged: 0 }]);
    const copy = await readFile(join(folder, 'marked.pdf'), 'latin1');
    expect(copy.startsWith(longPdf(3).toString('latin1'))).toBe(true);
    expect(copy).toContain('/Subtype /Highlight');
  });

  it('writes nowhere into the library folder', async () => {
    expect(await sheaf('pdf', 'write', 'harbour', '-o', join(library(), 'files/marked.pdf'))).toMatchObject({ code: 2 });
  });
});

describe('sheaf pdf take', () => {
  it('takes over what a file holds, once, and undo takes it all back', async () => {
    const marks = async (): Promise<number> => (JSON.parse((await sheaf('show', 'harbour', '--json')).out) as { papers: { annotations: unknown[] }[] }).papers[0]?.annotations.length ?? -1;
    await sheaf('attach', 'harbour', join(folder, 'marked.pdf'));
    const named = ['--file', '(2)', '--json'];
    expect(JSON.parse((await sheaf('pdf', 'take', 'harbour', ...named)).out)).toEqual({ taken: 1, there: 0, others: 0 });
    expect(await marks()).toBe(2);
    expect(JSON.parse((await sheaf('pdf', 'take', 'harbour', ...named)).out)).toEqual({ taken: 0, there: 1, others: 0 });
    await sheaf('undo');
    expect(await marks()).toBe(1);
  });
});

describe('sheaf pdf sidecar', () => {
  it('writes the marks beside the PDF, anew each time, and never over a file of somebody else', async () => {
    const { code, out } = await sheaf('pdf', 'sidecar', 'harbour', '--json');
    const { file, marks } = JSON.parse(out) as { file: string; marks: number };
    expect([code, marks]).toEqual([0, 1]);
    expect(await readFile(file, 'utf8')).toContain('> ');
    expect(await sheaf('pdf', 'sidecar', 'harbour')).toMatchObject({ code: 0 });
    expect((await sheaf('check')).code).toBe(0);
    await writeFile(file, 'My own words');
    expect((await sheaf('pdf', 'sidecar', 'harbour')).code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('My own words');
  });
});
