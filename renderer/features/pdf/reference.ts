/** A piece of a page's text: its left end on the baseline, in PDF points. */
export interface Piece { text: string; x: number; y: number; width: number; height: number }

/** Points that a line may begin left of its place, or right of it (a hanging indent), and a gap that ends a column. */
const LEFT_OF = 16;
const INDENT = 60;
const COLUMN_GAP = 16;
/** What is shown of a long one. */
const MOST_LINES = 9;
const LABEL = /^\s*(?:\[[\w+’'-]{1,12}\]|\(\d{1,3}\)|\d{1,3}\.)(?=\s|$)/;

interface Line { text: string; x: number; y: number; height: number }

/**
 * The entry of a list of references (or the paragraph) that begins at a place of a page: its lines as far as they belong together, which
 * a new label, the end of a hanging indent, or a wider gap tells. `left` null: the left margin. '' where nothing stands there.
 */
export function referenceAt(pieces: readonly Piece[], left: number | null, top: number): string {
  const from = left ?? Math.min(...pieces.map(({ x }) => x));
  const lines = linesFrom(pieces, from, top);
  const [first, second] = lines;
  if (first === undefined) return '';
  const labelled = LABEL.test(first.text);
  const step = second === undefined ? 0 : first.y - second.y;
  const hanging = second !== undefined && second.x > first.x + 3 && step < 2.2 * first.height;
  const own = [first];
  for (const line of lines.slice(1, MOST_LINES)) {
    const last = own.at(-1) ?? first;
    const ends = last.y - line.y > Math.max(1.35 * step, 1.6 * first.height) || last.y - line.y > 2.2 * first.height;
    if (ends || (labelled && LABEL.test(line.text)) || (hanging && line.x <= first.x + 1.5)) break;
    own.push(line);
  }
  return own.map(({ text }) => text.trim()).join('\n').replace(/(\p{L})-\n(?=\p{Ll})/gu, '$1').replace(/\s+/g, ' ');
}

/** The lines of one column from a place down, each from its left end to the gap that ends the column. */
function linesFrom(pieces: readonly Piece[], left: number, top: number): Line[] {
  const rows: Piece[][] = [];
  const below = pieces.filter(({ text, x, y }) => text.trim() !== '' && x >= left - LEFT_OF && y <= top + 2).sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of below) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs((row[0]?.y ?? 0) - piece.y) < Math.max(2.5, piece.height * 0.4)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf).filter(({ x }) => x <= left + INDENT);
}

function lineOf(row: readonly Piece[]): Line {
  const [first, ...others] = [...row].sort((a, b) => a.x - b.x);
  if (first === undefined) return { text: '', x: Infinity, y: 0, height: 0 };
  let text = first.text;
  let end = first.x + first.width;
  for (const piece of others) {
    const gap = piece.x - end;
    if (gap > COLUMN_GAP) break;
    text += (gap > piece.height * 0.15 && !/\s$/.test(text) ? ' ' : '') + piece.text;
    end = Math.max(end, piece.x + piece.width);
  }
  return { text, x: first.x, y: first.y, height: first.height };
}
