import type { FileSelection } from '../../../src/contract/views.ts';
import type { Attachment } from '../../../src/model/attachment.ts';
import { isReadHere } from '../../../src/model/media-type.ts';
import { call } from '../../client/client.ts';
import { act, undo } from '../../stores/act.ts';
import { useReading } from '../../stores/reading.ts';
import { useSettings } from '../../stores/settings.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { open } from '../../stores/view.ts';
import { useFileWork } from './store.ts';
import { fileName, isAddress, nameOf } from './words.ts';

const back = (revision: number) => ({ label: 'action.undo', run: () => void undo(), revision }) as const;

/** Adds files that were dropped or chosen to a paper, as copies in the library or as links. */
export async function bring(paper: string, files: string[], link = false): Promise<void> {
  const answer = await call('attachment.bring', { paper, files, link, pattern: useSettings.getState().settings.filePattern });
  if (!answer.ok) return sayError(answer.error);
  const { ids, there, revision } = answer.value;
  say(link ? 'toast.filesLinked' : 'toast.filesAdded', { count: ids.length, there }, ids.length > 0 ? back(revision) : undefined);
}

/** Asks for files in the system's dialog, and adds them. */
export async function chooseAndBring(paper: string, link = false): Promise<void> {
  const answer = await call('dialog.files', {});
  if (!answer.ok) return sayError(answer.error);
  if (answer.value !== null) await bring(paper, answer.value.files, link);
}

/** Reads a file in Sheaf, or opens it where it belongs. */
export function read(file: Attachment): void {
  if (isAddress(file) || !isReadHere(file.mediaType)) void openOutside(file);
  else useReading.setState({ tab: 'pdf', file: file.id });
}

/** Opens a file in the system's program for it; an address in the browser. */
export async function openOutside(file: Attachment): Promise<void> {
  const answer = isAddress(file) ? await call('link.open', { url: file.path }) : await call('attachment.open', { id: file.id });
  if (!answer.ok) sayError(answer.error);
}

export async function reveal(file: Attachment): Promise<void> {
  const answer = await call('attachment.reveal', { id: file.id });
  if (!answer.ok) sayError(answer.error);
}

export const remove = (file: Attachment): Promise<boolean> => act('attachment.remove', { attachment: file.id }, file.kind === 'kept' ? 'toast.fileRemoved' : 'toast.fileUnlinked', { name: nameOf(file) });

export async function replace(file: Attachment): Promise<void> {
  const chosen = await call('dialog.files', {});
  const path = chosen.ok ? chosen.value?.files[0] : undefined;
  if (!chosen.ok) return sayError(chosen.error);
  if (path === undefined) return;
  const answer = await call('attachment.replace', { id: file.id, file: path });
  if (answer.ok) say('toast.fileReplaced', { name: nameOf(file) }, back(answer.value.revision));
  else sayError(answer.error);
}

export async function detach(file: Attachment): Promise<void> {
  const chosen = await call('dialog.save', { name: fileName(file) });
  if (!chosen.ok) return sayError(chosen.error);
  if (chosen.value === null) return;
  const answer = await call('attachment.detach', { id: file.id, to: chosen.value.file });
  if (answer.ok) say('toast.fileDetached', { name: nameOf(file) }, back(answer.value.revision));
  else sayError(answer.error);
}

/** Asks for a folder, and takes from it what is missing. */
export async function findMissing(): Promise<void> {
  const chosen = await call('dialog.folder', {});
  if (!chosen.ok) return sayError(chosen.error);
  if (chosen.value === null) return;
  const answer = await call('attachment.find', { folder: chosen.value.folder });
  if (!answer.ok) return sayError(answer.error);
  const { missing, found, linked, revision } = answer.value;
  say('toast.filesFound', { missing, found }, linked > 0 ? back(revision) : undefined);
}

/** Shows what renaming would do, and asks. */
export function askToRename(of: FileSelection): void {
  useFileWork.setState({ renaming: of });
  open('renameFiles');
}

export async function rename(of: FileSelection, pattern: string): Promise<boolean> {
  const answer = await call('attachment.rename', { of, pattern });
  if (!answer.ok) { sayError(answer.error); return false; }
  say('toast.filesRenamed', { count: answer.value.renamed }, answer.value.renamed > 0 ? back(answer.value.revision) : undefined);
  return true;
}
