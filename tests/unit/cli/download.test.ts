import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NastyServer } from '../../helpers/nasty-server.ts';
import { pdfOf, serveRanges, startNastyServer } from '../../helpers/nasty-server.ts';
import { buildCli, runCli, startCli } from '../../helpers/run-cli.ts';
import { until } from '../../helpers/until.ts';

const BODY = pdfOf(400_000);
const HALF = 200_000;
const ENV = { SHEAF_ALLOW_LOOPBACK: '1' };

let folder: string;
let server: NastyServer;
const library = (): string => join(folder, 'library');
const unfinished = (): Promise<string[]> => readdir(join(library(), 'cache', 'downloads')).catch(() => []);

/** Bytes of the file that is under way. */
async function received(): Promise<number> {
  const at = join(library(), 'cache', 'downloads', (await unfinished())[0] ?? '');
  const part = (await readdir(at).catch(() => [])).find((one) => one.endsWith('.part'));
  return part === undefined ? 0 : (await stat(join(at, part))).size;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-download-'));
  server = await startNastyServer();
  await buildCli();
  await writeFile(join(folder, 'refs.bib'), ['a', 'b'].map((key) => `@article{${key}, title={Paper ${key}}, year={2020}, url={${server.base}/${key}.pdf}}`).join('\n'));
  await runCli(library(), ['import', join(folder, 'refs.bib')]);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

it('goes on after a kill where the file broke off, asks for nothing else, and leaves nothing behind', async () => {
  const ranges: (string | undefined)[] = [];
  server.paths['/a.pdf'] = (_request, response) => { response.writeHead(200, { 'content-type': 'application/pdf', etag: '"one"', 'content-length': BODY.length }).write(BODY.subarray(0, HALF)); };
  server.paths['/b.pdf'] = server.paths['/a.pdf'];
  const killed = startCli(library(), ['download', 'a', 'b'], ENV);
  await until(received, (bytes) => bytes > 0, 20_000);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(await unfinished()).toHaveLength(1);
  server.paths['/a.pdf'] = (request, response, all) => { ranges.push(request.headers.range); serveRanges(BODY, '"one"')(request, response, all); };
  server.hits.length = 0;
  expect(await runCli(library(), ['download', 'a'], '', ENV)).toMatchObject({ code: 0, out: expect.stringContaining('1 downloaded') });
  expect(ranges).toEqual([expect.stringMatching(/^bytes=[1-9]\d+-$/)]);
  expect(server.hits).toEqual(['/a.pdf']);
  expect(await unfinished()).toEqual([]);
});
