/** A box on the screen. */
export interface Rect { left: number; top: number; right: number; bottom: number }
/** By how much words are turned on the screen, clockwise in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** The nearest of the four turns. */
export const turnOf = (degrees: number): Turn => ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as Turn;

/** Boxes that follow each other on one line, made one, whichever way the words run. */
export function linesOf(rects: readonly (Rect & { turn: Turn })[]): (Rect & { turn: Turn })[] {
  const lines: (Rect & { turn: Turn })[] = [];
  for (const { turn, ...rect } of rects) {
    const one = upright(rect, turn);
    const line = lines.at(-1);
    if (line?.turn === turn && follows(line, one)) lines[lines.length - 1] = { turn, left: line.left, top: Math.min(line.top, one.top), right: Math.max(line.right, one.right), bottom: Math.max(line.bottom, one.bottom) };
    else lines.push({ turn, ...one });
  }
  return lines.map(({ turn, ...line }) => ({ turn, ...upright(line, turnOf(-turn)) }));
}

/** Whether a box goes on with a line, both as they are read. */
function follows(line: Rect, { left, top, bottom }: Rect): boolean {
  const middle = (top + bottom) / 2;
  return middle >= line.top && middle <= line.bottom && left >= line.left && left - line.right <= 3 * (bottom - top);
}

/** The corners of a box of words as they are read: upper left, upper right, lower left, lower right. */
export function cornersOf(rect: Rect, turn: Turn): [number, number][] {
  const { left, top, right, bottom } = upright(rect, turn);
  return ([[left, top], [right, top], [left, bottom], [right, bottom]] as const).map(([x, y]) => turned(x, y, turn));
}

/** Where the lower edge of a quad lies on the screen: the turn of its words. */
export function turnOfQuad([ulx = 0, uly = 0, urx = 0, ury = 0, llx = 0, lly = 0, lrx = 0, lry = 0]: readonly number[]): Turn {
  const [x, y] = [llx + lrx - ulx - urx, lly + lry - uly - ury];
  return Math.abs(y) >= Math.abs(x) ? (y >= 0 ? 0 : 180) : x < 0 ? 90 : 270;
}

/** A box as it would be if words turned by so much were not. */
function upright({ left, top, right, bottom }: Rect, turn: Turn): Rect {
  const [[x1, y1], [x2, y2]] = [turned(left, top, turnOf(-turn)), turned(right, bottom, turnOf(-turn))];
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}

/** A point turned clockwise about the corner of the screen, whose y runs downwards. */
function turned(x: number, y: number, turn: Turn): [number, number] {
  return turn === 0 ? [x, y] : turn === 90 ? [-y, x] : turn === 180 ? [-x, -y] : [y, -x];
}
