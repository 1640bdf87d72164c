import { CommanderError, type Command } from 'commander';
import { EXIT, Exit } from './output.ts';
import { program } from './program/program.ts';

/** Runs one command line (without node and script). Answers the exit code; writes nothing but its own text. */
async function main(args: string[]): Promise<number> {
  try {
    await strict(program).parseAsync(args, { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof Exit) {
      if (error.message) process.stderr.write(`sheaf: ${error.message}\n`);
      return error.code;
    }
    process.stderr.write(`sheaf: ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}

/** Wrong usage must come back as an error here, in every subcommand, not end the process in the middle. */
function strict(command: Command): Command {
  command.exitOverride().showHelpAfterError('(--help shows how it is used)');
  command.commands.forEach(strict);
  return command;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed); });
process.removeAllListeners('warning');
void main(process.argv.slice(2)).then((code) => process.exit(code));
