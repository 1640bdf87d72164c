import type { Command } from 'commander';
import { openLibrary, type Library } from '../library.ts';
import { EXIT, Exit } from '../output.ts';

interface Common { library?: string; json?: boolean }

/** How a command is called, what it does in a line, and an example; `create`: it makes the library where there is none. */
interface Usage { usage: string; does: string; example: string; create?: boolean }

/** Adds a command that works on an open library. `work` gets the library, the arguments, and its own and the common options. */
export function command<O extends object = object>(on: Command, { usage, does, example, create = false }: Usage, work: (library: Library, args: string[], options: O & Common) => Promise<void>): Command {
  return on.command(usage)
    .description(does)
    .option('--json', 'answer as JSON')
    .option('--library <dir>', 'the library folder')
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
export function times(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Exit(EXIT.usage, `"${value}" is not a number from 1.`);
  return Number(value);
}

/** One more value of an option that may be given several times. */
export const gathered = (value: string, before: string[] = []): string[] => [...before, value];

/** The choices that every written file has. */
export const withChoices = (on: Command, sort: string): Command => on
  .option('--ascii', 'LaTeX commands instead of Unicode letters (bibtex, biblatex)')
  .option('--leave-out <field>', 'a CSL variable (abstract, URL, note), tags or collections; several', gathered, [])
  .option('--short-journals', 'names of journals abbreviated, where the library knows how')
  .option('--sort <order>', 'list, key, author, year or title', sort)
  .option('--files <how>', 'none, paths or copies (into a folder beside --output)', 'paths')
  .option('--no-notes', 'without the notes')
  .option('--marks', 'with marks and comments: csl-json holds them as they are, others as a note')
  .option('--fields <which>', 'complete, or as better-bibtex or jabref writes them (bibtex, biblatex)', 'complete')
  .option('--links <which>', 'of DOI and address: both, doi or url', 'both')
  .option('--urls <where>', 'better-bibtex in bibtex: field, note or none', 'field')
  .option('--language <field>', 'better-bibtex: langid, language or both', 'langid')
  .option('--names <form>', 'better-bibtex in biblatex: plain or extended', 'plain')
  .option('--package <name>', 'better-bibtex in biblatex: any, apa or chicago', 'any')
  .option('--as <file>', 'better-bibtex: as the preferences in a BetterBibTeX JSON file say')
  .option('--style <id>', 'CSL style (markdown, html, text, rtf)', 'apa')
  .option('--locale <tag>', 'its language', 'en-US');
