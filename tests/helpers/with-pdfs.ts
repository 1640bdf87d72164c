import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from './ask.ts';
import type { Launched } from './launch.ts';
import { launchSheaf } from './launch.ts';
import { startNastyServer } from './nasty-server.ts';
import { until } from './until.ts';

/** A running Sheaf whose papers, one for each given PDF and named by it, have their files. `restart` closes it and starts it again on the same library and settings. */
export interface WithPdfs { sheaf: () => Launched; paperOf: (title: string) => Promise<string>; restart: () => Promise<void>; close: () => Promise<void> }

export async function withPdfs(files: Readonly<Record<string, Buffer>>): Promise<WithPdfs> {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-pdfs-'));
  const server = await startNastyServer();
  const titles = Object.keys(files);
  titles.forEach((title, index) => { server.paths[`/${String(index)}.pdf`] = (_request, response) => { response.setHeader('content-type', 'application/pdf').end(files[title]); }; });
  const env = { SHEAF_ALLOW_LOOPBACK: '1', HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') };
  const start = async (): Promise<Launched> => {
    const launched = await launchSheaf({ library: join(folder, 'Library'), userData: join(folder, 'settings'), env });
    launched.page.setDefaultTimeout(15_000);
    await until(() => ask(launched.page, 'library.state', {}), ({ state }) => state === 'open');
    return launched;
  };
  let sheaf = await start();
  const bib = titles.map((title, index) => `@article{paper${String(index)}, title={${title}}, year={2020}, url={${server.base}/${String(index)}.pdf}}`).join('\n');
  const { preview } = await ask(sheaf.page, 'import.preview', { source: { text: bib, name: 'refs.bib' } });
  await ask(sheaf.page, 'import.commit', { preview });
  const { rows } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 50 });
  for (const { id } of rows) await ask(sheaf.page, 'download.start', { paper: id });
  await until(() => ask(sheaf.page, 'jobs.list', {}), (jobs) => jobs.filter(({ state }) => state === 'done').length === titles.length);
  server.close();
  return {
    sheaf: () => sheaf,
    paperOf: async (title) => {
      const { rows } = await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, first: 50 });
      const row = rows.find((one) => one.title === title);
      if (row === undefined) throw new Error(`No paper is called "${title}".`);
      return row.id;
    },
    restart: async () => { await sheaf.close(); sheaf = await start(); },
    close: async () => { await sheaf.close(); await rm(folder, { recursive: true, force: true }); },
  };
}
