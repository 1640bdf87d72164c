import { create } from 'zustand';
import type { KeptFileView } from '../../../src/contract/kept-files.ts';
import type { Result } from '../../../src/contract/errors.ts';
import { call, on } from '../../client/client.ts';
import { sayError } from '../../stores/toasts.ts';

/** The kept files of the open library; null until they are known. */
export const useKept = create<{ files: readonly KeptFileView[] | null }>(() => ({ files: null }));

const put = (answer: Result<readonly KeptFileView[]>): void => {
  if (answer.ok) useKept.setState({ files: answer.value });
  else sayError(answer.error);
};

export const look = async (): Promise<void> => { put(await call('kept.list', {})); };
export const write = async (id: string, replace: boolean): Promise<void> => { put(await call('kept.write', { id, replace })); };
export const stop = async (id: string): Promise<void> => { put(await call('kept.remove', { id })); };

/** Looks, and hears of every writing until the answer is called. */
export function follow(): () => void {
  void look();
  return on('kept', (files) => { useKept.setState({ files }); });
}
