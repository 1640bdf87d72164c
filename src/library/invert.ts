import type { Change } from '../model/change.ts';

/** The changes that take a command's changes back, in the order in which they are to be applied. */
export const invertChanges = (changes: readonly Change[]): Change[] => [...changes].reverse().map(invert);

function invert(change: Change): Change {
  const { table, id } = change;
  switch (change.op) {
    case 'put':
      return { op: 'remove', table, id, record: change.record, ...(change.restored ? {} : { erased: true as const }) };
    case 'remove':
      return { op: 'put', table, id, record: change.record, ...(change.erased ? {} : { restored: true as const }) };
    case 'purge':
      return { ...change, op: 'unpurge' };
    case 'unpurge':
      return { ...change, op: 'purge' };
    case 'set':
      return { ...change, before: change.after, after: change.before };
    case 'add':
      return { ...change, op: 'drop' };
    case 'drop':
      return { ...change, op: 'add' };
    case 'patch':
      return { ...change, splices: [...change.splices].reverse().map(({ at, cut, put }) => ({ at, cut: put, put: cut })) };
  }
}
