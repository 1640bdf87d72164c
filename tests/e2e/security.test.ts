import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APP_FOLDER, launchSheaf, type Launched } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/**
 * Electron's security checklist, asked of the running app: what a window is, what it may, and each guard on its own: with that one guard taken out, its test fails. Windows of the navigation tests live in a session
 * without our rule for requests, so that it cannot stand in for the guard that is meant.
 */
let sheaf: Launched;
let folder: string;
let outside: Server;
let base: string;
const asked: string[] = [];
const ELSEWHERE = 'guards';

const PAGES: Record<string, string> = {
  '/page': '<title>page</title>',
  '/with-webview': '<title>page</title><webview src="/in-webview" style="width:50px;height:50px"></webview>',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-security-'));
  outside = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: '/redirected' }).end();
    else response.setHeader('content-type', 'text/html').setHeader('access-control-allow-origin', '*').end(PAGES[request.url ?? ''] ?? 'outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  sheaf = await launchSheaf({ library: join(folder, 'library') });
  await sheaf.page.waitForSelector('[data-action]');
  await sheaf.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url: string) => { opened.push(url); return Promise.resolve(); };
  });
});
beforeEach(() => { asked.length = 0; });
afterAll(async () => {
  await sheaf.close();
  outside.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the person's browser was given. */
const opened = (): Promise<string[]> => sheaf.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);

/** Loads an address in a window of its own, runs a script in it, and gives the address it is at then. A page that was let go never answers: it is waited for no longer than this takes. */
const elsewhere = (address: string, script = ''): Promise<string> => sheaf.app.evaluate(async ({ BrowserWindow }, [url, code, partition]) => {
  const window = new BrowserWindow({ show: false, webPreferences: { partition, webviewTag: true, sandbox: true } });
  await window.loadURL(url).catch(() => undefined);
  if (code !== '') await Promise.race([window.webContents.executeJavaScript(code).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 5000))]);
  const at = window.webContents.getURL();
  window.destroy();
  return at;
}, [base + address, script, ELSEWHERE] as const);
/** A navigation is decided before this request, made after it, arrives. */
const THEN_A_SIGN = `;fetch('/sign').then(() => new Promise((resolve) => setTimeout(resolve, 150)))`;

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
    expect(await loaded(`${base}/fetched`)).toBe('refused');
    const image = await sheaf.page.evaluate((url) => new Promise((resolve) => { const picture = new Image(); picture.onload = () => { resolve('loaded'); }; picture.onerror = () => { resolve('refused'); }; picture.src = url; }), `${base}/picture`);
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
});

describe('navigation', () => {
  it('by a page to another address is stopped before anything is asked there', async () => {
    expect(await elsewhere('/page', `location.href = '/navigated'${THEN_A_SIGN}`)).toBe(`${base}/page`);
    expect(asked).toContain('/sign');
    expect(asked).not.toContain('/navigated');
  });
  it('of a frame to a page that is not a saved one is stopped', async () => {
    await elsewhere('/page', `const frame = document.createElement('iframe'); frame.src = '/framed'; document.body.append(frame)${THEN_A_SIGN}`);
    expect(asked).toContain('/sign');
    expect(asked).not.toContain('/framed');
  });
  it('by a server that redirects is stopped where it leads away', async () => {
    await elsewhere('/redirect');
    expect(asked).toContain('/redirect');
    expect(asked).not.toContain('/redirected');
  });
  it('into a webview does not happen: none is attached', async () => {
    await elsewhere('/with-webview', `1${THEN_A_SIGN}`);
    expect(asked).toContain('/sign');
    expect(asked).not.toContain('/in-webview');
  });
});

describe('a window that is asked for', () => {
  it('is not opened; a web address goes to the person’s browser, and nothing else does', async () => {
    const windows = await sheaf.page.evaluate(() => ['https://example.org/paper', 'file:///etc/passwd', 'javascript:alert(1)', 'https://user:word@example.org/', 'about:blank'].map((address) => window.open(address) === null));
    expect(windows).toEqual([true, true, true, true, true]);
    await until(opened, (urls) => urls.includes('https://example.org/paper'));
    expect(await opened()).toEqual(['https://example.org/paper']);
    expect(await sheaf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('a permission', () => {
  it('is refused when it is asked for, not only when it is looked up', async () => {
    const place = await sheaf.page.evaluate(() => new Promise((resolve) => { navigator.geolocation.getCurrentPosition(() => { resolve('given'); }, ({ code }) => { resolve(code); }, { timeout: 3000 }); }));
    expect(place, 'PERMISSION_DENIED').toBe(1);
    expect(await sheaf.page.evaluate(() => Notification.requestPermission())).toBe('denied');
    expect(await sheaf.page.evaluate(() => navigator.clipboard.readText().then(() => 'given', ({ name }: DOMException) => name))).toBe('NotAllowedError');
  });
  it.each([['geolocation', 'denied'], ['notifications', 'denied'], ['camera', 'denied'], ['microphone', 'denied'], ['midi', 'denied'], ['clipboard-write', 'granted']])('stands in a table: %s is %s', async (name, state) => {
    expect(await sheaf.page.evaluate((permission) => navigator.permissions.query({ name: permission as PermissionName }).then(({ state: answer }) => answer, () => 'denied'), name)).toBe(state);
  });
});

describe('a request that reaches the network', () => {
  it('is stopped even where the policy of the page would let it through', async () => {
    const answer = await sheaf.app.evaluate(async ({ session }, url) => session.defaultSession.fetch(url).then(() => 'answered', () => 'refused'), `${base}/requested`);
    expect(answer).toBe('refused');
    expect(asked).toEqual([]);
  });
});

interface Handlers { _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>> }

describe('a call', () => {
  it('from a frame within our page is refused, as is one from another page; the page itself is heard', async () => {
    const answers = await sheaf.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const handle = (ipcMain as unknown as Handlers)._invokeHandlers.get('sheaf:call');
      const top = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      const speaks = async (senderFrame: unknown): Promise<string> => {
        const answer = await handle?.({ senderFrame }, 'library.state', {});
        return answer?.ok ? 'heard' : (answer?.error?.code ?? 'silence');
      };
      return { page: await speaks(top), frame: await speaks({ url: top?.url, parent: top }), other: await speaks({ url: 'page://view/x', parent: null }), gone: await speaks(null) };
    });
    expect(answers).toEqual({ page: 'heard', frame: 'not-allowed', other: 'not-allowed', gone: 'not-allowed' });
  });
  it.each(['about:blank', 'data:text/html,foreign'])('from a page that is not ours is refused by the real channel, though it has our preload: %s', async (page) => {
    const answer = await sheaf.app.evaluate(async ({ BrowserWindow }, [url, preload]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      await window.loadURL(url);
      const said: unknown = await window.webContents.executeJavaScript("window.sheaf.call('library.overview', {})");
      window.destroy();
      return said;
    }, [page, join(APP_FOLDER, 'preload/preload.cjs')] as const);
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
  it('has no way from a frame: the bridge is not there', async () => {
    await sheaf.page.evaluate(() => { const frame = document.createElement('iframe'); frame.srcdoc = '<p>within</p>'; document.body.append(frame); });
    const frame = await until(() => Promise.resolve(sheaf.page.frames().find((one) => one.parentFrame() !== null)), (found) => found !== undefined);
    expect(await frame?.evaluate(() => typeof (window as unknown as { sheaf?: object }).sheaf)).toBe('undefined');
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
  const range = (header: string): Promise<{ status: number; range: string | null; bytes: number }> => sheaf.page.evaluate(async (value) => {
    const response = await fetch('app://sheaf/index.html', { headers: value === '' ? {} : { range: value } });
    return { status: response.status, range: response.headers.get('content-range'), bytes: (await response.arrayBuffer()).byteLength };
  }, header);

  it('gives the part of a file that is asked for, and says so', async () => {
    const { status, bytes: size } = await range('');
    expect(status).toBe(200);
    expect(await range('bytes=0-9')).toEqual({ status: 206, range: `bytes 0-9/${size}`, bytes: 10 });
    expect(await range('bytes=5-')).toEqual({ status: 206, range: `bytes 5-${size - 1}/${size}`, bytes: size - 5 });
    expect(await range('bytes=-7')).toEqual({ status: 206, range: `bytes ${size - 7}-${size - 1}/${size}`, bytes: 7 });
  });
  it('refuses a part behind the end with the size there is', async () => {
    const { bytes: size } = await range('');
    expect(await range(`bytes=${size}-`)).toMatchObject({ status: 416, range: `bytes */${size}` });
  });
  it('takes no other method', async () => {
    expect(await sheaf.page.evaluate(() => fetch('app://sheaf/index.html', { method: 'POST', body: 'x' }).then(({ status }) => status, () => 0))).not.toBe(200);
  });
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
});
