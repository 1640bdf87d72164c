import { shell } from 'electron';
import type { Context } from '../context.ts';
import type { MainOperations } from '../router.ts';
import { chooseTarget } from './out.ts';

/** Files that are kept up to date: only where a person chose in the dialog. */
export function keptOperations(context: Context): Pick<MainOperations, 'kept.list' | 'kept.add' | 'kept.write' | 'kept.remove' | 'kept.reveal'> {
  const { kept } = context;
  return {
    'kept.list': () => kept.list(),
    'kept.add': async ({ of, format, options }) => {
      const beside = of.scope.in === 'cited' ? context.grants.demand(of.scope.manuscript) : undefined;
      const file = await chooseTarget(context, format, beside);
      return file === undefined ? null : kept.add({ file, of, format, options });
    },
    'kept.write': ({ id, replace }) => kept.write(id, replace),
    'kept.remove': ({ id }) => kept.remove(id),
    'kept.reveal': async ({ id }) => {
      const one = (await kept.list()).find((each) => each.id === id);
      if (one !== undefined) shell.showItemInFolder(one.file);
      return null;
    },
  };
}
