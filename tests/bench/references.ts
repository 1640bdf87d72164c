import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CslNode } from '../../src/citation/csl-node.ts';
import { styles } from '../../src/services/styles/styles.ts';
import { typeset, typesetIn } from '../../src/services/styles/typeset.ts';
import { generatePapers } from '../helpers/generate-papers.ts';
import { buildTypesetting } from '../helpers/run-cli.ts';
import type { Figure } from './figure.ts';
import { percentile } from './measure.ts';

const STYLE = 'apa';
const COUNT = 1000;
const RUNS = 5;

/** A thousand references in APA as Sheaf's thread sets them, held against a whole run of `pandoc --citeproc` on the same papers in the same style: the first time, when nothing is warm; papers that are new to a warm thread; and the same ones again. */
export async function referenceFigures(): Promise<Figure[]> {
  const figures = ['when nothing is warm', 'new papers, warm', 'the same papers again'].map((how, at): Figure => ({ name: `${COUNT.toLocaleString('en')} references in APA, ${how}, by the time of pandoc`, value: null, unit: '×', target: at === 2 ? 0.1 : 1 }));
  if (spawnSync('pandoc', ['--version']).error) return figures.map((figure) => ({ ...figure, note: 'pandoc not installed' }));
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-references-'));
  try {
    typesetIn(await buildTypesetting());
    const papers = generatePapers(COUNT * (RUNS + 1)).map((item, n) => ({ id: `P${String(n)}`, item }));
    const theirs = await pandocTimes(folder, papers.slice(0, COUNT));
    const cold = await timeOf(papers.slice(0, COUNT));
    const fresh: number[] = [];
    for (let run = 1; run <= RUNS; run++) fresh.push(await timeOf(papers.slice(run * COUNT, (run + 1) * COUNT)));
    const again = await timeOf(papers.slice(RUNS * COUNT));
    return figures.map((figure, at) => ({ ...figure, value: ([cold, percentile(fresh, 0.5), again][at] ?? 0) / percentile(theirs, 0.5) }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Papers = Parameters<typeof typeset>[0]['papers'];

async function timeOf(papers: Papers): Promise<number> {
  const start = performance.now();
  const set = await typeset({ style: STYLE, locale: 'en-US', papers, only: 'text' });
  if (!set.ok) throw new Error(set.error.message);
  return performance.now() - start;
}

async function pandocTimes(folder: string, papers: Papers): Promise<number[]> {
  const setting = (await styles()).setting(STYLE);
  if (!setting.ok) throw new Error(setting.error.message);
  await writeFile(join(folder, 'style.csl'), `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(setting.value.style as CslNode)}`);
  await writeFile(join(folder, 'papers.json'), JSON.stringify(papers.map(({ id, item }) => ({ ...item, id }))));
  await writeFile(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n');
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync('pandoc', ['--citeproc', '--bibliography', 'papers.json', '--csl', 'style.csl', '-t', 'plain', '-o', 'out.txt', 'all.md'], { cwd: folder });
    if (status !== 0) throw new Error(`pandoc failed: ${stderr.toString().slice(0, 400)}`);
    return performance.now() - start;
  });
}

/** A style as its file has it. */
function xmlOf(node: CslNode): string {
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<${node.name}${attributes}>${node.children.map((child) => (typeof child === 'string' ? escaped(child) : xmlOf(child))).join('')}</${node.name}>`;
}
