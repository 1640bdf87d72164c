import { create } from 'zustand';
import { call, on } from '../client/client.ts';
import { goToPaper } from './query.ts';
import { useReading } from './reading.ts';
import { sayError } from './toasts.ts';

/** A file that is being read, and the paper it belongs to. */
export interface OpenFile { paper: string; file: string; title: string }

/** So many stay open; the one that was opened longest ago makes room. */
const MOST = 12;

/** The files that are being read, in the order they were opened. */
export const useOpenFiles = create<{ files: readonly OpenFile[] }>(() => ({ files: [] }));

/** Notes that a file is read; a file keeps its place among the others. */
export function noteOpen(one: OpenFile): void {
  const { files } = useOpenFiles.getState();
  const known = files.find(({ file }) => file === one.file);
  if (known?.title === one.title) return;
  useOpenFiles.setState({ files: known ? files.map((other) => (other === known ? one : other)) : [...files, one].slice(-MOST) });
}

/** Shows an open file with its paper; one whose paper is gone is closed. */
export async function showFile({ paper, file }: OpenFile): Promise<void> {
  const answer = await call('papers.get', { id: paper });
  if (!answer.ok) {
    forget(file);
    return sayError(answer.error);
  }
  useReading.setState({ tab: 'pdf', file });
  goToPaper(paper);
}

/** Closes a file; where it was the one in sight, its neighbour is shown. */
export function closeFile(file: string, inSight: string): void {
  const { files } = useOpenFiles.getState();
  const at = files.findIndex((one) => one.file === file);
  const next = files[at + 1] ?? files[at - 1];
  forget(file);
  if (file === inSight && next !== undefined) void showFile(next);
}

/** Shows the open file that is so many places further, round and round. */
export function turnFile(by: 1 | -1): void {
  const { files } = useOpenFiles.getState();
  const inSight = document.querySelector('.file-tab-current')?.getAttribute('data-file');
  const next = files[(files.findIndex(({ file }) => file === inSight) + by + files.length) % files.length];
  if (next !== undefined) void showFile(next);
}

function forget(file: string): void {
  useOpenFiles.setState(({ files }) => ({ files: files.filter((one) => one.file !== file) }));
}

/** Another library has other files. */
export function followOpenFiles(): void {
  on('library', ({ same }) => { if (!same) useOpenFiles.setState({ files: [] }); });
}
