import { expect, it } from 'vitest';
import { killWriters } from './kill.ts';

it('finds every acknowledged command again after each of 25 kills of a writing process', async () => {
  const report = await killWriters(25);
  expect(report.wrong).toEqual([]);
  expect(report.kills).toBe(25);
  expect(report.acknowledged).toBeGreaterThan(25);
}, 300_000);
