/** The rows of comma, semicolon or tab separated text (RFC 4180): quoted cells may hold all of these, line breaks and doubled quotation marks. */
export function parseCsv(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length })).reduce((a, b) => (b.count > a.count ? b : a)).sign;
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    const [value, next] = text[at] === '"' ? quoted(text, at + 1) : plain(text, at, separator);
    row.push(value);
    const sign = text[next];
    if (sign === separator) { at = next + 1; if (at === text.length) row.push(''); continue; }
    rows.push(row);
    row = [];
    at = sign === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

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
