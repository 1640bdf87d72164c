import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_FOLDER, launchSheaf, type Launched } from '../helpers/launch.ts';

/** The handlers behind the page's policy: each is asked for real, by pages that have no policy, or by senders that are not ours. */
let sheaf: Launched;
let folder: string;
let outside: Server;
let address: string;
const asked: string[] = [];
interface Answer { ok: boolean; error?: { code: string } }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-walls-'));
  outside = createServer((request, response) => { asked.push(request.url ?? ''); response.setHeader('access-control-allow-origin', '*').end('outside'); });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`;
  sheaf = await launchSheaf({ library: join(folder, 'library') });
  await sheaf.page.getByTestId('filter').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  outside.close();
  await rm(folder, { recursive: true, force: true });
});

/** Loads a page without a policy in a window of its own, with our preload, and answers what `script` says there. */
const inForeignPage = (page: string, script: string): Promise<unknown> =>
  sheaf.app.evaluate(async ({ BrowserWindow }, [url, preload, code]) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
    try {
      await window.loadURL(url);
      return await window.webContents.executeJavaScript(code);
    } finally {
      window.destroy();
    }
  }, [page, join(APP_FOLDER, 'preload/preload.cjs'), script] as const);

describe('a sender that is not our page', () => {
  it.each(['about:blank', 'data:text/html,foreign'])('is refused by the real channel, though it has our preload: %s', async (page) => {
    const answer = (await inForeignPage(page, "window.sheaf.call('library.overview', {})")) as Answer;
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});

describe('a page without a policy', () => {
  it('reaches no server: the session cancels the request before it leaves', async () => {
    expect(await inForeignPage('data:text/html,x', `fetch('${address}/fetch').then(() => 'reached', () => 'refused')`)).toBe('refused');
    expect(asked).toEqual([]);
  });
  it('does not navigate, opens no window and holds no webview', async () => {
    const script = `(async () => {
      const opened = window.open('about:blank');
      const view = document.createElement('webview'); view.src = 'about:blank'; document.body.append(view);
      location.href = '${address}/navigated';
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { opened: opened === null, at: location.href, view: typeof view.getWebContentsId };
    })()`;
    expect(await inForeignPage('data:text/html,here', script)).toEqual({ opened: true, at: 'data:text/html,here', view: 'undefined' });
    expect(asked).toEqual([]);
  });
});

describe('permissions asked for by our page', () => {
  it('are denied for real: place, notifications, reading the clipboard', async () => {
    const answers = await sheaf.page.evaluate(`Promise.all([
      new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), ({ code }) => resolve(code === 1 ? 'denied' : 'failed'))),
      Notification.requestPermission(),
      navigator.clipboard.readText().then(() => 'granted', ({ name }) => (name === 'NotAllowedError' ? 'denied' : name)),
    ])`);
    expect(answers).toEqual(['denied', 'denied', 'denied']);
  });
  it('are granted where the table says so', async () => {
    expect(await sheaf.page.evaluate("navigator.permissions.query({ name: 'clipboard-write' }).then(({ state }) => state)")).toBe('granted');
  });
});

describe('byte ranges of app://', () => {
  const get = (range?: string): Promise<{ status: number; range: string | null; length: number; policy: boolean }> =>
    sheaf.page.evaluate(async (asked) => {
      const response = await fetch('app://sheaf/index.html', asked === undefined ? {} : { headers: { range: asked } });
      return { status: response.status, range: response.headers.get('content-range'), length: (await response.arrayBuffer()).byteLength, policy: response.headers.has('content-security-policy') };
    }, range);
  it('are answered whole, in part, or as beyond the end', async () => {
    const whole = await get();
    expect(whole).toMatchObject({ status: 200, range: null, policy: true });
    expect(await get('bytes=2-5')).toEqual({ status: 206, range: `bytes 2-5/${String(whole.length)}`, length: 4, policy: true });
    expect(await get(`bytes=${String(whole.length)}-`)).toMatchObject({ status: 416, range: `bytes */${String(whole.length)}`, length: 0, policy: true });
  });
});
