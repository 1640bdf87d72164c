import { app, session, shell, type Session, type WebContents, type WebFrameMain } from 'electron';
import { devServer } from './dev-server.ts';
import { ORIGIN, PAGES } from './origin.ts';

/** What a page of ours may load: itself. PDF.js needs workers and WebAssembly; styles are set by the editor and KaTeX. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self' blob:", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
  "font-src 'self' data:", "connect-src 'self'", `frame-src ${PAGES}`, "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** What a saved web page may load: what is in its own file. It runs nothing, sends nothing and is framed by us alone. */
export const PAGE_POLICY = ["default-src 'none'", 'img-src data: blob:', "style-src 'unsafe-inline' data:", 'font-src data:', 'media-src data:', "base-uri 'none'", "form-action 'none'", `frame-ancestors ${ORIGIN}`, 'sandbox'].join('; ');

/** Permissions a page of ours gets. Everything else, and everybody else, gets none. */
const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Whether an address is a page of ours. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === ORIGIN;
  } catch {
    return false;
  }
}

/** Whether an address may be in a frame: a saved page, or a part of a book that the window made. */
const isShown = (address: string): boolean => address === 'about:srcdoc' || address.startsWith(`${PAGES}/`);

/** Whether who speaks is the top frame of a page of ours. */
export const isOurPage = (frame: WebFrameMain | null): boolean => frame !== null && frame.parent === null && isOurs(frame.url);

/** Holds every web contents that will ever be made to the rules, before it loads anything. */
export function secureApp(): void {
  app.on('web-contents-created', (_event, contents) => { secureContents(contents); });
}

function secureContents(contents: WebContents): void {
  contents.on('will-redirect', (event) => { if (!isOurs(event.url)) event.preventDefault(); });
  // Told of the top frame as well as of those within it.
  contents.on('will-frame-navigate', (event) => { if (event.isMainFrame ? !isOurs(event.url) : !isShown(event.url)) event.preventDefault(); });
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.setWindowOpenHandler(({ url }) => {
    void openLink(url);
    return { action: 'deny' };
  });
}

/** Denies permissions by table, and keeps windows off the network: they load our own scheme and nothing else. */
export function secureSession(ours: Session = session.defaultSession): void {
  ours.setPermissionRequestHandler((contents, permission, answer) => { answer(ALLOWED_PERMISSIONS.has(permission) && isOurs(contents.getURL())); });
  ours.setPermissionCheckHandler((_contents, permission, origin) => ALLOWED_PERMISSIONS.has(permission) && isOurs(origin));
  ours.setDevicePermissionHandler(() => false);
  ours.webRequest.onBeforeRequest((details, answer) => { answer({ cancel: !allowedRequest(details.url) }); });
}

function allowedRequest(address: string): boolean {
  const { protocol, host } = new URL(address);
  if (['app:', 'page:', 'data:', 'blob:', 'devtools:', 'chrome:'].includes(protocol)) return true;
  return protocol === 'ws:' && host === devServer()?.host;
}

/** Opens an address outside, in the person's own browser or mail program. The only way out of a window; answers whether it was one to open. */
export async function openLink(address: string): Promise<boolean> {
  if (!mayOpen(address)) return false;
  await shell.openExternal(new URL(address).href);
  return true;
}

/** Web and mail addresses, without credentials that would disguise where they lead. */
export function mayOpen(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address);
    return ['https:', 'http:', 'mailto:'].includes(protocol) && !username && !password;
  } catch {
    return false;
  }
}
