import type { Argument, KeyNode } from './node.ts';
import { NO_ARGUMENTS, PatternTrouble } from './node.ts';

/** JabRef's notation: `[auth:lower]_[year]`; filters after colons, what is outside brackets stands as it is; `|` tries the next. */
export function readBrackets(pattern: string): KeyNode {
  const of = alternatives(pattern).map(({ text, at }) => joined(text, at));
  return of.length === 1 && of[0] ? of[0] : { kind: 'first', of };
}

/** What `|` parts, outside of brackets. */
function alternatives(pattern: string): { text: string; at: number }[] {
  const found = [{ text: '', at: 0 }];
  let depth = 0;
  for (const [at, sign] of [...pattern].entries()) {
    depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    if (sign === '|' && depth === 0) found.push({ text: '', at: at + 1 });
    else (found.at(-1) ?? { text: '' }).text += sign;
  }
  return found;
}

function joined(pattern: string, from: number): KeyNode {
  const parts: KeyNode[] = [];
  for (let at = 0; at < pattern.length;) {
    const open = pattern.indexOf('[', at);
    const text = pattern.slice(at, open < 0 ? undefined : open);
    if (text.includes(']')) throw new PatternTrouble('"[" is missing', from + at);
    if (text.trim() !== '') parts.push({ kind: 'text', text: text.trim() });
    if (open < 0) break;
    const close = closing(pattern, open);
    if (close < 0) throw new PatternTrouble('"]" is missing', from + pattern.length);
    parts.push(marker(pattern.slice(open + 1, close), from + open + 1));
    at = close + 1;
  }
  return { kind: 'join', parts };
}

/** The bracket that closes one; those between quotation marks belong to a regular expression. */
function closing(pattern: string, open: number): number {
  let quoted = false;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '"' && pattern[at - 1] !== '\\') quoted = !quoted;
    else if (pattern[at] === ']' && !quoted) return at;
  }
  return -1;
}

function marker(inside: string, at: number): KeyNode {
  const [name = '', ...filters] = inside.match(/(?:[^:"(]|"(?:[^"\\]|\\.)*"|\([^)"]*(?:"(?:[^"\\]|\\.)*"[^)"]*)*\))+/g) ?? [];
  if (name.trim() === '') throw new PatternTrouble('a field is missing', at);
  return filters.reduce<KeyNode>((of, filter) => filterOf(of, filter.trim(), at + inside.indexOf(filter, name.length)), { kind: 'field', ...counted(name.trim()), at });
}

/** `auth3_2` is `auth(3, 2)`, `keyword1` is `keyword(1)`; `TITLE` in capitals is the field as it stands. */
function counted(name: string): Pick<Extract<KeyNode, { kind: 'field' }>, 'name' | 'args'> {
  if (name === 'TITLE') return { name: 'fulltitle', args: NO_ARGUMENTS };
  const [, bare = name, first, second] = /^([A-Za-z.]*[A-Za-z])(\d+)?(?:_(\d+))?$/.exec(name) ?? [];
  const given = [first, second].flatMap((one): Argument[] => (one === undefined ? [] : [Number(one)]));
  return { name: bare, args: given.length === 0 ? NO_ARGUMENTS : { given, named: {} } };
}

function filterOf(of: KeyNode, filter: string, at: number): KeyNode {
  const fallback = /^\((.*)\)$/s.exec(filter);
  if (fallback) return { kind: 'filter', of, name: 'default', args: { given: [unquoted(fallback[1] ?? '')], named: {} }, at };
  // Better BibTeX wrote arguments after commas as long as it used brackets: `[year:prefix,_]`.
  const [, legacy, rest] = /^([A-Za-z_-]+),(.*)$/s.exec(filter) ?? [];
  if (legacy !== undefined) return { kind: 'filter', of, name: legacy.toLowerCase(), args: { given: (rest ?? '').split(',').map(unquoted), named: {} }, at };
  const [, name, count, listed] = /^([A-Za-z_-]+?)(?:_?(\d+))?(?:\((.*)\))?$/s.exec(filter) ?? [];
  if (name === undefined) throw new PatternTrouble(`"${filter}" is not understood`, at);
  const given: Argument[] = [...(count === undefined ? [] : [Number(count)]), ...(listed?.match(/"(?:[^"\\]|\\.)*"|[^,\s]+/g) ?? []).map(unquoted)];
  return { kind: 'filter', of, name: name.toLowerCase(), args: { given, named: {} }, at };
}

const unquoted = (text: string): Argument => (/^\d+$/.test(text) ? Number(text) : text.replace(/^"([\s\S]*)"$/, '$1').replace(/\\(["\\])/g, '$1'));
