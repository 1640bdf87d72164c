import type { Command } from 'commander';
import { attachFiles, listFiles, type AttachOptions } from '../commands/files.ts';
import { importFiles, type ImportOptions } from '../commands/import.ts';
import { listPapers, type Narrowing } from '../commands/list.ts';
import { showPapers } from '../commands/show.ts';
import { command, gathered, times } from './command.ts';

/** Papers that come in, and are found. */
export function declarePapers(program: Command): void {
  command<ImportOptions>(program, {
    usage: 'import <files...>',
    does: 'bring in papers from files of any known format (- is standard input)',
    example: 'sheaf import daily-papers.txt --dry-run',
    create: true,
  }, importFiles)
    .option('--dry-run', 'show what would come in, change nothing')
    .option('--duplicates <how>', 'papers that are there already: skip, keep or join', 'skip');

  command<{ limit?: number } & Narrowing>(program, {
    usage: 'list',
    does: 'all papers, a line each',
    example: 'sheaf list --tag vision --rating 4.. --json',
  }, (library, _, options) => listPapers(library, '', options))
    .option('--limit <n>', 'at most so many', times)
    .option('--collection <name>', 'those of a collection, by name or path')
    .option('--tag <name>', 'those with a tag or one nested in it; several narrow further', gathered)
    .option('--status <name>', 'those of a status')
    .option('--cited <file>', 'those that a manuscript cites')
    .option('--rating <stars>', '4, 3.. or 2..4');

  command<{ limit?: number; pdfs?: boolean }>(program, {
    usage: 'search <words...>',
    does: 'papers that words find',
    example: "sheaf search 'author:frankle lottery' --pdfs",
  }, (library, words, options) => listPapers(library, words.join(' '), options))
    .option('--limit <n>', 'at most so many', times)
    .option('--pdfs', 'also by the words in their PDFs (as pdf:WORD does for one word)');

  command(program, { usage: 'show <papers...>', does: 'everything about a paper: abstract, marks, notes', example: 'sheaf show thangarasa2023spdf' }, showPapers);

  command<AttachOptions>(program, {
    usage: 'attach <paper> <files...>',
    does: 'add files to a paper',
    example: 'sheaf attach he2016deep supplement.pdf',
  }, (library, [name = '', ...files], options) => attachFiles(library, name, files, options))
    .option('--link', 'leave them where they are (also web addresses)');

  command(program, {
    usage: 'files <paper>',
    does: 'the files of a paper',
    example: 'sheaf files he2016deep --json',
  }, (library, [name = ''], options) => listFiles(library, name, options));
}
