import { expect, it } from 'vitest';
import { createCrashCount } from '../../../electron/main/crashes.ts';

it('gives up at the third crash within a minute', () => {
  let now = 0;
  const crashes = createCrashCount(() => now);
  expect(crashes.mayRestart()).toBe(true);
  now = 30_000;
  expect(crashes.mayRestart()).toBe(true);
  now = 59_000;
  expect(crashes.mayRestart()).toBe(false);
});
it('goes on where crashes are rare, or after a person asked for another try', () => {
  let now = 0;
  const crashes = createCrashCount(() => now);
  for (let hour = 0; hour < 5; hour++) {
    now = hour * 3_600_000;
    expect(crashes.mayRestart()).toBe(true);
  }
  crashes.mayRestart();
  crashes.forget();
  expect(crashes.mayRestart()).toBe(true);
});
