import { basename } from 'node:path';
import { dialog, shell } from 'electron';
import { Failure, failure } from '../../../src/contract/errors.ts';
import { safeName } from '../../../src/library/file-names.ts';
import { endingOf, mayOpenOutside } from '../../../src/model/media-type.ts';
import type { Context } from '../context.ts';
import type { MainOperations } from '../router.ts';

type Names = 'dialog.files' | 'dialog.folder' | 'dialog.save' | 'attachment.open' | 'attachment.reveal';

/** Choosing files and places for them, and showing files outside of Sheaf. */
export function fileOperations(context: Context): Pick<MainOperations, Names> {
  const locate = async (id: string): Promise<{ file: string; mediaType: string }> => {
    const found = await context.library.call('attachment.locate', { id });
    if (!found.ok) throw new Failure(found.error);
    return found.value;
  };
  return {
    'dialog.files': async () => {
      const files = await choose(context, ['openFile', 'multiSelections']);
      return files.length > 0 ? { files: files.map((file) => context.grants.grant(file)) } : null;
    },
    'dialog.folder': async () => {
      const [folder] = await choose(context, ['openDirectory']);
      return folder === undefined ? null : { folder: context.grants.grant(folder) };
    },
    'dialog.save': async ({ name }) => {
      const window = context.window();
      const options = { defaultPath: safeName(name) };
      const { filePath } = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
      return filePath ? { file: context.grants.grant(filePath) } : null;
    },
    'attachment.open': async ({ id }) => {
      const { file, mediaType } = await locate(id);
      if (!mayOpenOutside(file, mediaType)) throw failure('not-allowed', `Sheaf does not open files of this kind (${endingOf(file) || 'without an ending'}), as they may run. Show it in its folder instead.`, { details: { reason: 'may-run', ending: endingOf(file) || '–' } });
      const trouble = await shell.openPath(file);
      if (trouble !== '') throw failure('unreadable', `${basename(file)} could not be opened: ${trouble}`, { details: { reason: 'not-opened', file: basename(file), error: trouble } });
      return null;
    },
    'attachment.reveal': async ({ id }) => {
      shell.showItemInFolder((await locate(id)).file);
      return null;
    },
  };
}

async function choose(context: Context, properties: ('openFile' | 'multiSelections' | 'openDirectory')[]): Promise<string[]> {
  const window = context.window();
  const { filePaths } = window ? await dialog.showOpenDialog(window, { properties }) : await dialog.showOpenDialog({ properties });
  return filePaths;
}
