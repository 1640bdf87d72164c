import { Command } from 'commander';
import { declareEditing } from './editing.ts';
import { declareGroups } from './groups.ts';
import { declareLibrary } from './library.ts';
import { declarePapers } from './papers.ts';
import { declareWriting } from './writing.ts';

/** Every command, in the order of the help; nothing runs before it is asked to parse. */
export const program = new Command('sheaf')
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

declarePapers(program);
declareGroups(program);
declareWriting(program);
declareEditing(program);
declareLibrary(program);
