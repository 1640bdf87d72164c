import type { Command } from 'commander';
import { EXPORT_NAMES } from '../../contract/exports.ts';
import { CITE_AS, cite, type CiteOptions } from '../commands/cite.ts';
import { cites, type CitesOptions } from '../commands/cites.ts';
import { listKeys, pinKeys, refreshKeys, type KeyOptions } from '../commands/keys.ts';
import { exportPapers, type ExportOptions } from '../commands/out.ts';
import { addStyles, listStyles, removeStyle, type StylesOptions } from '../commands/styles.ts';
import { watch, type WatchOptions } from '../commands/watch.ts';
import { command, gathered, withChoices } from './command.ts';

/** What leaves the library, and what manuscripts ask of it. */
export function declareWriting(program: Command): void {
  for (const declare of [exportCommand, citeCommand, stylesCommands, watchCommand, citesCommand, keysCommands]) declare(program);
}

function exportCommand(program: Command): void {
  const writing = command<ExportOptions>(program, {
    usage: 'export [papers...]',
    does: 'papers as a file of any format (all when none is named)',
    example: 'sheaf export --format csl-json -o library.json',
  }, exportPapers)
    .option('--format <name>', `one of: ${EXPORT_NAMES.join(', ')}`, 'bibtex')
    .option('-o, --output <file>', 'write to a file')
    .option('--search <words>', 'what these words find');

  withChoices(writing, 'list').option('--losses', 'write nothing; say what the format could not hold');
}

function citeCommand(program: Command): void {
  command<CiteOptions>(program, {
    usage: 'cite <papers...>',
    does: 'references or a citation, in a CSL style or for a source text',
    example: "sheaf cite he2016deep --format pandoc --at 'ch. 3'",
  }, cite)
    .option('--format <name>', CITE_AS.join(', '), 'text')
    .option('--style <id>', "CSL style (default: the window's)")
    .option('--locale <tag>', "its language (default: the window's)")
    .option('--html', 'a citation or reference as HTML')
    .option('--at <place>', "where in the work: 'p. 4', 'ch. 2', '12-15'")
    .option('--prefix <words>', 'before it')
    .option('--suffix <words>', 'after it')
    .option('--no-author', 'without the author');
}

function stylesCommands(program: Command): void {
  const styles = program.command('styles').description('citation styles: list, add from a file, remove');

  styles
    .command('list [words...]', { isDefault: true })
    .description('styles whose id or title has all these words, a line each')
    .option('--json', 'answer as JSON')
    .option('--own', 'only those that were added from files')
    .addHelpText('after', '\nExample:\n  sheaf styles nature chemistry')
    .action((words: string[], _: unknown, self: Command) => listStyles(words, self.optsWithGlobals<StylesOptions>()));

  styles
    .command('add <files...>')
    .description('add styles from .csl files; the window and every library have them')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  sheaf styles add my-journal.csl')
    .action((files: string[], _: unknown, self: Command) => addStyles(files, self.optsWithGlobals<StylesOptions>()));

  styles
    .command('remove <id>')
    .description('remove a style that was added')
    .addHelpText('after', '\nExample:\n  sheaf styles remove my-journal')
    .action((id: string) => removeStyle(id));
}

function watchCommand(program: Command): void {
  const watching = program
    .command('watch <file>')
    .description('a file that always holds what the library, a collection or a search holds; the format is that of its ending')
    .option('--json', 'a line of JSON for each time it is written')
    .option('--library <dir>', 'the library folder')
    .option('--once', 'write it where it differs, and end')
    .option('--replace', 'also where somebody else has changed it')
    .option('--format <name>', `one of: ${EXPORT_NAMES.join(', ')}`)
    .option('--collection <name>', 'the papers of a collection')
    .option('--tag <name>', 'those with a tag; several narrow further', gathered)
    .option('--status <name>', 'those of a status')
    .option('--cited <file>', 'those that a manuscript and its chapters cite')
    .option('--search <words>', 'those that words find');

  withChoices(watching, 'key')
    .addHelpText('after', '\nExample:\n  sheaf watch thesis/refs.bib --collection Thesis')
    .action((file: string, _: unknown, self: Command) => watch(file, self.optsWithGlobals<WatchOptions>()));
}

function citesCommand(program: Command): void {
  const citing = command<CitesOptions>(program, {
    usage: 'cites <files...>',
    does: 'which papers manuscripts cite (tex, aux, bcf, md, typ, org, docx): found, renamed, or missing (exit code 3)',
    example: 'sheaf cites thesis.tex --export refs.bib',
  }, cites)
    .option('--export <file>', 'write the cited papers there')
    .option('--format <name>', `one of: ${EXPORT_NAMES.join(', ')}`, 'bibtex')
    .option('--missing', 'only the keys that the library does not have');

  withChoices(citing, 'key');
}

function keysCommands(program: Command): void {
  const keys = program.command('keys').description('citation keys: list, preview, refresh or pin them');

  command<KeyOptions>(keys, { usage: 'list', does: 'every citation key', example: 'sheaf keys list --json' }, (library, _, options) => listKeys(library, options));

  command<KeyOptions>(keys, {
    usage: 'preview [papers...]',
    does: 'what a pattern would make of papers (all when none is named)',
    example: "sheaf keys preview --pattern 'auth.lower + shorttitle(3,3) + year'",
  }, (library, names, options) => refreshKeys(library, names, { ...options, dryRun: true }))
    .option('--pattern <text>', "Better BibTeX's or JabRef's notation")
    .option('--pinned', 'pinned keys too');

  command<KeyOptions>(keys, {
    usage: 'refresh [papers...]',
    does: 'make keys anew; notes that name a paper follow (one undo)',
    example: "sheaf keys refresh --pattern '[auth:lower][year]'",
  }, refreshKeys)
    .option('--pattern <text>', "Better BibTeX's or JabRef's notation")
    .option('--pinned', 'pinned keys too, which are then not pinned');

  command<KeyOptions>(keys, { usage: 'pin <papers...>', does: 'keep keys as they are', example: 'sheaf keys pin he2016deep' }, pinKeys)
    .option('--unpin', 'let them go again');
}
