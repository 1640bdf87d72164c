import type { Result } from '../contract/errors.ts';
import { fail, ok } from '../contract/errors.ts';
import type { Command, Context, Outcome } from './command.ts';
import { annotationTakeOver } from './commands/annotation-take.ts';
import { annotationAdd, annotationDelete, annotationEdit, annotationQuote, annotationTag, annotationUntag } from './commands/annotation.ts';
import { attachmentAdd, attachmentAddAll, attachmentEdit, attachmentPlace, attachmentRemove } from './commands/attachment.ts';
import { collectionAdd, collectionCreate, collectionDelete, collectionEdit, collectionRemove } from './commands/collection.ts';
import { libraryImport } from './commands/library.ts';
import { paperMerge } from './commands/merge.ts';
import { noteDelete, noteWrite } from './commands/note.ts';
import { paperAdd, paperEdit, paperEditMany, paperPinKey, paperRate, paperRefreshKey, paperRestore, paperStatus, paperTrash } from './commands/paper.ts';
import { relationAdd, relationRemove } from './commands/relation.ts';
import { tagAdd, tagDelete, tagEdit, tagMerge, tagRemove } from './commands/tag.ts';
import { trashEmpty } from './commands/trash.ts';
import type { LibraryState } from './state.ts';

/** Every way to change a library, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'paper.add': paperAdd, 'paper.edit': paperEdit, 'paper.editMany': paperEditMany, 'paper.merge': paperMerge, 'paper.pinKey': paperPinKey, 'paper.refreshKey': paperRefreshKey, 'paper.status': paperStatus, 'paper.rate': paperRate, 'paper.trash': paperTrash, 'paper.restore': paperRestore,
  'trash.empty': trashEmpty,
  'tag.add': tagAdd, 'tag.remove': tagRemove, 'tag.edit': tagEdit, 'tag.merge': tagMerge, 'tag.delete': tagDelete,
  'collection.create': collectionCreate, 'collection.edit': collectionEdit, 'collection.delete': collectionDelete, 'collection.add': collectionAdd, 'collection.remove': collectionRemove,
  'note.write': noteWrite, 'note.delete': noteDelete,
  'annotation.add': annotationAdd, 'annotation.edit': annotationEdit, 'annotation.quote': annotationQuote, 'annotation.delete': annotationDelete, 'annotation.tag': annotationTag, 'annotation.untag': annotationUntag, 'annotation.takeOver': annotationTakeOver,
  'relation.add': relationAdd, 'relation.remove': relationRemove,
  'attachment.add': attachmentAdd, 'attachment.addAll': attachmentAddAll, 'attachment.edit': attachmentEdit, 'attachment.place': attachmentPlace, 'attachment.remove': attachmentRemove,
  'library.import': libraryImport,
};

/**
 * What a command would do to a library, as changes; nothing is changed here. The label is a message-catalogue key.
 * Errors: `not-found` for a command or record that is not there, `invalid-input`, `conflict`.
 */
export function runCommand(state: LibraryState, name: string, input: unknown, context: Context): Result<Outcome & { label: string }> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail('not-found', `There is no command "${name}".`);
  const parsed = command.input.safeParse(input);
  if (!parsed.success) return fail('invalid-input', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const outcome = command.run(state, parsed.data, context);
  return outcome.ok ? ok({ ...outcome.value, label: name }) : outcome;
}
