/** One line of a page as it is read: its text, its 1-based number, and what the markup said of it. */
export interface Line {
  text: string;
  number: number;
  /** An empty line, or the end of an element, stands before it. */
  gap: boolean;
  heading?: boolean;
  href?: string;
}

/** The lines of a plain text or Markdown, empty ones left out, prose that was broken at a column put together again. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const shown = raw.replace(/[\t\u200b]+/g, ' ').trim();
    if (shown) lines.push({ number: index + 1, gap, ...unmarked(shown) });
    gap = shown === '';
  }
  return paragraphs(lines);
}

/** Takes Markdown's marks from a line that is all heading, link, list item or bold label; running text keeps every sign. */
function unmarked(text: string): Pick<Line, 'text' | 'heading' | 'href'> {
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(text);
  const bare = (heading?.[1] ?? text).replace(/^(?:[-*+]|\d{1,3}[.)])\s+(?=\[|\*\*)/, '').replace(/^(\*\*|__)([^*_]{1,300}?)\1/, '$2');
  const link = /^\[(.+)\]\((https?:\/\/[^\s()]+|\/[^\s()]*)\)$/.exec(bare);
  return { text: link?.[1] ?? bare, ...(heading ? { heading: true } : {}), ...(link?.[2] ? { href: link[2] } : {}) };
}

const NARROW = 55;
const WIDE = 130;

/** Joins runs of lines that an editor or a mail program broke at a column. */
function paragraphs(lines: Line[]): Line[] {
  const column = columnOf(lines);
  const joined: Line[] = [];
  let width = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && !line.gap && !line.heading && !last.heading && continues(last.text, width, line.text, column)) last.text = `${last.text} ${line.text}`;
    else joined.push({ ...line });
    width = line.text.length;
  }
  return joined;
}

const midSentence = (text: string): boolean => /^(?:\p{Ll}+(?=[\s,.;:)-]|$)|\()/u.test(text) && !/^by\s+\p{Lu}/u.test(text);
const labelled = (text: string): boolean => /^(?:title|authors?|abstract|subjects|comments|categories|by)\s*:|^by\s+\p{Lu}/iu.test(text);

/** The column at which a page's lines were broken, or 0: wrapped prose goes on in the middle of a sentence again and again. */
function columnOf(lines: Line[]): number {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && !next.gap && line.text.length >= NARROW && line.text.length <= WIDE && next.text.length <= WIDE ? [{ width: line.text.length, on: midSentence(next.text) }] : [];
  });
  const going = pairs.filter(({ on }) => on).map(({ width }) => width).sort((a, b) => a - b);
  return going.length >= 3 && going.length >= pairs.length * 0.3 ? (going[Math.floor(going.length * 0.9)] ?? 0) : 0;
}

/** A line goes on when the one before was full: the next word would not have fitted in the column. */
function continues(sofar: string, width: number, next: string, column: number): boolean {
  if (width > WIDE || next.length > WIDE || labelled(next)) return false;
  if (width >= NARROW && midSentence(next) && !/[.!?:]$/.test(sofar)) return true;
  return column > 0 && width + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > column;
}
