import { describe, expect, it } from 'vitest';
import { Id, risingIds } from '../../../src/model/id.ts';

describe('ids', () => {
  it('rise, also when made in the same millisecond', () => {
    const next = risingIds(() => 1_700_000_000_000, (bytes) => new Uint8Array(bytes).map(() => Math.floor(Math.random() * 256)));
    const made = Array.from({ length: 1000 }, next);
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(1000);
    expect(made.every((id) => Id.safeParse(id).success)).toBe(true);
  });
  it('carry where a digit is full', () => {
    const next = risingIds(() => 0, (bytes) => new Uint8Array(bytes).fill(31));
    expect([next(), next()]).toEqual(['0000000000ZZZZZZZZZZZZZZZZ', '00000000010000000000000000']);
  });
});
