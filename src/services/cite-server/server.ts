import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { caywAnswer } from './cayw.ts';
import { refusal } from './guard.ts';
import { Refused, type CiteHost } from './host.ts';
import { rpcAnswer } from './json-rpc.ts';

const LARGEST_BODY = 1_000_000;
const SLOWEST_REQUEST_MS = 10_000;
const ORIGIN = 'http://127.0.0.1';

export interface CiteServer { port: number; close(): Promise<void> }

/** Listens on 127.0.0.1. Rejects with the system's error when the port is taken. */
export function startCiteServer(host: CiteHost, port: number): Promise<CiteServer> {
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_REQUEST_MS }, (request, response) => { void answer(host, request, response); });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => { resolve({ port: portOf(server), close: () => closed(server) }); });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  });
}

async function answer(host: CiteHost, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('cache-control', 'no-store').setHeader('x-content-type-options', 'nosniff');
  try {
    const refused = refusal(request.headers);
    if (refused !== null) throw new Refused(403, refused);
    await route(host, request, response);
  } catch (error) {
    if (!(error instanceof Refused)) host.unexpected(error);
    const { status, message } = error instanceof Refused ? error : { status: 500, message: 'Something went wrong in Sheaf.' };
    end(response, status, 'text/plain; charset=utf-8', message);
  }
}

async function route(host: CiteHost, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = request.url ?? '/';
  const { pathname, searchParams } = new URL(URL.canParse(asked, ORIGIN) ? asked : '/', ORIGIN);
  if (pathname === '/better-bibtex/cayw' && request.method === 'GET') {
    const { text, type } = await caywAnswer(host, searchParams, hungUp(response));
    return end(response, 200, type, text);
  }
  if (pathname === '/better-bibtex/json-rpc' && request.method === 'POST') {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refused(415, 'JSON-RPC comes as application/json.');
    const reply = await rpcAnswer(host, await bodyOf(request));
    return reply === null ? end(response, 204, null, '') : end(response, 200, 'application/json; charset=utf-8', JSON.stringify(reply));
  }
  throw new Refused(404, 'There is nothing here. Editors ask /better-bibtex/cayw and /better-bibtex/json-rpc.');
}

/** Says when the asker no longer waits. */
function hungUp(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => { gone.abort(); });
  return gone.signal;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Refused(413, 'This is too much to ask at once.');
    parts.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    throw new Refused(400, 'The body is no JSON.');
  }
}

function end(response: ServerResponse, status: number, type: string | null, text: string): void {
  if (response.destroyed) return;
  response.writeHead(status, type === null ? {} : { 'content-type': type });
  response.end(text);
}
