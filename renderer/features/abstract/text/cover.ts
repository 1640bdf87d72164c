/** A mark's place in the plain text. */
export interface Placed { id: string; start: number; end: number }
/** A stretch with the marks that cover all of it, in the order they were given. */
export interface Covered { start: number; end: number; marks: string[] }

/** Cuts [start, end) at every border of a mark, so that overlapping marks each keep their whole length. */
export function cover(start: number, end: number, marks: readonly Placed[]): Covered[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(1).map((to, at) => {
    const from = borders[at] ?? start;
    return { start: from, end: to, marks: here.filter((mark) => mark.start < to && mark.end > from).map((mark) => mark.id) };
  });
}
