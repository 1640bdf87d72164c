import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { IMAGE_FOLDER, isImageName } from '../../src/library/notes/images.ts';
import { Id } from '../../src/model/id.ts';
import { isReadHere, mediaTypeOf } from '../../src/model/media-type.ts';
import { byteRange } from './byte-range.ts';
import { devServer, fromDevServer } from './dev-server.ts';
import { inApp } from './paths.ts';
import { CONTENT_SECURITY_POLICY, PAGE_POLICY } from './security.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.wasm': 'application/wasm', '.bcmap': 'application/octet-stream', '.pfb': 'application/octet-stream', '.icc': 'application/octet-stream',
};

const IMAGES: Record<string, string> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.avif': 'image/avif' };

/** Files a window asks for by id: where the engine says they are. Null when there is none. */
export type LocateFile = (id: string) => Promise<{ file: string; mediaType: string } | null>;

/** Makes app: and page: schemes with origins of their own. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }, { scheme: 'page', privileges: { standard: true, secure: true, stream: true } }]);
}

/** Serves `app://sheaf/…`: the window's own files, `/file/<attachment id>`, and `/image/<name>` of the notes of the open library. Nothing is served by path. */
export function serveScheme(locate: LocateFile, library: () => string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'sheaf' || (request.method !== 'GET' && request.method !== 'HEAD')) return refusal(403);
    const server = devServer();
    if (server !== null && !/^\/(?:file|image)\//.test(url.pathname)) return fromDevServer(server, url.pathname + url.search, CONTENT_SECURITY_POLICY);
    const id = /^\/file\/([^/]+)$/.exec(url.pathname)?.[1];
    const image = /^\/image\/([^/]+)$/.exec(url.pathname)?.[1];
    const found = image !== undefined ? await noteImage(image, library()) : id === undefined ? await ownFile(url.pathname) : await attachment(id, locate);
    return found ? answer(found.file, found.mediaType, request) : refusal(404);
  });
}

/** Serves `page://view/<attachment id>`: saved web pages, under a policy that lets them run and fetch nothing, in our own frames alone. */
export function servePages(locate: LocateFile): void {
  protocol.handle('page', async (request) => {
    const url = new URL(request.url);
    const found = url.host === 'view' && request.method === 'GET' ? await attachment(url.pathname.slice(1), locate) : null;
    return found?.mediaType === 'text/html' ? answer(found.file, 'text/html', request, PAGE_POLICY) : refusal(404);
  });
}

/** Only a file of a kind that is shown here, and named so: a reference list may have linked anything. */
async function attachment(id: string, locate: LocateFile): Promise<{ file: string; mediaType: string } | null> {
  const found = Id.safeParse(id).success ? await locate(id) : null;
  return found && isReadHere(found.mediaType) && mediaTypeOf(found.file) === found.mediaType ? found : null;
}

/** An image that a note shows; a link that leads out of the folder is none. */
async function noteImage(name: string, library: string): Promise<{ file: string; mediaType: string } | null> {
  if (!isImageName(name) || library === '') return null;
  const folder = await realpath(join(library, IMAGE_FOLDER)).catch(() => null);
  const file = folder === null ? null : await realpath(join(folder, name)).catch(() => null);
  return folder !== null && file === join(folder, name) ? { file, mediaType: IMAGES[extname(name)] ?? 'application/octet-stream' } : null;
}

/** A file of the built window. The real path must lie in its folder, whatever the address is made of. */
async function ownFile(pathname: string): Promise<{ file: string; mediaType: string } | null> {
  const folder = inApp('renderer');
  const asked = decoded(pathname === '/' ? '/index.html' : pathname);
  if (asked === null) return null;
  const file = await realpath(join(folder, asked)).catch(() => null);
  const inside = file?.startsWith((await realpath(folder)) + sep) ?? false;
  return file && inside ? { file, mediaType: TYPES[extname(file)] ?? 'application/octet-stream' } : null;
}

function decoded(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

async function answer(file: string, mediaType: string, request: Request, policy = CONTENT_SECURITY_POLICY): Promise<Response> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) return refusal(404);
  const range = byteRange(request.headers.get('range'), facts.size);
  if (range === 'unsatisfiable') return refusal(416, { 'content-range': `bytes */${facts.size}` });
  const { start, end } = range ?? { start: 0, end: facts.size - 1 };
  const headers = {
    'content-type': mediaType, 'content-length': String(end - start + 1), 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff', 'content-security-policy': policy,
    'cross-origin-resource-policy': 'same-origin', 'x-dns-prefetch-control': 'off', ...(range ? { 'content-range': `bytes ${start}-${end}/${facts.size}` } : {}),
  };
  const body = request.method === 'HEAD' || facts.size === 0 ? null : webStream(file, start, end);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** Node's web streams and the DOM's are one thing under two types. */
function webStream(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file, { start, end })) as unknown as ReadableStream<Uint8Array>;
}

const refusal = (status: number, headers: Record<string, string> = {}): Response => new Response(null, { status, headers: { 'content-security-policy': CONTENT_SECURITY_POLICY, ...headers } });
