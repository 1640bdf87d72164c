import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchSheaf, type Launched } from '../helpers/launch.ts';

/** Electron's security checklist, asked of the running app. */
let sheaf: Launched;
let folder: string;
let outside: Server;
let outsideUrl: string;
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-security-'));
  outside = createServer((request, response) => { asked.push(request.url ?? ''); response.setHeader('access-control-allow-origin', '*').end('outside'); });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  sheaf = await launchSheaf({ library: join(folder, 'library') });
  await sheaf.page.waitForSelector('[data-action]');
});
afterAll(async () => {
  await sheaf.close();
  outside.close();
  await rm(folder, { recursive: true, force: true });
});

interface Preferences { sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean; webSecurity?: boolean; webviewTag?: boolean }
const call = (name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> =>
  sheaf.page.evaluate(async ([which, given]) => (window as unknown as { sheaf: { call(name: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> } }).sheaf.call(which, given), [name, input] as const);
const loaded = (address: string): Promise<string> => sheaf.page.evaluate((url) => fetch(url).then((response) => String(response.status), () => 'refused'), address);

describe('a window', () => {
  it('is sandboxed and isolated, without Node', async () => {
    const preferences = await sheaf.app.evaluate(({ BrowserWindow }) => (BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Preferences }).getLastWebPreferences());
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    expect(preferences.webviewTag ?? false).toBe(false);
    expect(await sheaf.page.evaluate(() => [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process, typeof (globalThis as { module?: unknown }).module])).toEqual(['undefined', 'undefined', 'undefined']);
  });
  it('has the bridge and nothing more', async () => {
    expect(await sheaf.page.evaluate(() => Object.keys((window as unknown as { sheaf: object }).sheaf).sort())).toEqual(['call', 'on', 'pathOf']);
  });
  it('reaches nothing on the network', async () => {
    expect(await loaded(`${outsideUrl}/fetched`)).toBe('refused');
    const image = await sheaf.page.evaluate((url) => new Promise((resolve) => { const picture = new Image(); picture.onload = () => { resolve('loaded'); }; picture.onerror = () => { resolve('refused'); }; picture.src = url; }), `${outsideUrl}/picture`);
    expect(image).toBe('refused');
    expect(asked).toEqual([]);
  });
  it('runs no script that stands in the page', async () => {
    const ran = await sheaf.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src="x" onerror="window.ran = true">';
      document.body.append(image);
      return new Promise((resolve) => setTimeout(() => { resolve((window as unknown as { ran?: boolean }).ran ?? false); }, 200));
    });
    expect(ran).toBe(false);
  });
  it('does not navigate away, open windows or frames', async () => {
    const before = sheaf.page.url();
    await sheaf.page.evaluate((url) => { location.href = url; }, `${outsideUrl}/navigated`);
    const opened = await sheaf.page.evaluate(() => window.open('about:blank') === null);
    await sheaf.page.evaluate((url) => { const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame); }, `${outsideUrl}/framed`);
    await sheaf.page.waitForTimeout(300);
    expect(sheaf.page.url()).toBe(before);
    expect(opened).toBe(true);
    expect(await sheaf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(asked).toEqual([]);
  });
  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi'])('is denied %s', async (name) => {
    const state = await sheaf.page.evaluate((permission) => navigator.permissions.query({ name: permission as PermissionName }).then(({ state: answer }) => answer, () => 'denied'), name);
    expect(state).toBe('denied');
  });
});

describe('the scheme', () => {
  it('serves every page with a policy that names no other source', async () => {
    const policy = await sheaf.page.evaluate(() => fetch('app://sheaf/index.html').then((response) => response.headers.get('content-security-policy') ?? ''));
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
  });
  it.each(['app://sheaf/../package.json', 'app://sheaf/%2e%2e/package.json', 'app://sheaf/..%2fpackage.json', 'app://sheaf/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd', 'app://sheaf//etc/passwd', 'app://sheaf/%00'])('serves nothing outside its folder: %s', async (address) => {
    expect(await loaded(address)).not.toBe('200');
  });
  it.each(['app://sheaf/file/..%2f..%2fetc%2fpasswd', 'app://sheaf/file/%2fetc%2fpasswd', 'app://sheaf/file/01ARZ3NDEKTSV4RRFFQ69G5FAV'])('serves files by id only: %s', async (address) => { expect(await loaded(address)).toBe('404'); });
  it('has no other host', async () => { expect(await loaded('app://other/index.html')).not.toBe('200'); });
});

describe('the contract', () => {
  it('refuses what it does not know, and what does not fit', async () => {
    expect(await call('no.such', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await call('__proto__', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await call('papers.get', { id: '../../etc' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
  it('tells a window no paths and takes none for files', async () => {
    expect(await call('attachment.locate', { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).toMatchObject({ ok: false });
    expect(await call('attachment.keep', { paper: '01ARZ3NDEKTSV4RRFFQ69G5FAV', from: '/etc/passwd', mediaType: 'x', bytes: 1, sha256: '' })).toMatchObject({ ok: false });
  });
  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'smb://host/share', 'vscode://x', 'https://user:word@example.org/'])('does not open %s', async (url) => {
    expect(await call('link.open', { url })).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
  it('answers only the top frame of our own page', async () => {
    const heard = await sheaf.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>> })._invokeHandlers;
      const foreign = new BrowserWindow({ show: false });
      await foreign.loadURL('data:text/html,foreign');
      const answer = await handlers.get('sheaf:call')?.({ senderFrame: foreign.webContents.mainFrame }, 'library.overview', {});
      foreign.destroy();
      return answer;
    });
    expect(heard).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
