import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { longWaits, onLongWaits, waitedFor } from '../../../renderer/client/waiting.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const pending = (): { answer: Promise<string>; end: (text: string) => void } => {
  let end: (text: string) => void = () => undefined;
  const answer = new Promise<string>((resolve) => { end = resolve; });
  return { answer, end };
};

it('says of what a person did that it is under way, once it takes long, until it is answered', async () => {
  const told = vi.fn();
  const deaf = onLongWaits(told);
  const { answer, end } = pending();
  const waited = waitedFor('history.undo', answer);
  vi.advanceTimersByTime(499);
  expect(longWaits()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(longWaits()).toEqual([{ name: 'history.undo' }]);
  end('done');
  expect(await waited).toBe('done');
  expect(longWaits()).toEqual([]);
  expect(told).toHaveBeenCalledTimes(2);
  deaf();
});

it('says nothing of what is quick, of what the window asks by itself, and ends with a failure too', async () => {
  expect(await waitedFor('command.run', Promise.resolve('quick'))).toBe('quick');
  const asked = pending();
  void waitedFor('papers.query', asked.answer);
  vi.advanceTimersByTime(5000);
  expect(longWaits()).toEqual([]);
  const failing = waitedFor('command.run', new Promise<string>((_, reject) => { setTimeout(() => { reject(new Error('no')); }, 1000); }));
  const refused = expect(failing).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(700);
  expect(longWaits()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(300);
  await refused;
  expect(longWaits()).toEqual([]);
});
