import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { ask } from '../helpers/ask.ts';
import { launchSheaf, type Launched } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/** What goes wrong with disks, under the window's eyes: it says so, loses nothing that was acknowledged, and goes on by itself. */
const ROOT = process.getuid?.() === 0;
const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const SMALL_DISK = mountable();
const why = SMALL_DISK ? '' : ' (skipped: only root may mount a small disk here)';

let folder: string;
let disk: string;
let locked: string;
let sheaf: Launched | null = null;

function mountable(): boolean {
  if (!ROOT || process.platform !== 'linux') return false;
  const probe = join(tmpdir(), `sheaf-mount-${String(process.pid)}`);
  spawnSync('mkdir', [probe]);
  const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe);
  if (mounted) run('umount', probe);
  spawnSync('rmdir', [probe]);
  return mounted;
}

async function open(library: string): Promise<Launched> {
  sheaf = await launchSheaf({ library, env: { HOME: folder } });
  sheaf.page.setDefaultTimeout(15_000);
  await sheaf.page.locator('.sidebar').waitFor();
  return sheaf;
}
const close = async (): Promise<void> => { await sheaf?.close(); sheaf = null; };
const add = ({ page }: Launched, title: string) => ask(page, 'command.run', { name: 'paper.add', input: { draft: { item: { type: 'article', title, abstract: 'A few words on what stays.' } } } });
const refused = (work: Promise<unknown>): Promise<boolean> => work.then(() => false, () => true);
const titles = async ({ page }: Launched): Promise<string[]> => (await ask(page, 'papers.query', { scope: { in: 'all' }, sort: 'title', descending: false, first: 50 })).rows.map(({ title }) => title);
const sound = async ({ page }: Launched): Promise<void> => { expect((await ask(page, 'library.check', {})).findings).toEqual([]); };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-faults-'));
  disk = join(folder, 'disk');
  locked = join(folder, 'locked');
  for (const place of [disk, locked]) await mkdir(place);
});
afterEach(close);
afterAll(async () => {
  await close();
  for (const place of [disk, locked]) run('umount', '-l', place);
  await rm(folder, { recursive: true, force: true });
});

/** Leaves less free than a line of the journal takes. */
async function fill(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  await writeFile(file, Buffer.alloc(bavail * bsize, 120)).catch(() => undefined);
}

describe.skipIf(!SMALL_DISK)(`a disk that is full${why}`, () => {
  it('refuses what it cannot keep and says so; what was there stays, and with room the next edit goes on', async () => {
    expect(run('mount', '-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk)).toBe(true);
    const window = await open(join(disk, 'library'));
    await add(window, 'Kept before');
    await window.page.getByRole('option').filter({ hasText: 'Kept before' }).click();
    await fill(join(disk, 'filler'));
    // What is left of the disk's last page is used up: first by papers, then by the smallest of edits.
    let acknowledged = 0;
    await until(() => refused(add(window, `Burst ${String(acknowledged)}`).then(() => { acknowledged++; })), (said) => said);
    const [id] = (await ask(window.page, 'papers.query', { scope: { in: 'all' }, first: 1 })).rows.map((row) => row.id);
    let later = false;
    await until(() => { later = !later; return refused(ask(window.page, 'command.run', { name: 'paper.status', input: { selection: { ids: [id] }, status: later ? 'later' : 'read' } })); }, (said) => said);
    await window.page.getByRole('option').filter({ hasText: 'Kept before' }).click();
    await window.page.locator('.list').focus();
    await window.page.keyboard.press('e');
    await window.page.getByTestId('toast').filter({ hasText: /no room left on the disk/i }).waitFor();
    expect(await titles(window)).toHaveLength(1 + acknowledged);
    await close();
    const again = await open(join(disk, 'library'));
    expect(await titles(again), 'opened where there is still no room').toHaveLength(1 + acknowledged);
    await rm(join(disk, 'filler'));
    await add(again, 'Kept after');
    expect(await titles(again)).toHaveLength(2 + acknowledged);
    await sound(again);
  });

  it('and a file was damaged there besides: all of it can be read, and is mended once there is room', async () => {
    const library = join(disk, 'library');
    await close();
    await rm(join(disk, 'filler'), { force: true });
    const before = await titles(await open(library));
    await close();
    const shard = (await readdir(library)).find((name) => /^papers-.*\.json$/.test(name)) ?? 'none';
    const bytes = await readFile(join(library, shard));
    await writeFile(join(library, shard), bytes.fill('x', Math.floor(bytes.length / 3)));
    await fill(join(disk, 'filler'));
    const window = await open(library);
    await window.page.getByTestId('read-only').getByText(/^The disk is full/).waitFor();
    expect(await titles(window)).toEqual(before);
    expect((await readFile(join(library, shard))).equals(bytes), 'not touched').toBe(true);
    expect(await violations(window.page)).toEqual([]);
    await rm(join(disk, 'filler'));
    await window.page.locator('[data-action="library.openAgain"]').click();
    await window.page.getByTestId('read-only').waitFor({ state: 'detached' });
    expect(await titles(window)).toEqual(before);
    await window.page.getByRole('button', { name: 'What was found' }).click();
    await window.page.getByRole('dialog').getByText(/kept as/).waitFor();
    await window.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await violations(window.page)).toEqual([]);
    await window.page.keyboard.press('Escape');
    await add(window, 'After all');
  });
});

describe.skipIf(ROOT && !SMALL_DISK)('a folder that is write-protected', () => {
  it('opens, is read, and says before and at each edit that it can only be read', async () => {
    const library = join(locked, 'library');
    if (ROOT) run('mount', '-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', locked);
    await add(await open(library), 'To be read');
    await close();
    if (ROOT) expect(run('mount', '-o', 'remount,ro', locked)).toBe(true);
    else await chmod(library, 0o555);
    const window = await open(library);
    await window.page.getByTestId('read-only').waitFor();
    await window.page.getByRole('option').filter({ hasText: 'To be read' }).click();
    await window.page.locator('.list').focus();
    await window.page.keyboard.press('e');
    await window.page.getByTestId('toast').filter({ hasText: 'This library can only be read' }).waitFor();
    expect(await titles(window)).toContain('To be read');
    await close();
    if (ROOT) run('mount', '-o', 'remount,rw', locked);
    else await chmod(library, 0o755);
    const writable = await open(library);
    expect(await writable.page.getByTestId('read-only').count()).toBe(0);
    await add(writable, 'Written again');
  });
});

describe('a file of the library that was damaged while it was closed', () => {
  it('is said, taken from its backup and the journal, and kept aside', async () => {
    const library = join(folder, 'damaged');
    const first = await open(library);
    for (const title of ['One', 'Two', 'Three']) await add(first, title);
    await close();
    // Opened twice, so that what was written has a backup.
    await add(await open(library), 'Four');
    await close();
    const shard = (await readdir(library)).find((name) => /^papers-.*\.json$/.test(name)) ?? 'none';
    await writeFile(join(library, shard), 'What a fault of the disk leaves behind');
    const window = await open(library);
    expect((await titles(window)).sort()).toEqual(['Four', 'One', 'Three', 'Two']);
    await window.page.getByRole('alert').getByRole('button', { name: 'What was found' }).click();
    const dialog = window.page.getByRole('dialog');
    await dialog.getByText(shard, { exact: true }).waitFor();
    const keptAs = /kept as (\S+)/.exec(await dialog.innerText())?.[1] ?? '';
    expect(await readFile(join(library, keptAs), 'utf8')).toBe('What a fault of the disk leaves behind');
    await window.page.keyboard.press('Escape');
    await add(window, 'Five');
    await sound(window);
    await close();
    const again = await open(library);
    expect(await titles(again)).toHaveLength(5);
    expect(await again.page.getByRole('button', { name: 'What was found' }).count()).toBe(0);
  });
});
