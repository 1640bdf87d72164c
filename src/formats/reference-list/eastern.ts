const LETTERS = '\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}';
const BEGINS = new RegExp(`^[${LETTERS}]`, 'u');
const NAME = new RegExp(`^(?:[${LETTERS}]{2,5}|[${LETTERS}]{1,3} [${LETTERS}]{1,3})(?: ?[外외] ?\\d+[人인])?(?: ?等)?(?=[,.·;、/，．(（]| ?[(（]?(?:1[5-9]|20)\\d\\d)`, 'u');
const SEPARATOR = /^[,.·;、/，．]/u;
const YEAR = /^[\s,.、]*[(（]?(?:1[5-9]|20)\d\d[a-z]?(?:\.\d{1,2})?[)）]?/u;
const QUOTED = /^[\s,.]*(?:'(.{4,200}?)[,.]?'(?=[\s,.])|‘(.{4,200}?)[,.]?’|“(.{4,200}?)[,.]?”|「([^」]{4,200})」|『([^』]{4,200})』)/u;
/** Where a list says in which volume, number, month or pages: `제19권`, `第3期`, `10월호`, `31(1)`, `pp. 3`. */
const PLACED = /^(?:[제第] ?\d|\d|[Vv]ol|[Nn]o\.|pp?\.)/u;

/** Where names, a title and its journal stand in a reference in Chinese, Japanese or Korean; undefined where it is none. */
export function easternAt(text: string): { names: string[]; end: number; title: string; after: number } | undefined {
  if (!BEGINS.test(text)) return undefined;
  const { names, end } = namesOf(text);
  const dated = YEAR.exec(text.slice(end))?.[0].length ?? 0;
  if (names.length === 0 || (dated === 0 && !SEPARATOR.test(text.slice(end)))) return undefined;
  const stop = /^\s*([,.、，])/u.exec(text.slice(end + dated))?.[1] ?? '.';
  const from = end + dated + (/^[\s,.、，．]*/u.exec(text.slice(end + dated))?.[0].length ?? 0);
  const quoted = QUOTED.exec(text.slice(from));
  const title = quoted?.slice(1).find(Boolean);
  if (quoted && title) return { names, end, title, after: from + quoted[0].length };
  const length = titleLength(text.slice(from), stop === '.');
  return length > 3 ? { names, end, title: text.slice(from, from + length), after: from + length } : undefined;
}

/** Names stand between signs of one kind, or before a year: what follows another sign without a blank is the title. */
function namesOf(text: string): { names: string[]; end: number } {
  const names: string[] = [];
  let [end, first] = [0, ''];
  for (let at = 0; names.length < 50;) {
    const name = NAME.exec(text.slice(at, at + 40))?.[0];
    const follows = name === undefined ? '' : text.slice(at + name.length, at + name.length + 2);
    if (name === undefined || (names.length > 0 && SEPARATOR.test(follows) && follows[0] !== first && !/\s/.test(follows))) break;
    names.push(name.replace(/ ?(?:[外외] ?\d+[人인]|等)$/u, ''));
    end = at + name.length;
    const separator = /^[,.·;、/，．] */u.exec(text.slice(end))?.[0];
    if (separator === undefined) break;
    first ||= separator.charAt(0);
    at = end + separator.length;
  }
  return { names, end };
}

/** A title ends at the full stop where the style uses them, else before the journal, the last part that no number begins. */
function titleLength(rest: string, stops: boolean): number {
  const stop = /[.。．](?=\s|$)/u.exec(rest.slice(0, 300))?.index;
  const parts = [...rest.slice(0, 300).matchAll(/[,、，] ?/gu)].map(({ index, 0: sign }) => ({ index, next: rest.slice(index + sign.length) }));
  if (stops && stop !== undefined && !parts.some(({ index, next }) => index < stop && PLACED.test(next))) return stop;
  const placed = parts.findIndex(({ next }) => PLACED.test(next));
  if (placed > 0) return parts[placed - 1]?.index ?? 0;
  return parts[0]?.index ?? stop ?? 0;
}
