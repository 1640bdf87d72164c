import type { MultiMap } from '../../../src/library/multi-map.ts';
import * as fc from 'fast-check';
import type { Change } from '../../../src/model/change.ts';
import { makeId } from '../../../src/model/id.ts';
import { TABLE_NAMES } from '../../../src/model/tables.ts';
import type { Context } from '../../../src/library/command.ts';
import { runCommand } from '../../../src/library/run.ts';
import type { LibraryState } from '../../../src/library/state.ts';
import { applyChange, fingerprintsOf } from '../../../src/library/state.ts';

/** Time and ids that count up from nought. */
export function steadyContext(): Context {
  let made = 0;
  return { now: '2026-03-11T09:00:00.000Z', newId: () => { made++; return makeId(1_700_000_000_000 + made, new Uint8Array(16)); } };
}

export const applyAll = (state: LibraryState, changes: readonly Change[]): void => { for (const change of changes) applyChange(state, change); };

/** Everything a library holds, in an order that does not depend on how it came to be. */
export function picture(state: LibraryState): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>): unknown => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const index = Object.entries({ ...state.index, ...fingerprintsOf(state) }).map(([name, keys]) => [name, [...keys as MultiMap].map(([key, ids]) => [key, [...ids].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return JSON.parse(JSON.stringify({ tables: TABLE_NAMES.map((table) => [table, sorted(state[table]), sorted(state.trash[table])]), index }));
}

/** What a user may do next, with numbers that are turned into records of the library there is. */
export interface Step { kind: number; a: number; b: number; text: string }
export const step: fc.Arbitrary<Step> = fc.record({ kind: fc.nat(29), a: fc.nat(50), b: fc.nat(50), text: fc.string({ minLength: 1, maxLength: 12 }) });

const LONG = 'Sparse training finds small networks that learn as well as large ones, and we show on which tasks this holds and on which it does not, with proofs for linear layers. ';

const pick = (ids: Iterable<string>, n: number): string => { const all = [...ids]; return all[n % Math.max(1, all.length)] ?? '0'.repeat(26); };

/** The command that a step stands for. */
export function commandOf(state: LibraryState, { kind, a, b, text }: Step): { name: string; input: unknown } {
  const paper = pick(state.paper.keys(), a);
  const [tag, other] = [pick(state.tag.keys(), a), pick(state.tag.keys(), b)];
  const collection = pick(state.collection.keys(), b);
  const selection = { ids: [...state.paper.keys()].filter((_, at) => (at + a) % 3 !== 0) };
  const draft = { item: { type: 'article', title: `${text} ${a % 9}`, abstract: LONG + text, author: [{ family: `Name${b % 5}` }] }, tags: [`t${b % 4}`], collections: [['c', text.trim() || 'd']], notes: [text], files: [{ path: `/x/${text}.pdf` }] };
  const commands: [string, unknown][] = [
    ['paper.add', { draft }], ['library.import', { drafts: [draft, { item: { type: 'book', title: text }, tags: ['t1', 'T1'] }], joins: [] }],
    ['library.import', { drafts: [{ item: { type: 'book', title: text, publisher: text }, tags: ['t2'], links: [{ kind: 'code', url: `https://x.org/${a}` }] }], joins: [{ index: 0, into: paper }] }],
    ['paper.edit', { paper, set: { 'item.title': text, 'item.volume': a % 2 ? null : String(b) } }], ['paper.edit', { paper, set: { 'item.abstract': `${text} ${LONG}${b % 2 ? LONG : ''}` } }],
    ['paper.edit', { paper, set: { citationKey: `key${a}` } }], ['paper.status', { selection, status: ['inbox', 'later', 'read'][b % 3] }], ['paper.rate', { selection, rating: b % 6 }],
    ['paper.trash', { selection: { ids: [paper] } }], ['paper.restore', { selection: { ids: [...state.trash.paper.keys()] } }], ['trash.empty', {}],
    ['tag.add', { selection, name: `t${b % 6}` }], ['tag.remove', { selection, tag }], ['tag.edit', { tag, name: `t${b % 8}`, colour: 'blue' }], ['tag.merge', { from: tag, into: other }], ['tag.delete', { tag }],
    ['collection.create', { name: text, ...(state.collection.size && b % 2 ? { parent: collection } : {}) }], ['collection.add', { selection, collection }], ['collection.delete', { collection }],
    ['note.write', { paper, markdown: LONG + text }], ['note.write', { note: pick(state.note.keys(), b), markdown: text + LONG }], ['note.delete', { note: pick(state.note.keys(), b) }],
    ['annotation.add', { paper, target: { type: 'abstract' }, kind: 'highlight', colour: 'blue', tags: state.tag.size ? [tag] : [], selector: { exact: 'small networks', prefix: 'finds ', suffix: ' that', start: LONG.indexOf('small'), end: LONG.indexOf('small') + 14 } }],
    ['tag.edit', { tag, key: (b % 9) + 1 }], ['tag.edit', { tag, name: `t${b % 4}/n${a % 3}` }], ['tag.add', { selection, name: `t${a % 4}/deep/${b % 3}` }],
    ['collection.edit', { collection, name: text, parent: b % 3 ? pick(state.collection.keys(), a) : null }], ['collection.remove', { selection, collection }],
    ['relation.remove', { relation: pick(state.relation.keys(), a) }],
    ['relation.add', { from: paper, to: pick(state.paper.keys(), b), kind: 'cites' }],
  ];
  const [name, input] = commands[kind % commands.length] ?? ['trash.empty', {}];
  return { name, input };
}

/** Runs a step; the changes it made, none where the library refused it. */
export function take(state: LibraryState, one: Step, context: Context): Change[] {
  const { name, input } = commandOf(state, one);
  const outcome = runCommand(state, name, input, context);
  if (!outcome.ok) return [];
  applyAll(state, outcome.value.changes);
  return outcome.value.changes;
}
