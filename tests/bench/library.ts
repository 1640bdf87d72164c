import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { CslItem } from '../../src/model/csl.ts';
import { openEngine } from '../../src/services/engine/engine.ts';
import { generatePapers } from '../helpers/generate-papers.ts';

const Record = z.object({ id: z.string(), title: z.string(), authors: z.array(z.string()), abstract: z.string(), listed: z.string().optional() });

/** A library of `count` papers, generated from a seed or taken from a file of arXiv records; made once and kept for the next run. */
export async function benchLibrary(count: number, data: string | null): Promise<string> {
  const folder = join(tmpdir(), `sheaf-bench-${data ? 'data' : 'seed1'}-${count}`);
  if (existsSync(join(folder, 'library.json'))) return folder;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await fill(unfinished, data ? await recorded(data, count) : generatePapers(count));
  await rename(unfinished, folder);
  return folder;
}

/** Brings the items in as a person would: a file of CSL JSON through the importer. */
async function fill(folder: string, items: CslItem[]): Promise<void> {
  const file = `${folder}.json`;
  await writeFile(file, JSON.stringify(items.map((item, index) => ({ id: `bench${index}`, ...item }))));
  const opened = await openEngine({ folder, create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const preview = await opened.value.call('import.preview', { source: { file } });
  if (!preview.ok) throw new Error(preview.error.message);
  const done = await opened.value.call('import.commit', { preview: preview.value.preview, duplicates: 'keep' });
  if (!done.ok) throw new Error(done.error.message);
  await opened.value.close();
  await rm(file);
}

async function recorded(file: string, count: number): Promise<CslItem[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter(Boolean).slice(0, count).map((line) => itemOf(Record.parse(JSON.parse(line))));
}

function itemOf({ id, title, authors, abstract, listed }: z.infer<typeof Record>): CslItem {
  const parts = listed?.split('-').map(Number);
  const author = authors.map((name) => ({ family: name.split(' ').at(-1) ?? name, given: name.split(' ').slice(0, -1).join(' ') }));
  return { type: 'article', title, abstract, author, number: `arXiv:${id}`, URL: `https://arxiv.org/abs/${id}`, ...(parts?.[0] ? { issued: { 'date-parts': [parts] } } : {}) };
}
