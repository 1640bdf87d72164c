import { Command, CommanderError } from 'commander';
import { addTags, history, listTags, removeTags, setStatus, step } from './commands/change.ts';
import { CITE_AS, cite, type CiteOptions } from './commands/cite.ts';
import { cites, type CitesOptions } from './commands/cites.ts';
import { changeCollection, createCollection, listCollections } from './commands/collection.ts';
import { downloadPapers, type DownloadOptions } from './commands/download.ts';
import { attachFiles, listFiles, type AttachOptions } from './commands/files.ts';
import { importFiles, type ImportOptions } from './commands/import.ts';
import { listKeys, pinKeys, refreshKeys, type KeyOptions } from './commands/keys.ts';
import { listPapers, type Narrowing } from './commands/list.ts';
import { mirror, type MirrorOptions } from './commands/mirror.ts';
import { listNotes, note, type NoteOptions } from './commands/note.ts';
import { check, exportPapers, type ExportOptions } from './commands/out.ts';
import { EXPORT_NAMES } from '../contract/exports.ts';
import { takePdf, writePdf, writeSidecar, type TakeOptions, type WhichPdf, type WriteOptions } from './commands/pdf.ts';
import { addPaper, setFields, type SetOptions } from './commands/set.ts';
import { showPapers } from './commands/show.ts';
import { addStyles, listStyles, removeStyle, type StylesOptions } from './commands/styles.ts';
import { showText, type TextOptions } from './commands/text.ts';
import { watch, type WatchOptions } from './commands/watch.ts';
import { openLibrary, type Library } from './library.ts';
import { EXIT, Exit } from './output.ts';

interface Common { library?: string; json?: boolean }

const program = new Command('sheaf')
  .description('The library of Sheaf from the command line. While its window is open, commands work through the window and show up there.')
  .version('0.1.0')
  .option('--library <dir>', 'the library folder (also SHEAF_LIBRARY; default: Documents/Sheaf)')
  .addHelpText('after', `
A paper is named by its citation key, its id (or the beginning of it), its DOI or its arXiv id.
Exit codes: 0 done, 1 failed, 2 called wrongly, 3 nothing found.

Examples:
  sheaf import page.txt refs.bib            bring in papers; the format is found by content
  sheaf list --json | jq '.papers[].item.title'
  sheaf search 'sparse training year:2020..'
  sheaf tag add thangarasa2023spdf to-cite
  sheaf export --format bibtex -o refs.bib
  sheaf undo                                take the last change back, whoever made it`);

/** Adds a command that works on an open library. `work` gets the library, the arguments, and its own and the common options. */
function command<O extends object>(on: Command, usage: string, description: string, example: string, create: boolean, work: (library: Library, args: string[], options: O & Common) => Promise<void>): Command {
  return on.command(usage).description(description).option('--json', 'answer as JSON').option('--library <dir>', 'the library folder')
    .addHelpText('after', `\nExample:\n  ${example}`)
    .action(async (...called: unknown[]) => {
      const self = called.at(-1) as Command;
      const options = self.optsWithGlobals<O & Common>();
      const library = await openLibrary({ library: options.library, create });
      try {
        await work(library, called.slice(0, -2).flat().filter((each) => typeof each === 'string'), options);
      } finally {
        await library.close();
      }
    });
}

/** A number of times; anything else is wrong usage. */
function times(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Exit(EXIT.usage, `"${value}" is not a number from 1.`);
  return Number(value);
}

/** One more value of an option that may be given several times. */
const gathered = (value: string, before: string[] = []): string[] => [...before, value];

/** The choices that every written file has. */
const withChoices = (on: Command, sort: string): Command => on
  .option('--ascii', 'LaTeX commands instead of Unicode letters (bibtex, biblatex)').option('--leave-out <field>', 'a CSL variable (abstract, URL, note), tags or collections; several', gathered, []).option('--short-journals', 'names of journals abbreviated, where the library knows how')
  .option('--sort <order>', 'list, key, author, year or title', sort).option('--files <how>', 'none, paths or copies (into a folder beside --output)', 'paths').option('--no-notes', 'without the notes').option('--marks', 'with marks and comments: csl-json holds them as they are, others as a note')
  .option('--fields <which>', 'complete, or as better-bibtex or jabref writes them (bibtex, biblatex)', 'complete').option('--links <which>', 'of DOI and address: both, doi or url', 'both').option('--urls <where>', 'better-bibtex in bibtex: field, note or none', 'field').option('--language <field>', 'better-bibtex: langid, language or both', 'langid').option('--names <form>', 'better-bibtex in biblatex: plain or extended', 'plain').option('--package <name>', 'better-bibtex in biblatex: any, apa or chicago', 'any').option('--as <file>', 'better-bibtex: as the preferences in a BetterBibTeX JSON file say')
  .option('--style <id>', 'CSL style (markdown, html, text, rtf)', 'apa').option('--locale <tag>', 'its language', 'en-US');

command<ImportOptions>(program, 'import <files...>', 'bring in papers from files of any known format (- is standard input)', 'sheaf import daily-papers.txt --dry-run', true, importFiles)
  .option('--dry-run', 'show what would come in, change nothing')
  .option('--duplicates <how>', 'papers that are there already: skip, keep or join', 'skip');
command<{ limit?: number } & Narrowing>(program, 'list', 'all papers, a line each', 'sheaf list --tag vision --rating 4.. --json', false, (library, _, options) => listPapers(library, '', options)).option('--limit <n>', 'at most so many', times)
  .option('--collection <name>', 'those of a collection, by name or path').option('--tag <name>', 'those with a tag or one nested in it; several narrow further', gathered).option('--status <name>', 'those of a status').option('--cited <file>', 'those that a manuscript cites').option('--rating <stars>', '4, 3.. or 2..4');
command<{ limit?: number; pdfs?: boolean }>(program, 'search <words...>', 'papers that words find', "sheaf search 'author:frankle lottery' --pdfs", false, (library, words, options) => listPapers(library, words.join(' '), options)).option('--limit <n>', 'at most so many', times).option('--pdfs', 'also by the words in their PDFs (as pdf:WORD does for one word)');
command<object>(program, 'show <papers...>', 'everything about a paper: abstract, marks, notes', 'sheaf show thangarasa2023spdf', false, showPapers);
command<AttachOptions>(program, 'attach <paper> <files...>', 'add files to a paper', 'sheaf attach he2016deep supplement.pdf', false, (library, [name = '', ...files], options) => attachFiles(library, name, files, options)).option('--link', 'leave them where they are (also web addresses)');
command<object>(program, 'files <paper>', 'the files of a paper', 'sheaf files he2016deep --json', false, (library, [name = ''], options) => listFiles(library, name, options));
const tag = program.command('tag').description('add, remove or list tags');
command<object>(tag, 'add <paper> <tags...>', 'tag a paper (several with commas)', 'sheaf tag add he2016deep vision/resnet to-cite', false, (library, [paper = '', ...tags]) => addTags(library, paper, tags));
command<object>(tag, 'remove <paper> <tags...>', 'take tags off a paper', 'sheaf tag remove he2016deep to-cite', false, (library, [paper = '', ...tags]) => removeTags(library, paper, tags));
command<object>(tag, 'list', 'all tags with the number of their papers', 'sheaf tag list', false, (library, _, options) => listTags(library, options));
const collection = program.command('collection').description('make, fill or list collections');
command<object>(collection, 'list', 'all collections with the number of their papers', 'sheaf collection list', false, (library, _, options) => listCollections(library, options));
command<{ query?: string }>(collection, 'create <path>', 'a new collection, in another one with a slash', "sheaf collection create 'Thesis/Chapter 2'", false, (library, [path = ''], options) => createCollection(library, path, options)).option('--query <words>', 'gathers by itself what these words find');
command<object>(collection, 'add <collection> <papers...>', 'put papers in a collection', 'sheaf collection add Thesis he2016deep', false, (library, [name = '', ...papers]) => changeCollection(library, 'add', name, papers));
command<object>(collection, 'remove <collection> <papers...>', 'take papers out of a collection; they stay in the library', 'sheaf collection remove Thesis he2016deep', false, (library, [name = '', ...papers]) => changeCollection(library, 'remove', name, papers));
command<NoteOptions>(program, 'note [paper-or-title] [text]', 'show the note of a paper, or one that stands alone by its title, or add to it (- is standard input)', "sheaf note he2016deep 'Shortcut without parameters.'", false, (library, [name, text], options) => note(library, name, text, options))
  .option('--replace', 'replace the note instead of adding to it').option('--new', 'begin a note that stands alone, with this text').option('--from-marks', 'write a note of the paper that quotes each of its marks, with citation and link').option('--template <name>', 'its form: a template that comes with Sheaf, or a file');
command<{ alone?: boolean }>(program, 'notes [words...]', 'all notes, or those with these words, a line each: id, paper, title', 'sheaf notes sparsity --json', false, listNotes).option('--alone', 'only those that stand alone');
command<object>(program, 'status <paper> <status>', 'inbox, later, reading, read or archived', 'sheaf status he2016deep read', false, (library, [paper = '', status = '']) => setStatus(library, paper, status));
withChoices(command<ExportOptions>(program, 'export [papers...]', 'papers as a file of any format (all when none is named)', 'sheaf export --format csl-json -o library.json', false, exportPapers)
  .option('--format <name>', `one of: ${EXPORT_NAMES.join(', ')}`, 'bibtex').option('-o, --output <file>', 'write to a file').option('--search <words>', 'what these words find'), 'list')
  .option('--losses', 'write nothing; say what the format could not hold');
command<CiteOptions>(program, 'cite <papers...>', 'references or a citation, in a CSL style or for a source text', "sheaf cite he2016deep --format pandoc --at 'ch. 3'", false, cite)
  .option('--format <name>', CITE_AS.join(', '), 'text').option('--style <id>', "CSL style (default: the window's)").option('--locale <tag>', "its language (default: the window's)")
  .option('--html', 'a citation or reference as HTML').option('--at <place>', "where in the work: 'p. 4', 'ch. 2', '12-15'").option('--prefix <words>', 'before it').option('--suffix <words>', 'after it').option('--no-author', 'without the author');
const styles = program.command('styles').description('citation styles: list, add from a file, remove');
styles.command('list [words...]', { isDefault: true }).description('styles whose id or title has all these words, a line each').option('--json', 'answer as JSON').option('--own', 'only those that were added from files')
  .addHelpText('after', '\nExample:\n  sheaf styles nature chemistry')
  .action((words: string[], _: unknown, self: Command) => listStyles(words, self.optsWithGlobals<StylesOptions>()));
styles.command('add <files...>').description('add styles from .csl files; the window and every library have them').option('--json', 'answer as JSON')
  .addHelpText('after', '\nExample:\n  sheaf styles add my-journal.csl')
  .action((files: string[], _: unknown, self: Command) => addStyles(files, self.optsWithGlobals<StylesOptions>()));
styles.command('remove <id>').description('remove a style that was added')
  .addHelpText('after', '\nExample:\n  sheaf styles remove my-journal')
  .action((id: string) => removeStyle(id));
withChoices(program.command('watch <file>').description('a file that always holds what the library, a collection or a search holds; the format is that of its ending').option('--json', 'a line of JSON for each time it is written').option('--library <dir>', 'the library folder')
  .option('--once', 'write it where it differs, and end').option('--replace', 'also where somebody else has changed it').option('--format <name>', `one of: ${EXPORT_NAMES.join(', ')}`)
  .option('--collection <name>', 'the papers of a collection').option('--tag <name>', 'those with a tag; several narrow further', gathered).option('--status <name>', 'those of a status').option('--cited <file>', 'those that a manuscript and its chapters cite').option('--search <words>', 'those that words find'), 'key')
  .addHelpText('after', '\nExample:\n  sheaf watch thesis/refs.bib --collection Thesis')
  .action((file: string, _: unknown, self: Command) => watch(file, self.optsWithGlobals<WatchOptions>()));
withChoices(command<CitesOptions>(program, 'cites <files...>', 'which papers manuscripts cite (tex, aux, bcf, md, typ, org, docx): found, or missing (exit code 3)', 'sheaf cites thesis.tex --export refs.bib', false, cites)
  .option('--export <file>', 'write the cited papers there').option('--format <name>', `one of: ${EXPORT_NAMES.join(', ')}`, 'bibtex').option('--missing', 'only the keys that the library does not have'), 'key');
const keys = program.command('keys').description('citation keys: list, preview, refresh or pin them');
command<KeyOptions>(keys, 'list', 'every citation key', 'sheaf keys list --json', false, (library, _, options) => listKeys(library, options));
command<KeyOptions>(keys, 'preview [papers...]', 'what a pattern would make of papers (all when none is named)', "sheaf keys preview --pattern 'auth.lower + shorttitle(3,3) + year'", false, (library, names, options) => refreshKeys(library, names, { ...options, dryRun: true }))
  .option('--pattern <text>', "Better BibTeX's or JabRef's notation").option('--pinned', 'pinned keys too');
command<KeyOptions>(keys, 'refresh [papers...]', 'make keys anew; notes that name a paper follow (one undo)', "sheaf keys refresh --pattern '[auth:lower][year]'", false, refreshKeys)
  .option('--pattern <text>', "Better BibTeX's or JabRef's notation").option('--pinned', 'pinned keys too, which are then not pinned');
command<KeyOptions>(keys, 'pin <papers...>', 'keep keys as they are', 'sheaf keys pin he2016deep', false, pinKeys).option('--unpin', 'let them go again');
command<DownloadOptions>(program, 'download [papers...]', 'fetch the PDFs of papers that have none', 'sheaf download he2016deep thangarasa2023spdf', false, downloadPapers)
  .option('--all-missing', 'of every paper that has none');
const pdf = program.command('pdf').description('the marks in PDFs, for other programs');
command<WriteOptions>(pdf, 'write <paper>', 'a copy of its PDF with the marks in it, which other readers show', 'sheaf pdf write he2016deep -o ~/marked.pdf', false, (library, [name = ''], options) => writePdf(library, name, options))
  .option('-o, --output <file>', 'the copy (default: here, by the name of the PDF)').option('--file <name>', 'which PDF, by a part of its name').option('--author <name>', 'who marked it (default: your user name)');
command<WhichPdf>(pdf, 'sidecar <paper>', 'its marks as a Markdown file beside the PDF', 'sheaf pdf sidecar he2016deep', false, (library, [name = ''], options) => writeSidecar(library, name, options)).option('--file <name>', 'which PDF, by a part of its name');
command<TakeOptions>(pdf, 'take <paper>', 'take the annotations in its PDF over as marks', 'sheaf pdf take he2016deep', false, (library, [name = ''], options) => takePdf(library, name, options))
  .option('--file <name>', 'which PDF, by a part of its name').option('--password <word>', 'of a locked PDF (also SHEAF_PDF_PASSWORD)');
command<SetOptions>(program, 'set <papers-and-fields...>', 'edit papers: FIELD=VALUE with CSL variables, FIELD= empties, author+= adds', "sheaf set he2016deep issued=2016-06 author+='Sun, Jian'", false, setFields)
  .option('--dry-run', 'show what would change, change nothing');
command<object>(program, 'add <fields...>', 'a paper by hand', "sheaf add type=book title='On Growth and Form' author='Thompson, D. W.' issued=1917", true, addPaper);
program.command('text <file-or-paper>').description('the words of a PDF, page by page (pages are parted by form feeds)').option('--json', 'answer as JSON').option('--library <dir>', 'the library folder')
  .option('--pages <range>', '3, 3-5, 3- or -5').option('--password <word>', 'of an encrypted PDF (also SHEAF_PDF_PASSWORD, which others on this machine cannot see)')
  .addHelpText('after', '\nExample:\n  sheaf text he2016deep --pages 1-2')
  .action((name: string, _: unknown, self: Command) => showText(name, self.optsWithGlobals<TextOptions>()));
command<MirrorOptions>(program, 'mirror <dir>', 'the notes as a folder of Markdown files (an Obsidian vault, say); edits made there come back', 'sheaf mirror ~/Vault/papers --watch', false, (library, [dir = ''], options) => mirror(library, dir, options))
  .option('--watch', 'keep both alike until Ctrl C');
command<object>(program, 'check', 'prove the library folder sound; changes nothing', 'sheaf check', false, (library, _, options) => check(library, options));
command<object>(program, 'undo [times]', 'take back the last change', 'sheaf undo 3', false, (library, [count = '1'], options) => step(library, 'history.undo', times(count), options));
command<object>(program, 'redo [times]', 'do again what was undone', 'sheaf redo', false, (library, [count = '1'], options) => step(library, 'history.redo', times(count), options));
command<{ limit: number }>(program, 'history [paper]', 'what was done, newest first', 'sheaf history he2016deep', false, (library, [paper], options) => history(library, paper, options)).option('--limit <n>', 'at most so many', times, 20);

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
