import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MultiMap, under } from '../../../src/library/multi-map.ts';

it('holds under each key the ids that were added and not deleted since, as a map of sets would', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), name, name)), (steps) => {
    const map = new MultiMap();
    const plain = new Map<string, Set<string>>();
    for (const [adds, key, id] of steps) {
      const ids = plain.get(key) ?? new Set();
      plain.set(key, ids);
      if (adds) { map.add(key, id); ids.add(id); } else { map.delete(key, id); ids.delete(id); }
    }
    for (const key of ['a', 'b', 'c']) expect([...under(map, key)].sort()).toEqual([...(plain.get(key) ?? [])].sort());
  }));
});
