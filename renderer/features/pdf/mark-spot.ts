/** A place for what floats over the pages, in pixels from their frame. */
export interface Spot { left: number; top: number }

const WIDTH = 330;

/** A spot under a box, in pixels from the frame of the pages. */
export function spotOf(container: HTMLElement | null, box: DOMRect | null): Spot | null {
  if (container === null || box === null) return null;
  const frame = container.getBoundingClientRect();
  return { left: Math.min(Math.max(4, box.right - frame.left - WIDTH / 2), Math.max(4, frame.width - WIDTH - 16)), top: Math.min(box.bottom - frame.top + 8, Math.max(8, frame.height - 120)) };
}
