import type { z } from 'zod';
import { Annotation } from './annotation.ts';
import { Attachment } from './attachment.ts';
import { Collection } from './collection.ts';
import { Feed } from './feed.ts';
import { Note } from './note.ts';
import { Paper } from './paper.ts';
import { Relation } from './relation.ts';
import { Tag } from './tag.ts';

/** Every table of a library with the schema of its records. */
export const TABLES = { paper: Paper, attachment: Attachment, note: Note, annotation: Annotation, relation: Relation, tag: Tag, collection: Collection, feed: Feed } as const;
export type TableName = keyof typeof TABLES;
export type RecordOf<T extends TableName> = z.infer<(typeof TABLES)[T]>;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
