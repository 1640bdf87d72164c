import type { Command } from 'commander';
import { history, step } from '../commands/change.ts';
import { check } from '../commands/out.ts';
import { command, times } from './command.ts';

/** The library as a whole: its soundness and its history. */
export function declareLibrary(program: Command): void {
  command(program, { usage: 'check', does: 'prove the library folder sound; changes nothing', example: 'sheaf check' }, (library, _, options) => check(library, options));

  command(program, {
    usage: 'undo [times]',
    does: 'take back the last change',
    example: 'sheaf undo 3',
  }, (library, [count = '1'], options) => step(library, 'history.undo', times(count), options));

  command(program, {
    usage: 'redo [times]',
    does: 'do again what was undone',
    example: 'sheaf redo',
  }, (library, [count = '1'], options) => step(library, 'history.redo', times(count), options));

  command<{ limit: number }>(program, {
    usage: 'history [paper]',
    does: 'what was done, newest first',
    example: 'sheaf history he2016deep',
  }, (library, [paper], options) => history(library, paper, options))
    .option('--limit <n>', 'at most so many', times, 20);
}
