import { expect, it } from 'vitest';
import { COMMAND_LINE } from '../../../../renderer/features/help/content.ts';
import { program } from '../../../../src/cli/program/program.ts';

it.each(COMMAND_LINE)('names a command that the command line has: $line', ({ line }) => {
  expect(program.commands.map((command) => command.name())).toContain(line.split(' ')[1]);
});
