import { join } from 'node:path';
import { assetFolders } from './asset-files.ts';
import { extract } from './extract.ts';
import type { Said } from './said.ts';

/** `FILE FIRST LAST`, the password in SHEAF_PDF_PASSWORD: says what it reads, a JSON value a line. */
export async function sayText([file = '', first = '1', last = '1']: readonly string[]): Promise<void> {
  const wanted = { file, first: Number(first), last: Number(last), password: process.env['SHEAF_PDF_PASSWORD'], assets: assetFolders(join(__dirname, '..')) };
  for await (const said of extract(wanted)) await say(said);
}

const say = (said: Said): Promise<void> => new Promise((resolve) => process.stdout.write(`${JSON.stringify(said)}\n`, () => { resolve(); }));
