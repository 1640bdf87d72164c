import { dialog } from 'electron';
import { failure } from '../../../src/contract/errors.ts';
import { liesIn } from '../../../src/services/disk/lies-in.ts';
import type { Context } from '../context.ts';
import type { MainOperations } from '../router.ts';

/** The mirror of the notes: only a folder that a person chooses in the dialog. */
export function mirrorOperations({ library, mirrors, window }: Context): Pick<MainOperations, 'mirror.state' | 'mirror.set'> {
  return {
    'mirror.state': async () => mirrors.state(),
    'mirror.set': async ({ on }) => {
      if (!on) return mirrors.set(null);
      const shown = window();
      const { filePaths } = shown ? await dialog.showOpenDialog(shown, { properties: ['openDirectory', 'createDirectory'] }) : await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      const [folder] = filePaths;
      if (folder === undefined) return null;
      if (liesIn(library.state().folder, folder)) throw failure('invalid-input', 'Choose a folder outside the library: what lies in it is kept by Sheaf alone.', { details: { reason: 'mirror-inside' } });
      return mirrors.set(folder);
    },
  };
}
