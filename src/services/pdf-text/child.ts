import './no-canvas.ts';
import { Console } from 'node:console';
import { join } from 'node:path';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { assetFolders } from './asset-files.ts';
import { extract } from './extract.ts';
import type { Said } from './said.ts';

/** `child FILE FIRST LAST`, the password in SHEAF_PDF_PASSWORD: says what it reads, a JSON value a line. */
async function main([file = '', first = '1', last = '1']: string[]): Promise<void> {
  // Without the first pdf.js would look for its worker in a file beside it; with the second, stdout is for our own lines.
  Object.assign(globalThis, { pdfjsWorker: pdfWorker, console: new Console(process.stderr) });
  const wanted = { file, first: Number(first), last: Number(last), password: process.env['SHEAF_PDF_PASSWORD'], assets: assetFolders(join(__dirname, '..')) };
  for await (const said of extract(wanted)) await say(said);
}

const say = (said: Said): Promise<void> => new Promise((resolve) => process.stdout.write(`${JSON.stringify(said)}\n`, () => { resolve(); }));

void main(process.argv.slice(-3)).then(() => process.exit(0), () => process.exit(1));
