import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A PDF as far as a download looks at it: header, body, trailer. */
export const pdfOf = (bytes: number, letter = 'x'): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(Math.max(0, bytes - 15), letter), Buffer.from('\n%%EOF')]);
export const PDF = pdfOf(20_000);

type Vice = (request: IncomingMessage, response: ServerResponse, server: NastyServer) => void;

/** Answers ranges as RFC 9110 says, and hangs up after `breakAt` bytes of an answer when told to. */
export function serveRanges(body: Buffer, etag: string, breakAt = Infinity): Vice {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const partly = from > 0 && from < body.length && request.headers['if-range'] === etag;
    const part = partly ? body.subarray(from) : body;
    response.writeHead(partly ? 206 : 200, { 'content-type': 'application/pdf', etag, 'content-length': part.length, ...(partly ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {}) });
    if (part.length > breakAt) response.write(part.subarray(0, breakAt), () => { setTimeout(() => { response.destroy(); }, 5); });
    else response.end(part);
  };
}

const send = (type: string, body: string | Buffer): Vice => (_request, response) => { response.setHeader('content-type', type).end(body); };
const to = (location: string): Vice => (_request, response) => { response.writeHead(302, { location }).end(); };

/** A server that lies, stalls, breaks off and leads astray, one path a vice. `also` adds paths. */
export interface NastyServer { base: string; hits: string[]; paths: Record<string, Vice>; close(): void; server: Server }

export async function startNastyServer(): Promise<NastyServer> {
  let busy = 0;
  const paths: Record<string, Vice> = {
    '/good.pdf': (_, response) => { response.setHeader('content-length', PDF.length).end(PDF); },
    '/endless-length.pdf': (_, response) => { response.write(PDF); response.end(); },
    '/cut.pdf': (_, response) => { response.write(PDF.subarray(0, 9000)); response.end(); },
    '/cut-short.pdf': (_, response) => { response.end(PDF.subarray(0, 9000)); },
    '/page': send('text/html', '<!doctype html><title>Log in</title>'),
    '/landing': send('text/html', '<!doctype html><html><head><title>Paper</title><meta name="citation_title" content="A"><meta name="citation_pdf_url" content="/good.pdf"></head>'),
    '/landing-abroad': send('text/html', '<html><meta name="citation_pdf_url" content="file:///etc/passwd"></html>'),
    '/landing-loop': send('text/html', '<html><meta name="citation_pdf_url" content="/landing-loop"></html>'),
    '/junk': send('application/pdf', 'not at all a PDF'),
    '/broken': (_, response) => { response.setHeader('content-length', PDF.length).write(PDF.subarray(0, 9000), () => { response.destroy(); }); },
    '/loop': to('/loop'), '/to-file': to('file:///etc/passwd'), '/to-private': to('http://10.0.0.1/a.pdf'), '/to-metadata': to('http://169.254.169.254/latest/'), '/to-good': to('/good.pdf'),
    '/cookie': (request, response) => {
      if (request.headers.cookie === 'seen=1') response.setHeader('content-length', PDF.length).end(PDF);
      else response.writeHead(302, { location: '/cookie', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
    },
    '/silent': () => undefined,
    '/endless': (_, response) => { response.write(PDF); const timer = setInterval(() => response.write(PDF), 1); response.on('close', () => { clearInterval(timer); }); },
    '/bomb': (_, response) => { response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.concat([PDF, Buffer.alloc(5_000_000)]))); },
    '/gone': (_, response) => { response.writeHead(404).end(); }, '/forbidden': (_, response) => { response.writeHead(403).end(); }, '/busy': (_, response) => { response.writeHead(503).end(); },
    '/busy-once': (_, response) => { if (busy++ === 0) response.writeHead(429, { 'retry-after': '0' }).end(); else response.end(PDF); },
    '/busy-long': (_, response) => { response.writeHead(503, { 'retry-after': '86400' }).end(); },
  };
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    const vice = paths[request.url ?? ''];
    if (vice) vice(request, response, nasty);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const nasty: NastyServer = { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits, paths, server, close: () => { server.closeAllConnections(); server.close(); } };
  return nasty;
}
