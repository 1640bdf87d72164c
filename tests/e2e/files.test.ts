import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { epub } from '../helpers/epub.ts';
import type { Launched } from '../helpers/launch.ts';
import { APP_FOLDER, launchSheaf } from '../helpers/launch.ts';
import { smallPdf } from '../helpers/small-pdf.ts';
import { until } from '../helpers/until.ts';

const PDF = smallPdf(['A scan']);

let folder: string;
let sheaf: Launched;
let server: Server;
let knocks = 0;
let paper = '';
let env: Record<string, string>;
const library = (): string => join(folder, 'Library');
const start = async (): Promise<void> => {
  sheaf = await launchSheaf({ library: library(), userData: join(folder, 'settings'), env });
  sheaf.page.setDefaultTimeout(15_000);
  await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
};
/** A command acts in memory first and moves its files before it is acknowledged: what keys do is awaited on the disk. */
const inFiles = (): Promise<string[]> => readdir(join(library(), 'files'));
const choosePaper = () => sheaf.page.getByRole('option').filter({ hasText: 'Analytical Engine' }).click();
const files = async () => (await ask(sheaf.page, 'papers.get', { id: paper })).attachments;
const add = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  await writeFile(join(folder, name), bytes);
  await chooseInDialogs(sheaf.app, join(folder, name));
  const before = (await files()).length;
  await sheaf.page.locator('[data-action="files.add"]').first().click();
  await until(files, (list) => list.length === before + 1);
};
const openFile = (name: string) => sheaf.page.locator('.file-name').filter({ hasText: name }).click();

/** What a page may try to run, to fetch, or to lead to. */
const hostile = (base: string): string => `<img src="${base}/img"><img src="x" onerror="document.title='ran'; new Image().src='${base}/onerror'"><script>document.body.textContent='ran'; fetch('${base}/script'); top.location='${base}/top'</script>
<link rel="preconnect" href="${base}"><link rel="dns-prefetch" href="${base}"><link rel="prefetch" href="${base}/prefetch"><link rel="stylesheet" href="${base}/css"><iframe src="${base}/frame"></iframe><object data="${base}/object"></object>
<video autoplay src="${base}/video"></video><style>@import url("${base}/import"); p { background: url("${base}/background") }</style><svg><image href="${base}/svg"/><use href="${base}/use#a"/></svg><p>Words that were saved.</p><form action="${base}/form"><button>send</button></form><a href="${base}/link" ping="${base}/ping">away</a>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-files-'));
  server = createServer((socket) => { knocks++; socket.destroy(); }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  env = { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') };
  await start();
  const { preview } = await ask(sheaf.page, 'import.preview', { source: { text: '@article{lovelace, title={Notes on the Analytical Engine}, author={Lovelace, Ada}, year={1843}}', name: 'refs.bib' } });
  ({ ids: [paper = ''] } = await ask(sheaf.page, 'import.commit', { preview }));
  await choosePaper();
});
afterAll(async () => {
  await sheaf.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the files of a paper', () => {
  it('are taught where there are none, and added by the dialog', async () => {
    await sheaf.page.getByText('Drop PDFs, saved web pages or books here').waitFor();
    await add('scan.pdf', PDF);
    expect(await files()).toMatchObject([{ kind: 'kept', path: 'files/Lovelace 1843 Notes on the Analytical Engine.pdf', title: 'scan.pdf' }]);
    expect(await violations(sheaf.page)).toEqual([]);
  });

  it('are renamed by a pattern, with the names shown before, and back by undo', async () => {
    await sheaf.page.locator('.file-name').first().focus();
    await sheaf.page.keyboard.press('Escape');
    await sheaf.page.keyboard.press('Shift+f');
    await sheaf.page.locator('#rename-pattern').fill('{key}-{year}');
    await sheaf.page.getByText('lovelace-1843.pdf').waitFor();
    await sheaf.page.locator('[data-action="files.rename.sure"]').click();
    await sheaf.page.getByText('Renamed 1 file').waitFor();
    expect(await readdir(join(library(), 'files'))).toEqual(['lovelace-1843.pdf']);
    await ask(sheaf.page, 'history.undo', {});
    expect(await readdir(join(library(), 'files'))).toEqual(['Lovelace 1843 Notes on the Analytical Engine.pdf']);
  });

  it('are put into the trash by the keyboard, and back byte for byte by undo after a restart', async () => {
    await sheaf.page.locator('.file-name').first().focus();
    await sheaf.page.keyboard.press('Delete');
    await until(inFiles, (names) => names.length === 0);
    expect(await files()).toEqual([]);
    await sheaf.close();
    await start();
    await choosePaper();
    await sheaf.page.keyboard.press('ControlOrMeta+z');
    await until(inFiles, (names) => names.length === 1);
    const [file] = await files();
    expect((await readFile(join(library(), file?.path ?? ''))).equals(PDF)).toBe(true);
  });

  it('go to the trash with their paper, and come back with it', async () => {
    const [file] = await files();
    await ask(sheaf.page, 'command.run', { name: 'paper.trash', input: { selection: { ids: [paper] } } });
    expect(await readdir(join(library(), 'files'))).toEqual([]);
    await ask(sheaf.page, 'command.run', { name: 'paper.restore', input: { selection: { ids: [paper] } } });
    expect((await stat(join(library(), file?.path ?? ''))).size).toBe(PDF.length);
    await choosePaper();
  });

  it('are named by no window that nobody chose', async () => {
    await expect(ask(sheaf.page, 'attachment.bring', { paper, files: ['/etc/passwd'] })).rejects.toThrow('chosen');
    await expect(ask(sheaf.page, 'attachment.bring', { paper, files: ['/etc/passwd'], link: true })).rejects.toThrow('chosen');
    await expect(ask(sheaf.page, 'command.run', { name: 'attachment.add', input: { paper, kind: 'linked', path: '/etc/passwd', mediaType: 'text/html' } })).rejects.toThrow('choosing');
  });
});

describe('a saved web page', () => {
  it('is shown, and neither runs nor fetches anything', async () => {
    const base = `http://127.0.0.1:${String((server.address() as { port: number }).port)}`;
    await add('saved.html', `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${base}/refresh"><title>Saved</title>${hostile(base)}`);
    await openFile('saved.html');
    const frame = sheaf.page.frameLocator('.web-page iframe');
    await frame.getByText('Words that were saved.').waitFor();
    await frame.getByText('send').click();
    await sheaf.page.waitForTimeout(1500);
    expect(knocks).toBe(0);
    await frame.getByText('away').click();
    await sheaf.page.getByText('A saved page stays offline.').waitFor();
    await frame.getByText('Words that were saved.').waitFor();
    expect(knocks).toBe(0);
    await sheaf.page.getByRole('tab', { name: 'Web page' }).waitFor();
  });
});

describe('a book', () => {
  it('is read part after part, by its contents, its links and the keys, and runs nothing', async () => {
    const base = `http://127.0.0.1:${String((server.address() as { port: number }).port)}`;
    await add('small.epub', epub({ body: hostile(base).replace(/<(img|link)([^>]*)>/g, '<$1$2/>').replaceAll(' autoplay ', ' '), css: `@import url("${base}/css"); body { background: url(${base}/bg) }` }));
    await openFile('small.epub');
    const inside = () => sheaf.page.frameLocator('.web-page iframe');
    await inside().getByRole('heading', { name: 'Chapter One' }).waitFor();
    await inside().getByText('second', { exact: true }).click();
    await inside().getByRole('heading', { name: 'Chapter Two' }).waitFor();
    await sheaf.page.getByLabel('Contents').selectOption({ index: 1 });
    await inside().getByRole('heading', { name: 'Chapter One' }).waitFor();
    await sheaf.page.getByText('1 of 2').waitFor();
    await inside().getByText('Call me').click();
    await sheaf.page.keyboard.press('ArrowRight');
    await inside().getByRole('heading', { name: 'Chapter Two' }).waitFor();
    expect(knocks).toBe(0);
  });

  it('opens where it was left, also after a restart', async () => {
    await until(() => ask(sheaf.page, 'settings.get', {}), ({ readTo }) => Object.values(readTo).some(({ chapter }) => chapter === 1));
    await sheaf.close();
    await start();
    await choosePaper();
    await openFile('small.epub');
    await sheaf.page.frameLocator('.web-page iframe').getByRole('heading', { name: 'Chapter Two' }).waitFor();
  });
});

describe('the command line', () => {
  it('attaches and lists files, and the open window shows them', async () => {
    await writeFile(join(folder, 'notes.txt'), 'Some notes.');
    const cli = async (...args: string[]): Promise<string> => {
      const child = spawn(process.execPath, [join(APP_FOLDER, 'cli', 'sheaf.cjs'), ...args], { env: { ...process.env, ...env, SHEAF_LIBRARY: library() } });
      let out = '';
      child.stdout.on('data', (text: Buffer) => { out += text.toString(); });
      expect((await once(child, 'exit'))[0]).toBe(0);
      return out;
    };
    expect(await cli('attach', 'lovelace', join(folder, 'notes.txt'))).toContain('1 file added');
    await sheaf.page.locator('.file-name').filter({ hasText: 'notes.txt' }).waitFor();
    expect(JSON.parse(await cli('files', 'lovelace', '--json'))).toMatchObject({ files: expect.arrayContaining([expect.objectContaining({ title: 'notes.txt', there: true })]) });
  });
});
