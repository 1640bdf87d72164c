import type { Output } from '../../src/contract/contract.ts';
import { runCommand } from '../client/command.ts';
import type { CommandName, InputOf } from '../client/command-inputs.ts';
import { sayError } from './toasts.ts';

/** Runs a command whose result is seen where it was made (a mark, a tag), so only failure is said; null then. */
export async function carryOut<N extends CommandName>(name: N, input: InputOf<N>): Promise<Output<'command.run'> | null> {
  const answer = await runCommand(name, input);
  if (answer.ok) return answer.value;
  sayError(answer.error);
  return null;
}
