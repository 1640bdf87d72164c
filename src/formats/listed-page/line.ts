/** One line of a page as it is read: its text, its 1-based number, and what the markup said of it. */
export interface Line {
  text: string;
  number: number;
  /** An empty line, or the end of an element, stands before it. */
  gap: boolean;
  heading?: boolean;
  href?: string;
}

/** The lines of a plain text, empty ones left out, prose that was broken at a column put together again. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const shown = raw.replace(/[\t\u200b]+/g, ' ').trim();
    if (shown) lines.push({ text: shown, number: index + 1, gap });
    gap = shown === '';
  }
  return paragraphs(lines);
}

const NARROW = 55;
const WIDE = 130;

/** Joins runs of lines that an editor or a mail program broke at a column. */
function paragraphs(lines: Line[]): Line[] {
  const joined: Line[] = [];
  let width = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && !line.gap && continues(last, line, width)) last.text = `${last.text.replace(/(\p{L})-$/u, '$1-')} ${line.text}`;
    else joined.push({ ...line });
    width = line.text.length;
  }
  return joined;
}

/** `width` is the length of the printed line before. A line goes on when that one was full and stopped in the middle of a sentence. */
function continues(last: Line, line: Line, width: number): boolean {
  if (width < NARROW || width > WIDE || line.text.length > WIDE) return false;
  if (/^[\p{Ll}(\d]/u.test(line.text)) return !/[.!?:]$/.test(last.text) || last.text.length > WIDE;
  const prose = last.text.length > WIDE || / (?:the|a|an|of|to|we|is|are|that|which|and|in|with|for)$/i.test(last.text) || /[,;]$/.test(last.text);
  return prose && !/^(?:title|authors?|abstract|subjects|comments)\s*:/i.test(line.text);
}
