import type { Change } from '../../model/change.ts';
import { TABLE_NAMES } from '../../model/tables.ts';
import type { Group, GroupHead, PlacedHead, SegmentHead } from './group.ts';
import { Entry } from './group.ts';
import { LineWriter, decodeLine } from './line.ts';
import { encodeRecord, isPlain, type Encoded } from './shard.ts';

/** What a journal file holds. `end` is where its last whole entry ends: bytes after it are a torn tail. */
export interface Segment {
  head: SegmentHead | null;
  groups: Group[];
  /** Ids of groups whose files are known to be moved. */
  moved: Set<string>;
  /** Byte ranges that cannot be read though whole groups follow them: damage, not a torn tail. */
  damage: { from: number; to: number }[];
  end: number;
  bytes: number;
}

interface Draft { head: GroupHead; from: number; changes: Change[] }
const LINE_FEED = 10;

/** Reads a segment's bytes from `from` on (a border between entries). A group counts when its commit line is there and every line sound. */
export function readSegment(bytes: Buffer, machine: string, segment: number, from = 0): Segment {
  const result: Segment = { head: null, groups: [], moved: new Set(), damage: [], end: from, bytes: bytes.length };
  let draft: Draft | null = null;
  for (let at = from; at < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const next = feed < 0 ? bytes.length : feed + 1;
    const entry = feed < 0 ? null : entryOf(bytes.subarray(at, feed));
    if (entry && 'begin' in entry) draft = { head: entry.begin, from: at, changes: [] };
    else if (entry && 'change' in entry) draft?.changes.push(entry.change);
    else {
      if (entry && 'commit' in entry) {
        if (draft && isWhole(draft, entry)) settle(result, draft.from, next, { head: draft.head, changes: draft.changes, place: { machine, segment, offset: draft.from, length: next - draft.from } });
      } else if (entry) settle(result, at, next, entry);
      draft = null;
    }
    at = next;
  }
  return result;
}

const isWhole = (draft: Draft, entry: { commit: string; changes: number }): boolean => draft.head.id === entry.commit && draft.changes.length === entry.changes;

/** Takes a whole entry from `from` to `to`; what lies unread before it is damage. */
function settle(result: Segment, from: number, to: number, whole: Group | { journal: SegmentHead } | { moved: string } | { begin: GroupHead } | { change: Change }): void {
  if (from > result.end) result.damage.push({ from: result.end, to: from });
  result.end = to;
  if ('journal' in whole) result.head = whole.journal;
  else if ('moved' in whole) result.moved.add(whole.moved);
  else if ('place' in whole) result.groups.push(whole);
}

const CHANGES = ['put', 'remove', 'purge', 'unpurge', 'set', 'add', 'drop', 'patch'];

/** Changes, of which there may be a hundred thousand, are known by their sum: they were validated before they were written. */
function entryOf(line: Buffer): Entry | null {
  const value = decodeLine(line);
  if (typeof value !== 'object' || value === null) return null;
  if ('change' in value && isChange(value.change)) return { change: value.change };
  const parsed = Entry.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'op' in value && 'table' in value && 'id' in value && CHANGES.some((op) => op === value.op) && TABLE_NAMES.some((table) => table === value.table);

/**
 * The groups of a segment with only those changes that name one of some ids, newest last. A line that names none is not
 * even parsed: the history of one paper must not cost the reading of all papers.
 */
export function readMentions(bytes: Buffer, machine: string, segment: number, ids: Iterable<string>): Group[] {
  const found = new Map<number, Group>();
  for (const start of mentions(bytes, ids)) {
    const entry = entryOf(bytes.subarray(start, lineEnd(bytes, start)));
    if (!entry || !('change' in entry)) continue;
    const from = beginOf(bytes, start);
    const group = found.get(from) ?? groupFrom(bytes, machine, segment, from);
    if (!group) continue;
    group.changes.push(entry.change);
    found.set(from, group);
  }
  return [...found.values()].sort((a, b) => a.place.offset - b.place.offset);
}

/** The heads of a segment's groups, oldest first, without reading what they changed. */
export function readHeads(bytes: Buffer, machine: string, segment: number): PlacedHead[] {
  const heads: PlacedHead[] = [];
  for (let at = bytes.indexOf(BEGIN); at >= 0;) {
    const group = groupFrom(bytes, machine, segment, bytes.lastIndexOf(LINE_FEED, at) + 1);
    if (group) heads.push({ head: group.head, place: group.place });
    at = bytes.indexOf(BEGIN, group ? group.place.offset + group.place.length : at + BEGIN.length);
  }
  return heads;
}

/** Where the lines begin that name an id, each once, in order. */
function mentions(bytes: Buffer, ids: Iterable<string>): number[] {
  const starts = new Set<number>();
  for (const id of ids) for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + id.length)) starts.add(bytes.lastIndexOf(LINE_FEED, at) + 1);
  return [...starts].sort((a, b) => a - b);
}

const lineEnd = (bytes: Buffer, from: number): number => { const end = bytes.indexOf(LINE_FEED, from); return end < 0 ? bytes.length : end; };
const BEGIN = ',"begin":{';

/** Where the group begins that a line belongs to. Text in a record cannot look like it: its quotes are escaped. */
function beginOf(bytes: Buffer, line: number): number {
  return bytes.lastIndexOf(LINE_FEED, bytes.lastIndexOf(BEGIN, line)) + 1;
}

/** The head and the place of the group that begins at an offset, if it was ever committed. */
function groupFrom(bytes: Buffer, machine: string, segment: number, offset: number): Group | null {
  const entry = entryOf(bytes.subarray(offset, lineEnd(bytes, offset)));
  if (!entry || !('begin' in entry)) return null;
  const commit = bytes.indexOf(`"commit":${JSON.stringify(entry.begin.id)}`, offset);
  return commit < 0 ? null : { head: entry.begin, changes: [], place: { machine, segment, offset, length: lineEnd(bytes, commit) + 1 - offset } };
}

/** A group as the bytes of its lines, in pieces that follow each other. What it says of new records is kept in `encoded`. */
export function encodeGroup(head: GroupHead, changes: Change[], encoded?: Encoded): Buffer[] {
  const lines = new LineWriter();
  lines.add(restOf({ begin: head }));
  for (const change of changes) {
    if (change.op !== 'put' || !isPlain(change.table, change.record)) { lines.add(restOf({ change })); continue; }
    const { record, ...about } = change;
    const before = `${restOf({ change: about }).slice(0, -2)},"record":`;
    const line = lines.add(`${before}${encodeRecord(change.table, record)}}}`);
    encoded?.set(record, line.subarray(Buffer.byteLength(before), -2));
  }
  lines.add(restOf({ commit: head.id, changes: changes.length }));
  return lines.pieces;
}

const restOf = (entry: object): string => JSON.stringify(entry).slice(1);
