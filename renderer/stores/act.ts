import { runCommand } from '../client/command.ts';
import type { CommandName, InputOf } from '../client/command-inputs.ts';
import { call } from '../client/client.ts';
import { isMessage, t } from '../messages/messages.ts';
import type { MessageKey, Values } from '../messages/messages.ts';
import { say, sayError } from './toasts.ts';

/** What a command's label from the journal is called. */
export const wordFor = (label: string): string => (isMessage(label) ? t(label) : label);

/** Takes the last command back, and says so. */
export async function undo(): Promise<void> {
  const answer = await call('history.undo', {});
  if (answer.ok) say('toast.undone', { what: wordFor(answer.value.label) }, { label: 'action.redo', run: () => void redo(), revision: answer.value.revision });
  else sayError(answer.error);
}

/** Does again what was last taken back. */
export async function redo(): Promise<void> {
  const answer = await call('history.redo', {});
  if (answer.ok) say('toast.redone', { what: wordFor(answer.value.label) }, { label: 'action.undo', run: () => void undo(), revision: answer.value.revision });
  else sayError(answer.error);
}

/** Takes back one command out of the history, where what it left still stands. `paper`: whose history it was found in. */
export async function takeBack(id: string, paper?: string): Promise<void> {
  const answer = await call('history.takeBack', { id, ...(paper === undefined ? {} : { paper }) });
  if (answer.ok) say('toast.undone', { what: wordFor(answer.value.label) }, { label: 'action.redo', run: () => void redo(), revision: answer.value.revision });
  else sayError(answer.error);
}

/** Runs a command and says what it did, with the way back; or says why it did not. */
export async function act<N extends CommandName>(name: N, input: InputOf<N>, key: MessageKey, values?: Values): Promise<boolean> {
  const answer = await runCommand(name, input);
  if (answer.ok) say(key, { count: answer.value.papers, ...values }, { label: 'action.undo', run: () => void undo(), revision: answer.value.revision });
  else sayError(answer.error);
  return answer.ok;
}
