import { expect, it } from 'vitest';
import { contract } from '../../../src/contract/contract.ts';
import { Settings } from '../../../src/contract/views.ts';

it('leaves every setting alone that a change does not name', () => {
  expect(contract['settings.set'].input.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
});

it('does not let a window name recent libraries: their folders would be open to it', () => {
  expect(contract['settings.set'].input.safeParse({ recentLibraries: ['/'] }).success).toBe(false);
});

it('has a value for every setting that was never chosen', () => {
  expect(Settings.parse({})).toMatchObject({ theme: 'system', density: 'roomy', recentLibraries: [] });
});
