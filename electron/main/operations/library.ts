import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dialog } from 'electron';
import type { Output } from '../../../src/contract/contract.ts';
import { Failure, failure } from '../../../src/contract/errors.ts';
import { fillWithExample } from '../../../src/services/example-library.ts';
import { defaultLibrary } from '../../../src/services/places.ts';
import type { Context } from '../context.ts';
import { logUnexpected } from '../log.ts';
import { asset } from '../paths.ts';
import type { MainOperations } from '../router.ts';

const RECENT = 8;

/** Creating, opening, switching and moving libraries. A dialog asks for the folder where none is given. */
export function libraryOperations(context: Context): Pick<MainOperations, 'library.create' | 'library.open' | 'library.move' | 'library.state'> {
  return {
    'library.state': async () => {
      return { ...context.library.state(), suggested: defaultLibrary() };
    },
    'library.create': async ({ folder, choose, example }) => {
      const chosen = folder !== undefined ? context.grants.demand(folder) : await freshFolder(choose ? await folderIn(await pickFolder(context)) : example ? exampleLibrary() : defaultLibrary());
      await context.library.open(chosen, true);
      if (example) await fillWithExample(context.library, asset('example'));
      return opened(context, chosen);
    },
    'library.open': async ({ folder }) => {
      const chosen = folder !== undefined ? context.grants.demand(folder) : await pickFolder(context);
      await context.library.open(chosen, false);
      return opened(context, chosen);
    },
    'library.move': async ({ folder }) => {
      const chosen = folder !== undefined ? context.grants.demand(folder) : await freshFolder(await folderIn(await pickFolder(context)));
      await context.library.move(chosen);
      return opened(context, chosen);
    },
  };
}

async function opened(context: Context, folder: string): Promise<Output<'library.overview'>> {
  const recent = [folder, ...context.settings.get().recentLibraries.filter((other) => other !== folder)].slice(0, RECENT);
  // The library is open, also where that cannot be noted.
  await context.settings.set({ recentLibraries: recent, firstRunDone: true }).catch((error: unknown) => { logUnexpected('settings', error); });
  const overview = await context.library.call('library.overview', {});
  if (!overview.ok) throw new Failure(overview.error);
  return overview.value;
}

/** Where a library goes that is put into a folder: itself when it is empty, else a folder of its own in it. */
async function folderIn(folder: string): Promise<string> {
  return (await readdir(folder)).length === 0 ? folder : join(folder, 'Sheaf');
}

/** The example has its own name beside one's own library; on the first run, with nothing there yet, it is where one's own would be. */
function exampleLibrary(): string {
  const own = defaultLibrary();
  return existsSync(own) ? join(dirname(own), 'Sheaf Example') : own;
}

/** This place, or the next one beside it, where nothing is but perhaps an empty folder. */
async function freshFolder(base: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = n === 1 ? base : `${base} ${n}`;
    if (!existsSync(folder) || ((await stat(folder)).isDirectory() && (await readdir(folder)).length === 0)) return folder;
  }
}

async function pickFolder(context: Context): Promise<string> {
  const window = context.window();
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const { filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  if (!filePaths[0]) throw failure('cancelled', 'Nothing was chosen.', { details: { reason: 'nothing-chosen' } });
  return context.grants.grant(filePaths[0]);
}
