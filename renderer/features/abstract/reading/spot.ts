/** A place in the page for something that floats: below its words when there is no room above. */
export interface Spot { left: number; top: number }

const WIDTH = 400;

/** A spot under the words [start, end), in pixels from the parent of `page`. */
export function spotOf(page: HTMLElement, start: number, end: number): Spot | null {
  const touched = [...page.querySelectorAll<HTMLElement>('[data-start]')].filter((element) => Number(element.dataset['start']) < end && Number(element.dataset['end']) > start);
  const last = touched.at(-1);
  const frame = page.parentElement?.getBoundingClientRect();
  if (last === undefined || frame === undefined) return null;
  const box = endBox(last, end);
  const left = Math.min(Math.max(0, box.right - frame.left - WIDTH / 2), Math.max(0, frame.width - WIDTH));
  return { left, top: box.bottom - frame.top + 8 };
}

/** The box of the last selected character, else of the whole stretch. */
function endBox(element: HTMLElement, end: number): DOMRect {
  const text = element.firstChild;
  const offset = end - Number(element.dataset['start']);
  if (!(text instanceof Text) || offset < 1 || offset > text.length) return element.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(text, offset - 1);
  range.setEnd(text, offset);
  return range.getBoundingClientRect();
}
