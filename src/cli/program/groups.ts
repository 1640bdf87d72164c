import type { Command } from 'commander';
import { addTags, listTags, removeTags, setStatus } from '../commands/change.ts';
import { changeCollection, createCollection, listCollections } from '../commands/collection.ts';
import { listNotes, note, type NoteOptions } from '../commands/note.ts';
import { command } from './command.ts';

/** Where papers belong, and what is written about them. */
export function declareGroups(program: Command): void {
  const tag = program.command('tag').description('add, remove or list tags');

  command(tag, {
    usage: 'add <paper> <tags...>',
    does: 'tag a paper (several with commas)',
    example: 'sheaf tag add he2016deep vision/resnet to-cite',
  }, (library, [paper = '', ...tags]) => addTags(library, paper, tags));

  command(tag, {
    usage: 'remove <paper> <tags...>',
    does: 'take tags off a paper',
    example: 'sheaf tag remove he2016deep to-cite',
  }, (library, [paper = '', ...tags]) => removeTags(library, paper, tags));

  command(tag, { usage: 'list', does: 'all tags with the number of their papers', example: 'sheaf tag list' }, (library, _, options) => listTags(library, options));

  const collection = program.command('collection').description('make, fill or list collections');

  command(collection, {
    usage: 'list',
    does: 'all collections with the number of their papers',
    example: 'sheaf collection list',
  }, (library, _, options) => listCollections(library, options));

  command<{ query?: string }>(collection, {
    usage: 'create <path>',
    does: 'a new collection, in another one with a slash',
    example: "sheaf collection create 'Thesis/Chapter 2'",
  }, (library, [path = ''], options) => createCollection(library, path, options))
    .option('--query <words>', 'gathers by itself what these words find');

  command(collection, {
    usage: 'add <collection> <papers...>',
    does: 'put papers in a collection',
    example: 'sheaf collection add Thesis he2016deep',
  }, (library, [name = '', ...papers]) => changeCollection(library, 'add', name, papers));

  command(collection, {
    usage: 'remove <collection> <papers...>',
    does: 'take papers out of a collection; they stay in the library',
    example: 'sheaf collection remove Thesis he2016deep',
  }, (library, [name = '', ...papers]) => changeCollection(library, 'remove', name, papers));

  command<NoteOptions>(program, {
    usage: 'note [paper-or-title] [text]',
    does: 'show the note of a paper, or one that stands alone by its title, or add to it (- is standard input)',
    example: "sheaf note he2016deep 'Shortcut without parameters.'",
  }, (library, [name, text], options) => note(library, name, text, options))
    .option('--replace', 'replace the note instead of adding to it')
    .option('--new', 'begin a note that stands alone, with this text')
    .option('--from-marks', 'write a note of the paper that quotes each of its marks, with citation and link')
    .option('--template <name>', 'its form: a template that comes with Sheaf, or a file');

  command<{ alone?: boolean }>(program, {
    usage: 'notes [words...]',
    does: 'all notes, or those with these words, a line each: id, paper, title',
    example: 'sheaf notes sparsity --json',
  }, listNotes)
    .option('--alone', 'only those that stand alone');

  command(program, {
    usage: 'status <paper> <status>',
    does: 'inbox, later, reading, read or archived',
    example: 'sheaf status he2016deep read',
  }, (library, [paper = '', status = '']) => setStatus(library, paper, status));
}
