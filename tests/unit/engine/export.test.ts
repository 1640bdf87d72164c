import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../../src/contract/bridge.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';

let folder: string;
let engine: Engine;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-export-'));
  const opened = await openEngine({ folder: join(folder, 'Library'), create: true, index: 'asked' });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
  const text = Array.from({ length: 300 }, (_, n) => `@article{k${String(n)}, title={Paper ${String(n)}}, year={2001}}`).join('\n');
  const preview = await engine.call('import.preview', { source: { text, name: 'refs.bib' } });
  if (!preview.ok) throw new Error(preview.error.message);
  await engine.call('import.commit', { preview: preview.value.preview });
});
afterEach(async () => { await engine.close(); await rm(folder, { recursive: true, force: true }); });

it.each(['bibtex', 'biblatex'] as const)('answers others while a library leaves as %s, and what leaves is of one moment', async (format) => {
  const listed = await engine.call('papers.query', { scope: { in: 'all' } });
  if (!listed.ok) throw new Error(listed.error.message);
  const done: string[] = [];
  const leaving = engine.call('export.text', { selection: { query: listed.value.query, except: [] }, format });
  const seen = leaving.then(() => { done.push('export'); });
  const asked = engine.call('papers.query', { scope: { in: 'all' }, text: 'paper' }).then(() => { done.push('query'); });
  const tagged = engine.call('command.run', { name: 'tag.add', input: { selection: { query: listed.value.query, except: [] }, name: 'while it leaves' } }).then(() => { done.push('tag'); });
  await Promise.all([seen, asked, tagged]);
  expect(done.indexOf('query')).toBeLessThan(done.indexOf('export'));
  const answer = await leaving;
  expect(answer.ok && answer.value.count).toBe(300);
  expect(answer.ok && [0, 300]).toContain(answer.ok && answer.value.text.split('while it leaves').length - 1);
});
