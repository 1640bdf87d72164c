import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a build puts the data files of pdf.js, and where the package has them. */
export const assetFolders = (app: string): string[] => [join(app, 'renderer', 'assets'), ...['cmaps', 'standard_fonts', 'wasm'].map((name) => join(app, '..', 'node_modules', 'pdfjs-dist', name))];

/** Reads a data file of pdf.js by its name; a build has put a hash into it (`UniGB-UCS2-H-x1Y2z3A4.bcmap`). */
export function readAsset(folders: readonly string[], name: string): Uint8Array {
  const [stem = '', ending = ''] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.'))];
  for (const folder of folders.filter((one) => existsSync(one))) {
    const file = readdirSync(folder).find((one) => one === name || (one.startsWith(`${stem}-`) && one.endsWith(ending) && one.length === stem.length + ending.length + 9));
    if (file !== undefined) return new Uint8Array(readFileSync(join(folder, file)));
  }
  throw new Error(`pdf.js has no file "${name}"`);
}
