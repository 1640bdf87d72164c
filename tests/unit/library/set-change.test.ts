import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited } from '../../../src/library/edit-record.ts';
import { equal } from '../../../src/library/equal.ts';
import { setChange } from '../../../src/library/set-change.ts';

const record = fc.record({ id: fc.constant('01ARZ3NDEKTSV4RRFFQ69G5FAV'), name: fc.string(), colour: fc.option(fc.string(), { nil: undefined }) }, { requiredKeys: ['id', 'name'] });
const wanted = fc.record({ name: fc.string(), colour: fc.option(fc.string()) }, { requiredKeys: [] });

describe('a change of fields', () => {
  it('makes of the record what was wanted, and leads back to what it was', () => {
    fc.assert(fc.property(record, wanted, (before, fields) => {
      const [change] = setChange('tag', before, fields);
      const after: Record<string, unknown> = change?.op === 'set' ? edited(before, change) : before;
      for (const [field, value] of Object.entries(fields)) expect(equal(after[field], value)).toBe(true);
      if (change?.op === 'set') expect(equal(edited(after, { ...change, before: change.after, after: change.before }), before)).toBe(true);
    }));
  });

  it('is none where all is as wanted, and leaves alone what is not named', () => {
    const tag = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', name: 'vision', key: 3 };
    expect(setChange('tag', tag, { name: 'vision', colour: null, key: undefined })).toEqual([]);
    expect(setChange('tag', tag, { name: 'sight', key: 3 })).toEqual([{ op: 'set', table: 'tag', id: tag.id, before: { name: 'vision' }, after: { name: 'sight' } }]);
  });
});
