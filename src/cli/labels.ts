/** Commands as the history and undo tell of them. */
const LABELS: Readonly<Record<string, string>> = {
  'paper.add': 'Add a paper',
  'paper.edit': 'Edit a paper',
  'paper.status': 'Change status',
  'paper.rate': 'Rate',
  'paper.trash': 'Move to trash',
  'paper.restore': 'Restore from trash',
  'trash.empty': 'Empty the trash',
  'tag.add': 'Add a tag',
  'tag.remove': 'Remove a tag',
  'tag.edit': 'Edit a tag',
  'tag.merge': 'Merge tags',
  'tag.delete': 'Delete a tag',
  'collection.create': 'New collection',
  'collection.edit': 'Edit a collection',
  'collection.delete': 'Delete a collection',
  'collection.add': 'Add to a collection',
  'collection.remove': 'Take out of a collection',
  'note.write': 'Write a note',
  'note.delete': 'Delete a note',
  'annotation.add': 'Highlight',
  'annotation.edit': 'Edit a highlight',
  'annotation.delete': 'Remove a highlight',
  'relation.add': 'Relate papers',
  'relation.remove': 'Remove a relation',
  'attachment.add': 'Add a file',
  'attachment.remove': 'Remove a file',
  'library.import': 'Import papers',
};

/** A command's name in words; a name this version does not know stays as it is. */
export const wordingOf = (label: string): string => LABELS[label] ?? label;
