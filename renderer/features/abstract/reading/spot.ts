/** A place in the page for something that floats: below its words when there is no room above. */
export interface Spot { left: number; top: number }

const WIDTH = 400;

/** A spot under the middle of the last line of the words [start, end), in pixels from the parent of `page`. */
export function spotOf(page: HTMLElement, start: number, end: number): Spot | null {
  const touched = [...page.querySelectorAll<HTMLElement>('[data-start]')].filter((element) => Number(element.dataset['start']) < end && Number(element.dataset['end']) > start);
  const [first, last] = [touched[0], touched.at(-1)];
  const frame = page.parentElement?.getBoundingClientRect();
  if (first === undefined || last === undefined || frame === undefined) return null;
  const [begin, box] = [letterBox(first, start), letterBox(last, end - 1)];
  const from = begin.bottom > box.top ? begin.left : frame.left;
  const left = Math.min(Math.max(0, (from + box.right) / 2 - frame.left - WIDTH / 2), Math.max(0, frame.width - WIDTH));
  return { left, top: box.bottom - frame.top + 8 };
}

/** The box of the character at a place, else of the whole stretch. */
function letterBox(element: HTMLElement, place: number): DOMRect {
  const text = element.firstChild;
  const offset = place - Number(element.dataset['start']);
  if (!(text instanceof Text) || offset < 0 || offset >= text.length) return element.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  return range.getBoundingClientRect();
}
