export const notes = {
  'notes.heading': 'Note',
  'notes.empty': 'Write a note: Markdown, $math$ and [[citation keys]].',
  'notes.edit': 'Edit note',
  'notes.open': 'Write a note',
  'notes.editor': 'Note, Markdown',
  'notes.saved': 'Saved',
  'notes.unsaved': 'Not saved yet',
  'notes.saving': 'Saving…',
  'notes.failed': 'Not saved: {message}',
  'notes.retry': 'Try again',
  'notes.done': 'Done',
  'notes.task': 'Done',
} as const;
