import type { Output } from '../../src/contract/contract.ts';
import type { Result } from '../../src/contract/errors.ts';
import type { CommandName, InputOf } from './command-inputs.ts';
import { call } from './client.ts';

/** Runs one command of src/library/commands. Resolves once the change is durable. */
export function runCommand<N extends CommandName>(name: N, input: InputOf<N>): Promise<Result<Output<'command.run'>>> {
  return call('command.run', { name, input });
}
