/** `open`: a quoted cell of it runs to the end of the file. */
export interface Row { cells: string[]; line: number; open: boolean }

/** The rows of comma, semicolon or tab separated text (RFC 4180): quoted cells may hold all of these, line breaks and doubled quotation marks. */
export function parseCsv(text: string): Row[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length })).reduce((a, b) => (b.count > a.count ? b : a)).sign;
  const rows: Row[] = [];
  let [row, line]: [Row, number] = [{ cells: [], line: 1, open: false }, 1];
  for (let at = 0; at < text.length;) {
    const [value, next] = text[at] === '"' ? quoted(text, at + 1) : plain(text, at, separator);
    row.cells.push(value);
    row.open = text[at] === '"' && text[next - 1] !== '"';
    line += breaksIn(value);
    const sign = text[next];
    if (sign === separator) { at = next + 1; if (at === text.length) row.cells.push(''); continue; }
    rows.push(row);
    row = { cells: [], line: ++line, open: false };
    at = sign === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
  }
  if (row.cells.length > 0) rows.push(row);
  return rows;
}

const breaksIn = (value: string): number => (value.includes('\n') || value.includes('\r') ? value.split(/\r\n|\r|\n/).length - 1 : 0);

function quoted(text: string, start: number): [string, number] {
  const parts: string[] = [];
  for (let at = start; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) return [parts.join('') + text.slice(at), text.length];
    parts.push(text.slice(at, end));
    if (text[end + 1] !== '"') return [parts.join(''), end + 1];
    parts.push('"');
    at = end + 2;
  }
}

function plain(text: string, start: number, separator: string): [string, number] {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return [text.slice(start, end), end];
}
