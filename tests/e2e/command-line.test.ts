import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../src/contract/errors.ts';
import { claimDoor } from '../../src/services/library/door.ts';
import { ask } from '../helpers/ask.ts';
import type { Launched } from '../helpers/launch.ts';
import { APP_FOLDER, launchSheaf } from '../helpers/launch.ts';
import { longPdf } from '../helpers/long-pdf.ts';
import { until } from '../helpers/until.ts';

const BIB = `@article{lovelace1843notes, title={Notes on the Analytical Engine}, author={Lovelace, Ada}, year={1843}}
@article{turing1936, title={On Computable Numbers}, author={Turing, Alan}, year={1936}, abstract={Real numbers whose decimals are calculable by finite means.}}`;
let folder: string;
let library: string;
let sheaf: Launched;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-command-'));
  library = join(folder, 'Library');
  await writeFile(join(folder, 'refs.bib'), BIB);
  expect((await run('import', join(folder, 'refs.bib'))).err).toBe('');
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ran { code: number | null; out: string; err: string }

/** What a process says, when it has ended. */
function finished(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const ran = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { ran.out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { ran.err += text; });
  return new Promise((resolve) => child.on('close', (code) => { resolve({ ...ran, code }); }));
}

/** The built `sheaf` command on the library, in a process of its own. */
const run = (...args: string[]): Promise<Ran> => finished(spawn(process.execPath, [join(APP_FOLDER, 'cli', 'sheaf.cjs'), ...args], { env: { ...process.env, SHEAF_LIBRARY: library } }));

const option = (text: string) => sheaf.page.getByRole('listbox').first().getByRole('option').filter({ hasText: text });

describe('the command line beside a window', () => {
  it('is waited for when it has the library as the window opens', async () => {
    const held = await claimDoor(library);
    if (!held.owner) throw new Error('Somebody else has the new library.');
    held.serve({ call: async () => ok(null) as never, on: () => () => undefined, close: async () => undefined }, 'command');
    sheaf = await launchSheaf({ library });
    sheaf.page.setDefaultTimeout(15_000);
    await sheaf.page.getByText('A sheaf command is working on this library.').waitFor();
    await held.close();
    await option('On Computable Numbers').waitFor();
  });

  it('shows in the window at once what it does, and takes it back there', async () => {
    await ask(sheaf.page, 'papers.query', { scope: { in: 'all' } });
    expect(await run('tag', 'add', 'turing1936', 'to-cite')).toMatchObject({ code: 0, err: '' });
    await option('On Computable Numbers').filter({ hasText: 'to-cite' }).waitFor();
    await sheaf.page.locator('.sidebar').getByText('to-cite').waitFor();
    const history = await run('history', '--json');
    expect((JSON.parse(history.out) as { history: { command: string }[] }).history.map(({ command }) => command)).toEqual(['tag.add', 'library.import']);
    expect((await run('undo')).code).toBe(0);
    await option('On Computable Numbers').filter({ hasNotText: 'to-cite' }).waitFor();
    expect((await run('redo')).code).toBe(0);
    await option('On Computable Numbers').filter({ hasText: 'to-cite' }).waitFor();
  });

  it('takes back what the window did, and finds what the window finds', async () => {
    const [paper] = await ask(sheaf.page, 'papers.find', { names: ['lovelace1843notes'] });
    await ask(sheaf.page, 'command.run', { name: 'paper.trash', input: { selection: { ids: paper?.ids } } });
    await until(() => option('Analytical Engine').count(), (count) => count === 0);
    expect((await run('undo')).out).toContain('Undone');
    await option('Analytical Engine').waitFor();
    const found = JSON.parse((await run('search', 'calculable finite', '--json')).out) as { papers: { citationKey: string; tags: string[] }[] };
    expect(found.papers.map(({ citationKey, tags }) => [citationKey, tags])).toEqual([['turing1936', ['to-cite']]]);
    expect((await run('search', 'notthere')).code).toBe(3);
  });
});

describe('the command of the packaged app', () => {
  it('speaks on its own stderr alone, whatever the browser beneath says on the usual one', async () => {
    const place = join(folder, 'packaged');
    await mkdir(place);
    await copyFile(fileURLToPath(new URL('../../electron/runtime/sheaf.sh', import.meta.url)), join(place, 'sheaf'));
    await writeFile(join(place, 'sheaf-app'), `#!/bin/sh\necho noise of the browser >&2\nexec "$SHEAF_ELECTRON" --no-sandbox "${APP_FOLDER}" "$@"\n`, { mode: 0o755 });
    await chmod(join(place, 'sheaf'), 0o755);
    const ran = await finished(spawn(join(place, 'sheaf'), ['list', '--library', join(folder, 'nowhere')], { env: process.env }));
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(/^sheaf: There is no library in .*nowhere yet\..*\n$/);
    expect(ran.code).toBe(3);
  });
});

describe('the words of a PDF', () => {
  it('come page by page, from a file or from a paper', async () => {
    const file = join(folder, 'long.pdf');
    await writeFile(file, longPdf(3));
    expect((await run('text', file, '--pages', '2')).out).toBe('Sheet number 2\nThe lantern was lit before dusk, and the harbour lay still.\nA second line, so that marks may run\nover the end of one.\n');
    expect((await run('attach', 'turing1936', file)).code).toBe(0);
    expect(JSON.parse((await run('text', 'turing1936', '--json')).out)).toMatchObject({ pages: 3, labels: ['i', 'ii', '1'], outline: 1, read: [{ page: 1, annotations: { Link: 1 } }, { page: 2 }, { page: 3 }] });
  });

  it('are refused in plain words where there are none', async () => {
    expect(await run('text', join(folder, 'refs.bib'))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no PDF') as string });
    expect(await run('text', 'lovelace1843notes')).toMatchObject({ code: 3, out: '', err: expect.stringContaining('has no PDF') as string });
    expect(await run('text', 'turing1936', '--pages', 'all')).toMatchObject({ code: 2, out: '' });
  });
});
