import { expect, it } from 'vitest';
import { latest } from '../../../../renderer/stores/latest.ts';

it('runs once more after a burst, and never two at a time', async () => {
  const gates: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const run = latest(async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((open) => { gates.push(open); });
    running--;
  });
  const done = [run(), run(), run(), run()];
  gates[0]?.();
  await new Promise((later) => { setTimeout(later, 0); });
  gates[1]?.();
  await Promise.all(done);
  expect(gates.length).toBe(2);
  expect(most).toBe(1);
});
