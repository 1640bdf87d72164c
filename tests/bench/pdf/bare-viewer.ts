import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright-core';
import { _electron } from 'playwright-core';

const PDFJS = fileURLToPath(new URL('../../../node_modules/pdfjs-dist', import.meta.url));

/** pdf.js's viewer on an empty page, and how to open a file in it and to find in it. */
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/web/pdf_viewer.css">
<style>body{margin:0}#pages{position:absolute;inset:0;overflow:auto}</style><div id="pages" class="pdf-pages" tabindex="0"><div class="pdfViewer"></div></div>
<script type="module">
import * as pdfjs from '/build/pdf.mjs';
globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFFindController, PDFViewer } = await import('/web/pdf_viewer.mjs');
pdfjs.GlobalWorkerOptions.workerSrc = '/build/pdf.worker.min.mjs';
const eventBus = new EventBus(), linkService = new PDFLinkService({ eventBus }), findController = new PDFFindController({ linkService, eventBus });
const viewer = new PDFViewer({ container: document.getElementById('pages'), eventBus, linkService, findController });
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'page-width'; });
eventBus.on('updatefindmatchescount', ({ matchesCount }) => { globalThis.hits = matchesCount.total; });
let task = null;
globalThis.bare = {
  async open() { await task?.destroy(); viewer.setDocument(null); task = pdfjs.getDocument({ url: '/file.pdf', cMapUrl: '/cmaps/', standardFontDataUrl: '/standard_fonts/', wasmUrl: '/wasm/' }); const pdf = await task.promise; viewer.setDocument(pdf); linkService.setDocument(pdf, null); },
  find(query) { globalThis.hits = 0; eventBus.dispatch('find', { source: viewer, type: '', query, highlightAll: true, caseSensitive: false, entireWord: false, findPrevious: false }); },
};
</script>`;

const TYPES: Readonly<Record<string, string>> = { mjs: 'text/javascript', css: 'text/css', pdf: 'application/pdf', wasm: 'application/wasm' };
const MAIN = `const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => { const window = new BrowserWindow({ width: 1440, height: 900 }); void window.loadURL(process.env.BARE_URL); });`;

export interface Bare { page: Page; app: ElectronApplication; close(): Promise<void> }

/** pdf.js's bare viewer in the same Electron, with this file. */
export async function launchBare(pdf: Uint8Array, electron: string): Promise<Bare> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/html';
    if (path === '/') return void response.writeHead(200, { 'content-type': type }).end(PAGE);
    if (path === '/file.pdf') return void answerRange(response, request.headers.range, pdf);
    readFile(join(PDFJS, path.startsWith('/build') || path.startsWith('/web') ? 'legacy' : '', path)).then((bytes) => response.writeHead(200, { 'content-type': type }).end(bytes), () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bare-'));
  await writeFile(join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.cjs"}');
  await writeFile(join(folder, 'main.cjs'), MAIN);
  const app = await _electron.launch({ executablePath: electron, args: ['--no-sandbox', folder], colorScheme: null, env: { ...inherited(), BARE_URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/` } });
  const page = await app.firstWindow();
  await page.waitForFunction('globalThis.bare !== undefined');
  return { page, app, close: async () => { await app.close(); server.close(); await rm(folder, { recursive: true, force: true }); } };
}

function answerRange(response: ServerResponse, range: string | undefined, bytes: Uint8Array): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const head = { 'content-type': 'application/pdf', 'accept-ranges': 'bytes' };
  if (from === undefined) return void response.writeHead(200, { ...head, 'content-length': bytes.length }).end(bytes);
  const end = to ? Math.min(Number(to) + 1, bytes.length) : bytes.length;
  response.writeHead(206, { ...head, 'content-length': end - Number(from), 'content-range': `bytes ${from}-${String(end - 1)}/${String(bytes.length)}` }).end(bytes.subarray(Number(from), end));
}

const inherited = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
