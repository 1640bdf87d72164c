import { expect, it } from 'vitest';
import { shareOf } from '../../../../renderer/features/activity/share.ts';

it('takes jobs of unequal size as equal parts, and one without an end as not begun', () => {
  expect(shareOf([{ done: 50, total: 100 }, { done: 1, total: 1 }])).toBe(0.75);
  expect(shareOf([{ done: 50, total: 100 }, { done: 7, total: null }])).toBe(0.25);
  expect(shareOf([{ done: 7, total: null }])).toBeNull();
});
