import { call, on } from '../client/client.ts';
import type { Input, OperationName, Output } from '../../src/contract/contract.ts';
import type { Result } from '../../src/contract/errors.ts';
import { refreshLibrary } from './library.ts';
import { say, sayError } from './toasts.ts';
import { show } from './view.ts';

type Opening = Extract<OperationName, 'library.create' | 'library.open' | 'library.move'>;

async function through<N extends Opening>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const answer = await call(name, input);
  await refreshLibrary();
  if (!answer.ok && answer.error.code !== 'cancelled') sayError(answer.error);
  return answer;
}

/** Another library begins with its papers. Shown when it begins to open: the answer to who asked for it may come when the person is long at work in it. */
export function followOpening(): void {
  on('library', ({ state, same }) => { if (state === 'opening' && !same) show('papers'); });
}

/** Opens a library: the one in `folder`, else one chosen in the system's dialog. */
export async function openLibrary(folder?: string): Promise<void> {
  await through('library.open', folder === undefined ? {} : { folder });
}

/** Makes a library: in `folder`, with `choose` where the system's dialog says, else in the default place; with the example papers when asked. */
export async function createLibrary(input: Input<'library.create'>): Promise<boolean> {
  const answer = await through('library.create', input);
  if (answer.ok) say('toast.created', { folder: answer.value.library.folder });
  return answer.ok;
}

/** Moves the open library's folder to where the system's dialog says. */
export async function moveLibrary(): Promise<void> {
  const answer = await through('library.move', {});
  if (answer.ok) say('toast.moved', { folder: answer.value.library.folder });
}
