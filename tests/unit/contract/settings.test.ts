import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/contract/contract.ts';
import { Settings } from '../../../src/contract/views.ts';

describe('a change of settings', () => {
  const input = contract['settings.set'].input;
  it('names only what changes: the library opened last is not forgotten when the theme changes', () => {
    expect(input.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
    expect(input.parse({})).toEqual({});
  });
  it('may name every setting there is', () => expect(Object.keys(input.shape).sort()).toEqual(Object.keys(Settings.shape).sort()));
  it('keeps to their bounds', () => expect(input.safeParse({ abstractSize: 400 }).success).toBe(false));
});
