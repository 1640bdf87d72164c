import { call } from '../../client/client.ts';
import { undo } from '../../stores/act.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { useReader } from './reader.ts';

/** Writes the marks of the PDF on screen beside it, and says where. */
export async function writeSidecar(): Promise<void> {
  const { attachment } = useReader.getState();
  if (attachment === null) return;
  const answer = await call('pdf.sidecar', { attachment });
  if (answer.ok) say('pdf.written', { file: answer.value.file, count: answer.value.marks });
  else sayError(answer.error);
}

/** The annotations in the PDF on screen become marks. */
export async function takeOverMarks(): Promise<void> {
  const { attachment, password } = useReader.getState();
  if (attachment === null) return;
  const answer = await call('pdf.takeOver', { attachment, ...(password === null ? {} : { password }) });
  if (!answer.ok) { sayError(answer.error); return; }
  const { taken, there, others, revision } = answer.value;
  say('pdf.tookOver', { taken, there, others }, taken === 0 ? undefined : { label: 'action.undo', run: () => void undo(), revision });
}

/** Saves a copy of the PDF on screen with its marks in it, and says where. */
export async function writeCopy(): Promise<void> {
  const { attachment } = useReader.getState();
  if (attachment === null) return;
  const answer = await call('pdf.write', { attachment });
  if (!answer.ok) sayError(answer.error);
  else if (answer.value !== null) say('pdf.written', { file: answer.value.file, count: answer.value.added + answer.value.updated + answer.value.unchanged });
}
