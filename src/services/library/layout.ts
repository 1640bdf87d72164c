import { join } from 'node:path';
import type { TableName } from '../../model/tables.ts';

/** Where things lie in a library folder. */
export const LIBRARY_FILE = 'library.json';
export const FOLDERS = ['journal', 'history', 'files', 'trash', 'backups', 'cache'] as const;

/** The table's name in file names. Tags, collections and feeds lie in library.json itself. */
export const PLURAL: Record<TableName, string> = {
  paper: 'papers', attachment: 'attachments', note: 'notes', annotation: 'annotations', relation: 'relations',
  tag: 'tags', collection: 'collections', feed: 'feeds',
};
export const SHARDED = ['paper', 'attachment', 'note', 'annotation', 'relation'] as const satisfies TableName[];

/** A machine's current journal. */
export const journalFile = (folder: string, machine: string): string => join(folder, 'journal', `${machine}.ndjson`);
/** A journal that has been folded in, by its number. */
export const historyFile = (folder: string, machine: string, segment: number): string => join(folder, 'history', `${machine}-${String(segment).padStart(4, '0')}.ndjson`);
