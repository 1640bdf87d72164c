import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cite } from '../../../src/citation/cite.ts';
import type { Engine } from '../../../src/contract/bridge.ts';
import type { CiteHost } from '../../../src/services/cite-server/host.ts';
import { startCiteServer, type CiteServer } from '../../../src/services/cite-server/server.ts';
import { openEngine } from '../../../src/services/engine/engine.ts';

const BIB = `@article{turing1936, title = {On Computable Numbers}, author = {Turing, Alan}, journal = {Proceedings}, year = {1936}, pages = {230--265}}
@article{shannon1948, title = {A Mathematical Theory of Communication}, author = {Shannon, Claude}, year = {1948}, journal = {Bell System Technical Journal}}`;
let folder: string;
let engine: Engine;
let server: CiteServer;
let picks: Cite[] | null | 'wait' | Error = null;
let [picking, hungUp] = [0, 0];
const copied: string[] = [];
const unexpected: unknown[] = [];

const host: CiteHost = {
  call: (name, input) => engine.call(name, input),
  pick: (givenUp) => (picks instanceof Error ? Promise.reject(picks) : picks === 'wait' ? new Promise((resolve) => { picking++; givenUp.addEventListener('abort', () => { hungUp++; resolve(null); }); }) : Promise.resolve(picks)),
  copy: (text) => { copied.push(text); },
  style: () => ({ style: 'apa', locale: 'en-US' }),
  version: '1.2.3',
  unexpected: (error) => { unexpected.push(error); },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-cite-'));
  const opened = await openEngine({ folder: join(folder, 'Library'), create: true, index: 'now' });
  if (!opened.ok) throw new Error(opened.error.message);
  engine = opened.value;
  const preview = await engine.call<'import.preview'>('import.preview', { source: { text: BIB, name: 'refs.bib' } });
  if (!preview.ok) throw new Error(preview.error.message);
  await engine.call('import.commit', { preview: preview.value.preview });
  server = await startCiteServer(host, 0);
});
afterAll(async () => {
  await server.close();
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (path: string): string => `http://127.0.0.1:${String(server.port)}${path}`;
const cayw = async (query: string): Promise<string> => (await fetch(at(`/better-bibtex/cayw?${query}`))).text();
async function idOf(key: string): Promise<string> {
  const answer = await engine.call<'papers.find'>('papers.find', { names: [key] });
  return answer.ok ? answer.value[0]?.ids[0] ?? '' : '';
}
async function rpc(method: string, params: unknown): Promise<{ result?: unknown; error?: { code: number; message: string } }> {
  const answer = await fetch(at('/better-bibtex/json-rpc'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) });
  return (await answer.json()) as { result?: unknown; error?: { code: number; message: string } };
}
/** A request with headers that fetch would not send. */
const raw = (headers: Record<string, string>, method = 'GET', path = '/better-bibtex/cayw?probe=1'): Promise<number> => new Promise((resolve, reject) => {
  request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => { response.resume(); resolve(response.statusCode ?? 0); }).once('error', reject).end();
});

describe('cite as you write', () => {
  it('answers a probe without asking anybody', async () => { expect(await cayw('probe=1')).toBe('ready'); });
  it('gives what was picked in the format of the text', async () => {
    picks = [Cite.parse({ id: await idOf('turing1936'), key: 'turing1936', locator: '241' })];
    expect(await cayw('format=latex')).toBe('\\cite[p. 241]{turing1936}');
    expect(await cayw('format=pandoc&brackets=1')).toBe('[@turing1936, p. 241]');
    expect(await cayw('format=biblatex&command=parencite')).toBe('\\parencite[p. 241]{turing1936}');
    expect(await cayw('')).toBe('\\autocite[p. 241]{turing1936}');
    expect(await cayw('format=formatted-citation')).toBe('(Turing, 1936, p. 241)');
    expect(await cayw('format=formatted-bibliography')).toContain('Turing, A. (1936). On Computable Numbers. Proceedings, 230–265.');
    expect(await cayw('format=formatted-bibliography&contentType=html')).toContain('<i>Proceedings</i>');
    expect(await cayw('format=formatted-citation&style=http%3A%2F%2Fwww.zotero.org%2Fstyles%2Fieee')).toContain('[1, p. 241]');
    expect(await cayw('format=translate&translator=bibtex')).toContain('@article{turing1936,');
  });
  it('leaves an author out, and takes words around a citation', async () => {
    picks = [Cite.parse({ id: await idOf('turing1936'), key: 'turing1936', suppressAuthor: true, prefix: 'see', suffix: 'and later' }), Cite.parse({ id: await idOf('shannon1948'), key: 'shannon1948' })];
    expect(await cayw('format=formatted-citation')).toBe('(Shannon, 1948; see 1936, and later)');
  });
  it('copies when asked', async () => {
    picks = [Cite.parse({ id: await idOf('turing1936'), key: 'turing1936' })];
    await cayw('format=typst&clipboard=1');
    expect(copied).toEqual(['@turing1936']);
  });
  it('gives nothing when nothing is picked, and says what it does not know', async () => {
    picks = null;
    expect(await cayw('format=latex')).toBe('');
    const unknown = await fetch(at('/better-bibtex/cayw?format=wordstar'));
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('"wordstar"')]);
    picks = [Cite.parse({ id: await idOf('turing1936'), key: 'turing1936' })];
    expect((await fetch(at('/better-bibtex/cayw?format=formatted-citation&style=nonsense'))).status).toBe(404);
  });
  it('lets go of the picker when the asker hangs up', async () => {
    picks = 'wait';
    const asker = new AbortController();
    const asking = fetch(at('/better-bibtex/cayw'), { signal: asker.signal }).catch(() => null);
    await expect.poll(() => picking).toBe(1);
    asker.abort();
    await asking;
    await expect.poll(() => hungUp).toBe(1);
  });
  it('answers also when something goes wrong that nobody expected, which is not passed over in silence', async () => {
    picks = new Error('no window');
    const answer = await fetch(at('/better-bibtex/cayw'));
    expect([answer.status, await answer.text(), unexpected]).toEqual([500, 'Something went wrong in Sheaf.', [picks]]);
  });
});

describe('JSON-RPC', () => {
  it('finds, names, exports and sets references', async () => {
    expect((await rpc('item.search', ['computable'])).result).toMatchObject([{ citekey: 'turing1936', title: 'On Computable Numbers', type: 'article-journal' }]);
    expect((await rpc('item.search', [[['title', 'contains', 'communication']]])).result).toMatchObject([{ 'citation-key': 'shannon1948' }]);
    const id = await idOf('turing1936');
    expect((await rpc('item.citationkey', [[id, 'nobody']])).result).toEqual({ [id]: 'turing1936', nobody: null });
    expect((await rpc('item.export', [['shannon1948'], 'Better BibLaTeX'])).result).toContain('@article{shannon1948,');
    expect((await rpc('item.export', { citekeys: ['turing1936'], translator: 'json' })).result).toContain('"On Computable Numbers"');
    expect((await rpc('item.bibliography', [['turing1936', 'shannon1948'], { id: 'apa', contentType: 'html' }])).result).toContain('Shannon, C.');
    expect((await rpc('api.ready', [])).result).toMatchObject({ sheaf: '1.2.3' });
  });
  it('says what is wrong', async () => {
    expect((await rpc('item.export', [['nobody'], 'bibtex'])).error?.message).toContain('nobody');
    expect((await rpc('item.export', [['turing1936'], 'clay tablets'])).error?.message).toContain('clay tablets');
    expect((await rpc('item.burn', [])).error?.code).toBe(-32601);
    expect((await rpc('item.search', [7])).error?.code).toBe(-32602);
    expect((await rpc('toString', [])).error?.code).toBe(-32601);
  });
});

describe('who may ask', () => {
  const own = () => ({ host: `127.0.0.1:${String(server.port)}` });
  it('is any program of this machine, by this machine’s names', async () => {
    expect(await raw(own())).toBe(200);
    expect(await raw({ host: `localhost:${String(server.port)}`, 'sec-fetch-site': 'none' })).toBe(200);
    expect(await raw({ host: 'sheaf.example.org' })).toBe(403);
  });
  it('is no web page', async () => {
    expect(await raw({ ...own(), origin: 'https://example.org' })).toBe(403);
    expect(await raw({ ...own(), origin: 'null' })).toBe(403);
    for (const site of ['cross-site', 'same-site', 'same-origin']) expect(await raw({ ...own(), 'sec-fetch-site': site })).toBe(403);
    expect(await raw({ ...own(), 'content-type': 'text/plain' }, 'POST', '/better-bibtex/json-rpc')).toBe(415);
    expect(await raw({ ...own(), origin: 'https://example.org' }, 'OPTIONS', '/better-bibtex/json-rpc')).toBe(403);
  });
  it('gets nothing else here', async () => {
    expect((await fetch(at('/connector/ping'))).status).toBe(404);
    expect(await raw({ host: 'localhost' }, 'GET', '//')).toBe(404);
    expect((await fetch(at('/better-bibtex/json-rpc'))).status).toBe(404);
    const much = await fetch(at('/better-bibtex/json-rpc'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify('x'.repeat(2_000_000)) }).then(({ status }) => status, () => 413);
    expect(much).toBe(413);
  });
});
