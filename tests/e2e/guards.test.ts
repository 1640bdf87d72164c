import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchSheaf, type Launched } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/**
 * Each guard on its own: with that one guard taken out, its test fails. Windows of the navigation tests live in a session
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
  folder = await mkdtemp(join(tmpdir(), 'sheaf-guards-'));
  outside = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: '/redirected' }).end();
    else response.setHeader('content-type', 'text/html').end(PAGES[request.url ?? ''] ?? 'outside');
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
    expect(await sheaf.page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state))).toBe('denied');
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
  it('has no way from a frame: the bridge is not there', async () => {
    await sheaf.page.evaluate(() => { const frame = document.createElement('iframe'); frame.srcdoc = '<p>within</p>'; document.body.append(frame); });
    const frame = await until(() => Promise.resolve(sheaf.page.frames().find((one) => one.parentFrame() !== null)), (found) => found !== undefined);
    expect(await frame?.evaluate(() => typeof (window as unknown as { sheaf?: object }).sheaf)).toBe('undefined');
  });
});

describe('the scheme', () => {
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
