import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { APP_FOLDER, launchSheaf, type Launched } from '../helpers/launch.ts';
import { type NastyServer, PDF, startNastyServer } from '../helpers/nasty-server.ts';
import { until } from '../helpers/until.ts';

/** Sheaf as the desktop sees it: what it is handed, how its window is left, what it tells. */
let sheaf: Launched;
let folder: string;
const bib = (key: string, title: string): string => `@article{${key}, title={${title}}, author={Ada Lovelace}, year={1843}}`;
const launch = (more: string[] = []): Promise<Launched> => launchSheaf({ userData: join(folder, 'settings'), library: join(folder, 'library'), args: more, env: { HOME: folder, SHEAF_ALLOW_LOOPBACK: '1' } });
const entries = () => sheaf.page.getByTestId('import-entries');
const bringIn = async (): Promise<void> => {
  await sheaf.page.locator('[data-action="import.commit"]').click();
  await entries().waitFor({ state: 'detached' });
};
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** A second start by the person, as the system makes it; it ends by itself. */
const startAgain = async (argument: string): Promise<number | null> => {
  const second = spawn(process.env['SHEAF_ELECTRON'] ?? '', ['--no-sandbox', APP_FOLDER, argument], { env: { ...process.env, SHEAF_USER_DATA: join(folder, 'settings') }, stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-desktop-'));
  await writeFile(join(folder, 'first.bib'), bib('lovelace1843', 'Notes upon the Engine'));
  await writeFile(join(folder, 'second.bib'), bib('menabrea1842', 'Sketch of the Engine'));
  sheaf = await launch([join(folder, 'first.bib')]);
  sheaf.page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('what the system hands to Sheaf', () => {
  it('a file on its command line waits for the library and is offered', async () => {
    await entries().filter({ hasText: 'Notes upon the Engine' }).waitFor();
    await bringIn();
  });
  it('a file given to a second start is offered in the first, which keeps its one window', async () => {
    expect(await startAgain(join(folder, 'second.bib'))).toBe(0);
    await entries().filter({ hasText: 'Sketch of the Engine' }).waitFor();
    await bringIn();
    expect(await sheaf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
  it('a sheaf:// link shows its paper', async () => {
    await startAgain('sheaf://open/lovelace1843');
    await sheaf.page.getByRole('heading', { level: 1, name: 'Notes upon the Engine' }).waitFor();
    await sheaf.app.evaluate(({ app }) => { app.emit('open-url', { preventDefault: () => undefined }, 'sheaf://open/menabrea1842'); });
    await sheaf.page.getByRole('heading', { level: 1, name: 'Sketch of the Engine' }).waitFor();
  });
  it('a link to a paper that is not here says so, and one of another kind is not heard', async () => {
    await sheaf.app.evaluate(({ app }) => { app.emit('open-url', { preventDefault: () => undefined }, 'sheaf://delete/everything'); app.emit('open-url', { preventDefault: () => undefined }, 'sheaf://open/nobody0000'); });
    await sheaf.page.getByText('no paper called nobody0000').waitFor();
    expect((await ask(sheaf.page, 'library.overview', {})).counts.all).toBe(2);
  });
});

describe('what Sheaf tells the desktop', () => {
  it('a notification comes only while the person looks elsewhere', async () => {
    await sheaf.app.evaluate(({ BrowserWindow, Notification }) => {
      Notification.isSupported = () => true;
      const [window] = BrowserWindow.getAllWindows();
      if (window) window.isFocused = () => true;
    });
    expect(await ask(sheaf.page, 'app.notify', { title: 'Done', body: 'Downloaded' })).toEqual({ shown: false });
    await sheaf.app.evaluate(({ BrowserWindow }) => { const [window] = BrowserWindow.getAllWindows(); if (window) window.isFocused = () => false; });
    expect(await ask(sheaf.page, 'app.notify', { title: 'Done', body: 'Downloaded' })).toEqual({ shown: true });
  });
});

describe('work that goes on while the person looks elsewhere', () => {
  let server: NastyServer;
  let goOn: () => void = () => undefined;
  const seen = () => sheaf.app.evaluate(() => (globalThis as unknown as { seen: { shares: number[]; told: { title: string; body: string }[] } }).seen);
  const fetched = async (name: string): Promise<void> => {
    server.paths[`/${name}.pdf`] = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': PDF.length }).write(PDF.subarray(0, PDF.length / 2));
      goOn = () => response.end(PDF.subarray(PDF.length / 2));
    };
    const { preview } = await ask(sheaf.page, 'import.preview', { source: { text: `@article{${name}, title={${name} far away}, url={${server.base}/${name}.pdf}}`, name: 'x.bib' } });
    await ask(sheaf.page, 'import.commit', { preview });
    const [row] = (await ask(sheaf.page, 'papers.query', { scope: { in: 'all' }, text: `${name} far away`, first: 1 })).rows;
    await ask(sheaf.page, 'download.start', { paper: row?.id });
    await until(seen, ({ shares }) => shares.at(-1) === 0.5);
    goOn();
    await until(seen, ({ shares }) => shares.at(-1) === -1);
  };
  beforeAll(async () => {
    server = await startNastyServer();
    await sheaf.app.evaluate(({ BrowserWindow, Notification }) => {
      const shares: number[] = [];
      const told: { title: string; body: string }[] = [];
      Object.assign(globalThis, { seen: { shares, told } });
      const [window] = BrowserWindow.getAllWindows();
      if (window) window.setProgressBar = (share) => { shares.push(share); };
      if (window) window.isFocused = () => false;
      Notification.prototype.show = function (this: { title: string; body: string }) { told.push({ title: this.title, body: this.body }); };
    });
    await sheaf.page.evaluate(() => { document.hasFocus = () => false; });
  });
  afterAll(() => { server.close(); });

  it('moves in the taskbar with its bytes, and is told when it has ended', async () => {
    await fetched('lighthouse');
    expect(await until(seen, ({ told }) => told.length > 0)).toMatchObject({ told: [{ title: 'Done', body: 'Downloaded: lighthouse far away' }] });
  });
  it('is told to nobody who asked for silence', async () => {
    await ask(sheaf.page, 'settings.set', { notices: false });
    await fetched('harbour');
    await ask(sheaf.page, 'settings.set', { notices: true });
    await fetched('beacon');
    expect((await until(seen, ({ told }) => told.length > 1)).told.map(({ body }) => body).join()).not.toContain('harbour');
  });
});

describe('the window', () => {
  it('comes again as it was left: place, size and zoom', async () => {
    await sheaf.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 120, y: 90, width: 1010, height: 730 });
      window?.webContents.setZoomLevel(1);
    });
    const looks = () => sheaf.app.evaluate(({ BrowserWindow }) => { const [window] = BrowserWindow.getAllWindows(); return { ...window?.getNormalBounds(), zoom: window?.webContents.getZoomLevel() }; });
    await until(looks, ({ width }) => width === 1010);
    await sheaf.close();
    sheaf = await launch();
    await sheaf.page.getByTestId('filter').waitFor();
    expect(await until(looks, ({ zoom }) => zoom === 1)).toMatchObject({ x: 120, y: 90, width: 1010, height: 730, zoom: 1 });
  });
  it('leaves no engine behind when Sheaf is quit, and the journal folded or whole', async () => {
    const pid = await sheaf.app.evaluate(({ app }) => app.getAppMetrics().find((one) => one.serviceName === 'Sheaf library' || one.name === 'Sheaf library')?.pid);
    expect(pid).toBeGreaterThan(0);
    await sheaf.close();
    await until(() => Promise.resolve(lives(pid ?? 0)), (alive) => !alive);
    sheaf = await launch();
    await until(() => ask(sheaf.page, 'library.state', {}), ({ state }) => state === 'open');
    expect((await ask(sheaf.page, 'library.check', {})).findings).toEqual([]);
  });
});

describe('the native menu', () => {
  const chosen = (label: string) => sheaf.app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find((one) => one.label === wanted);
    item?.click();
    return item === undefined ? null : item.enabled;
  }, label);

  it('has the window’s own words, and knows what applies', async () => {
    const labels = await until(() => sheaf.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []), (all) => all.includes('Paper'));
    expect(labels.filter((label) => label !== 'Sheaf')).toEqual(['File', 'Edit', 'View', 'Paper', 'Go', 'Window', 'Help']);
    const enabled = (label: string) => sheaf.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find((one) => one.label === wanted)?.enabled, label);
    expect(await enabled('Empty the trash')).toBe(false);
    await until(() => enabled('Archive'), (is) => is === true);
  });
  it('does what is chosen', async () => {
    expect(await chosen('Settings')).toBe(true);
    await sheaf.page.getByRole('heading', { name: 'Settings' }).waitFor();
  });
  it('takes back a text field’s own words while it has the focus', async () => {
    await chosen('Back to the papers');
    await sheaf.page.locator('#filter').pressSequentially('engine');
    await chosen('Undo');
    await until(() => sheaf.page.locator('#filter').inputValue(), (value) => value !== 'engine');
    await sheaf.page.locator('#filter').fill('');
  });
});
