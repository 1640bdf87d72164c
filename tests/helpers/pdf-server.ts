import { once } from 'node:events';
import { createServer } from 'node:http';
import { smallPdf } from './small-pdf.ts';

/** Answers every `/pdf/…` with a small PDF, on a free port of this machine: stands in for arXiv. */
export async function startPdfServer(lines: readonly string[]): Promise<{ address: string; close(): void }> {
  const pdf = smallPdf(lines);
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/pdf/') !== true) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': pdf.length }).end(pdf);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The server has no port.');
  return { address: `http://127.0.0.1:${at.port}`, close: () => { server.close(); } };
}
