import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { COMMAND_LINE } from '../../../../renderer/features/help/content.ts';

it('names only commands that the command line has', async () => {
  const program = await readFile(new URL('../../../../src/cli/main.ts', import.meta.url), 'utf8');
  for (const { line } of COMMAND_LINE) {
    const [, verb = ''] = line.split(' ');
    expect(program, line).toMatch(new RegExp(`program(, |\\.command\\()'${verb}[ ']`));
  }
});
