import type { Command } from 'commander';
import { downloadPapers, type DownloadOptions } from '../commands/download.ts';
import { mirror, type MirrorOptions } from '../commands/mirror.ts';
import { takePdf, writePdf, writeSidecar, type TakeOptions, type WhichPdf, type WriteOptions } from '../commands/pdf.ts';
import { addPaper, setFields, type SetOptions } from '../commands/set.ts';
import { showText, type TextOptions } from '../commands/text.ts';
import { command } from './command.ts';

/** Fields and files of papers, and the notes as a folder. */
export function declareEditing(program: Command): void {
  command<DownloadOptions>(program, {
    usage: 'download [papers...]',
    does: 'fetch the PDFs of papers that have none',
    example: 'sheaf download he2016deep thangarasa2023spdf',
  }, downloadPapers)
    .option('--all-missing', 'of every paper that has none');

  const pdf = program.command('pdf').description('the marks in PDFs, for other programs');

  command<WriteOptions>(pdf, {
    usage: 'write <paper>',
    does: 'a copy of its PDF with the marks in it, which other readers show',
    example: 'sheaf pdf write he2016deep -o ~/marked.pdf',
  }, (library, [name = ''], options) => writePdf(library, name, options))
    .option('-o, --output <file>', 'the copy (default: here, by the name of the PDF)')
    .option('--file <name>', 'which PDF, by a part of its name')
    .option('--author <name>', 'who marked it (default: your user name)');

  command<WhichPdf>(pdf, {
    usage: 'sidecar <paper>',
    does: 'its marks as a Markdown file beside the PDF',
    example: 'sheaf pdf sidecar he2016deep',
  }, (library, [name = ''], options) => writeSidecar(library, name, options))
    .option('--file <name>', 'which PDF, by a part of its name');

  command<TakeOptions>(pdf, {
    usage: 'take <paper>',
    does: 'take the annotations in its PDF over as marks',
    example: 'sheaf pdf take he2016deep',
  }, (library, [name = ''], options) => takePdf(library, name, options))
    .option('--file <name>', 'which PDF, by a part of its name')
    .option('--password <word>', 'of a locked PDF (also SHEAF_PDF_PASSWORD)');

  command<SetOptions>(program, {
    usage: 'set <papers-and-fields...>',
    does: 'edit papers: FIELD=VALUE with CSL variables, FIELD= empties, author+= adds',
    example: "sheaf set he2016deep issued=2016-06 author+='Sun, Jian'",
  }, setFields)
    .option('--dry-run', 'show what would change, change nothing');

  command(program, {
    usage: 'add <fields...>',
    does: 'a paper by hand',
    example: "sheaf add type=book title='On Growth and Form' author='Thompson, D. W.' issued=1917",
    create: true,
  }, addPaper);

  program
    .command('text <file-or-paper>')
    .description('the words of a PDF, page by page (pages are parted by form feeds)')
    .option('--json', 'answer as JSON')
    .option('--library <dir>', 'the library folder')
    .option('--pages <range>', '3, 3-5, 3- or -5')
    .option('--password <word>', 'of an encrypted PDF (also SHEAF_PDF_PASSWORD, which others on this machine cannot see)')
    .addHelpText('after', '\nExample:\n  sheaf text he2016deep --pages 1-2')
    .action((name: string, _: unknown, self: Command) => showText(name, self.optsWithGlobals<TextOptions>()));

  command<MirrorOptions>(program, {
    usage: 'mirror <dir>',
    does: 'the notes as a folder of Markdown files (an Obsidian vault, say); edits made there come back',
    example: 'sheaf mirror ~/Vault/papers --watch',
  }, (library, [dir = ''], options) => mirror(library, dir, options))
    .option('--watch', 'keep both alike until Ctrl C');
}
