import { describe, expect, it } from 'vitest';
import { FRESH, onScreen } from '../../../electron/main/on-screen.ts';
import { shareOf } from '../../../electron/main/work-share.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const beside = { x: 1440, y: 0, width: 2560, height: 1440 };
const left = { ...FRESH, x: 2000, y: 100, width: 2000, height: 1200 };

describe('a window that is opened again', () => {
  it('comes where it was', () => { expect(onScreen(left, [laptop, beside])).toEqual(left); });
  it('comes to a screen that is there, no larger than it, when its own is gone', () => {
    const state = onScreen({ ...left, maximized: true, zoom: 1 }, [laptop]);
    expect(state).toEqual({ ...FRESH, width: 1440, height: 900, maximized: true, zoom: 1 });
  });
  it('may lie partly outside, as long as it can be taken hold of', () => {
    expect(onScreen({ ...FRESH, width: 900, height: 600, x: 1300, y: 10 }, [laptop])).toMatchObject({ x: 1300, y: 10 });
    expect(onScreen({ ...FRESH, width: 900, height: 600, x: 1400, y: 10 }, [laptop]).x).toBeUndefined();
    expect(onScreen({ ...FRESH, width: 900, height: 600, x: 10, y: -400 }, [laptop]).y).toBeUndefined();
  });
});

describe('the taskbar', () => {
  const job = (state: string, done = 0, total: number | null = null) => ({ state, done, total });
  it('shows nothing without work', () => { expect(shareOf([job('done', 5, 5), job('failed')])).toBe(-1); });
  it('shows that something is going on when nobody knows how much', () => { expect(shareOf([job('running'), job('queued')])).toBe(2); });
  it('shows the mean of what is known', () => { expect(shareOf([job('running', 1, 2), job('running', 3, 3), job('running'), job('done', 1, 1)])).toBe(0.75); });
});
