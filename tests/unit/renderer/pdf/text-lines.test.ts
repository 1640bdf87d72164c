import { describe, expect, it } from 'vitest';
import { cornersOf, linesOf, turnOf, turnOfQuad } from '../../../../renderer/features/pdf/text-lines.ts';
import type { Rect, Turn } from '../../../../renderer/features/pdf/text-lines.ts';

/** Two lines of two words each, as they lie on a screen 1000 px wide and high whose page is turned. */
const WORDS: Rect[] = [{ left: 100, top: 50, right: 180, bottom: 62 }, { left: 184, top: 50, right: 300, bottom: 62 }, { left: 100, top: 70, right: 150, bottom: 82 }, { left: 153, top: 70, right: 260, bottom: 82 }];
const onScreen = ({ left, top, right, bottom }: Rect, turn: Turn): Rect => {
  if (turn === 90) return { left: 1000 - bottom, top: left, right: 1000 - top, bottom: right };
  if (turn === 180) return { left: 1000 - right, top: 1000 - bottom, right: 1000 - left, bottom: 1000 - top };
  return turn === 270 ? { left: top, top: 1000 - right, right: bottom, bottom: 1000 - left } : { left, top, right, bottom };
};

describe.each([0, 90, 180, 270] as const)('words turned by %i degrees', (turn) => {
  it('make one box a line, and not one of all lines', () => {
    const lines = linesOf(WORDS.map((word) => ({ turn, ...onScreen(word, turn) })));
    expect(lines).toEqual([{ left: 100, top: 50, right: 300, bottom: 62 }, { left: 100, top: 70, right: 260, bottom: 82 }].map((line) => ({ turn, ...onScreen(line, turn) })));
  });

  it('begin at the upper left of their corners, and tell from them how they are turned', () => {
    const [upper, , lower] = cornersOf(onScreen({ left: 100, top: 50, right: 300, bottom: 62 }, turn), turn);
    const point = (x: number, y: number): number[] => { const at = onScreen({ left: x, top: y, right: x, bottom: y }, turn); return [at.left, at.top]; };
    expect([upper, lower]).toEqual([point(100, 50), point(100, 62)]);
    expect(turnOfQuad(cornersOf(onScreen({ left: 100, top: 50, right: 300, bottom: 62 }, turn), turn).flat())).toBe(turn);
  });
});

it('a turn is the nearest of the four', () => { expect([-90, 358, 91, 450, -179].map(turnOf)).toEqual([270, 0, 90, 90, 180]); });
