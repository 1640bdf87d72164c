import { existsSync } from 'node:fs';
import { dialog, shell } from 'electron';
import { MANUSCRIPTS } from '../../../src/citation/manuscript.ts';
import type { Context } from '../context.ts';
import type { MainOperations } from '../router.ts';

/** Manuscripts that are remembered. */
const RECENT = 12;

/** Choosing a manuscript, and those chosen before. What is in one, the engine reads. */
export function manuscriptOperations({ grants, settings, window }: Context): Pick<MainOperations, 'manuscript.choose' | 'manuscript.recent' | 'manuscript.reveal'> {
  return {
    'manuscript.choose': async () => {
      const options = { properties: ['openFile' as const], filters: [{ name: 'Manuscripts', extensions: [...MANUSCRIPTS, 'docx', 'ltx', 'latex', 'markdown', 'qmd', 'rmd', 'txt'] }, { name: '*', extensions: ['*'] }] };
      const shown = window();
      const { filePaths: [file] } = shown ? await dialog.showOpenDialog(shown, options) : await dialog.showOpenDialog(options);
      return file === undefined ? null : { file: grants.grant(file) };
    },
    'manuscript.recent': async ({ used, forget }) => {
      const before = settings.get().recentManuscripts.filter((one) => one !== forget);
      const recent = used === undefined ? before : [grants.demand(used), ...before.filter((one) => one !== used)].slice(0, RECENT);
      if (used !== undefined || forget !== undefined) await settings.set({ recentManuscripts: recent });
      return recent.map((file) => ({ file, there: existsSync(file) }));
    },
    'manuscript.reveal': async ({ file }) => {
      shell.showItemInFolder(grants.demand(file));
      return null;
    },
  };
}
