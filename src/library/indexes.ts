import type { Annotation } from '../model/annotation.ts';
import type { Collection } from '../model/collection.ts';
import type { Note } from '../model/note.ts';
import type { Paper } from '../model/paper.ts';
import type { Relation } from '../model/relation.ts';
import type { TableName } from '../model/tables.ts';
import type { Tag } from '../model/tag.ts';
import { foldName } from './fold.ts';
import { MultiMap, link, unlink } from './multi-map.ts';
import { mentionsIn } from './notes/mentions.ts';

/** What can be found in a library without walking through it. Only live records are in here. */
export interface Indexes {
  /** Of a paper: its notes, annotations, attachments and relations. */
  note: MultiMap; annotation: MultiMap; attachment: MultiMap; relation: MultiMap;
  /** Papers by status, tag (`''`: those without one), collection and citation key. */
  status: MultiMap; tag: MultiMap; collection: MultiMap; key: MultiMap;
  /** Annotations by tag, tags by folded name, collections by parent (`''` at the top). */
  annotationTag: MultiMap; tagName: MultiMap; children: MultiMap;
  /** Notes by what they name, folded: citation keys, and titles of other notes. */
  mention: MultiMap;
}

const map = (): MultiMap => new MultiMap();
export const emptyIndexes = (): Indexes => ({
  note: map(), annotation: map(), attachment: map(), relation: map(), status: map(), tag: map(), collection: map(), key: map(), annotationTag: map(), tagName: map(), children: map(), mention: map(),
});

type Reader = (record: never) => readonly string[];
/** A index with what of a record stands in it; `of` names the field it is read from, so that other edits leave it alone. */
type Entry = [name: keyof Indexes, of: string, keys: Reader];

/** Papers without a tag stand under the empty name. */
const NO_TAG = [''] as const;
const ofPaper: Reader = (record: { paper?: string }) => (record.paper === undefined ? [] : [record.paper]);
const entries: Partial<Record<TableName, Entry[]>> = {
  paper: [
    ['status', 'status', (paper: Paper) => [paper.status]],
    ['tag', 'tags', (paper: Paper) => (paper.tags.length === 0 ? NO_TAG : paper.tags)],
    ['collection', 'collections', (paper: Paper) => paper.collections],
    ['key', 'citationKey', (paper: Paper) => [paper.citationKey]],
  ],
  note: [['note', 'paper', ofPaper], ['mention', 'markdown', (note: Note) => [...new Set(mentionsIn(note.markdown).map(({ key }) => foldName(key)))]]],
  attachment: [['attachment', 'paper', ofPaper]],
  annotation: [['annotation', 'paper', ofPaper], ['annotationTag', 'tags', (annotation: Annotation) => annotation.tags]],
  relation: [['relation', 'from', (relation: Relation) => [relation.from, relation.to]]],
  tag: [['tagName', 'name', (tag: Tag) => [foldName(tag.name)]]],
  collection: [['children', 'parent', (collection: Collection) => [collection.parent ?? '']]],
};

type Fields = Record<string, unknown>;

/** Follows a record from one form to the next (absent: not live). */
export function moved(indexes: Indexes, table: TableName, id: string, before: Fields | undefined, after: Fields | undefined): void {
  for (const [name, of, keys] of entries[table] ?? []) {
    if (before && after && before[of] === after[of]) continue;
    if (before) for (const key of keys(before as never)) unlink(indexes[name], key, id);
    if (after) for (const key of keys(after as never)) link(indexes[name], key, id);
  }
}
