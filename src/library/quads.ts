/** A box in PDF points, y upwards. */
export interface Box { left: number; bottom: number; right: number; top: number }

/** The box around quads. */
export function boundsOf(quads: readonly (readonly number[])[]): Box {
  const points = quads.flat();
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** A box as a quad: upper left, upper right, lower left, lower right. */
export const quadOf = ({ left, bottom, right, top }: Box): number[] => [left, top, right, top, left, bottom, right, bottom];

/** The corners of an upright quad in the order in which its words are read, which run so many quarter turns counterclockwise. */
export function facing(quad: readonly number[], quarters: number): number[] {
  if (quarters === 0) return [...quad];
  const { left, bottom, right, top } = boundsOf([quad]);
  if (quarters === 1) return [left, bottom, left, top, right, bottom, right, top];
  return quarters === 2 ? [right, bottom, left, bottom, right, top, left, top] : [right, top, right, bottom, left, top, left, bottom];
}
