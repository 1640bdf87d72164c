import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spaced } from '../../../../renderer/stores/spaced.ts';

describe('spaced work', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }); });
  afterEach(() => { vi.useRealTimers(); });

  it('runs at once, then once for all calls of a gap, and at once again after a rest', () => {
    const work = vi.fn();
    const call = spaced(work, 100);
    call();
    expect(work).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 5; i++) { vi.advanceTimersByTime(10); call(); }
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(50);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(2);
    call();
    expect(work).toHaveBeenCalledTimes(3);
  });
});
