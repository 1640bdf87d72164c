import type { MessageKey } from '../../messages/messages.ts';

/** A short how-to, and the actions of the registry it speaks of: shown with their keys. */
export interface HowTo { id: string; title: MessageKey; text: MessageKey; actions: readonly string[] }

const howTo = <I extends 'bring' | 'read' | 'find' | 'organise' | 'pdf' | 'notes' | 'cite' | 'undo' | 'move'>(id: I, ...actions: string[]): HowTo => ({ id, title: `help.${id}.title`, text: `help.${id}.text`, actions });

export const HOW_TOS: readonly HowTo[] = [
  howTo('bring', 'import.open', 'paper.new'),
  howTo('read', 'list.next', 'abstract.nextSentence', 'abstract.highlight', 'paper.archive'),
  howTo('find', 'list.filter', 'search.keep'),
  howTo('organise', 'paper.tag', 'paper.collect'),
  howTo('pdf', 'pdf.download', 'pdf.open'),
  howTo('notes', 'note.edit'),
  howTo('cite', 'cite.copy', 'cite.copyBibtex'),
  howTo('undo', 'history.undo', 'history.redo', 'app.activity'),
  howTo('move', 'import.open'),
];

/** What the command line is used for most; `sheaf help` knows the rest. */
export const COMMAND_LINE: readonly { line: string; does: MessageKey }[] = [
  { line: 'sheaf import page.txt refs.bib', does: 'help.cli.import' },
  { line: "sheaf search 'author:frankle year:2018..'", does: 'help.cli.search' },
  { line: 'sheaf show he2016deep', does: 'help.cli.show' },
  { line: 'sheaf tag add he2016deep to-cite', does: 'help.cli.tag' },
  { line: 'sheaf set he2016deep issued=2016-06', does: 'help.cli.set' },
  { line: 'sheaf download he2016deep', does: 'help.cli.download' },
  { line: 'sheaf export --format bibtex -o refs.bib', does: 'help.cli.export' },
  { line: 'sheaf cite he2016deep --style apa', does: 'help.cli.cite' },
  { line: 'sheaf history', does: 'help.cli.history' },
  { line: 'sheaf undo', does: 'help.cli.undo' },
];

/** What lies in a library's folder. */
export const FOLDER: readonly { name: string; holds: MessageKey }[] = [
  { name: 'library.json', holds: 'help.data.library' },
  { name: 'papers-….json', holds: 'help.data.papers' },
  { name: 'files/', holds: 'help.data.files' },
  { name: 'journal/, history/', holds: 'help.data.journal' },
  { name: 'trash/, backups/', holds: 'help.data.trash' },
  { name: 'cache/', holds: 'help.data.cache' },
];
