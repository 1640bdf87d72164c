import type { Change } from '../../model/change.ts';
import type { Group, GroupHead, SegmentHead } from './group.ts';
import { Entry } from './group.ts';
import { decodeLine, encodeLine } from './line.ts';

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

function entryOf(line: Buffer): Entry | null {
  const value = decodeLine(line);
  if (typeof value !== 'object' || value === null) return null;
  const parsed = Entry.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** A group as the bytes of its lines. */
export function encodeGroup(head: GroupHead, changes: Change[]): Buffer {
  const parts = [Buffer.from(encodeLine({ begin: head }))];
  for (let at = 0; at < changes.length; at += 1000) parts.push(Buffer.from(changes.slice(at, at + 1000).map((change) => encodeLine({ change })).join('')));
  parts.push(Buffer.from(encodeLine({ commit: head.id, changes: changes.length })));
  return Buffer.concat(parts);
}
