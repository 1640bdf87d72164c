import type { Argument, Arguments, KeyNode } from './node.ts';
import { NO_ARGUMENTS } from './node.ts';

/** What stops a pattern from being read, and where (UTF-16). */
export class PatternTrouble extends Error {
  constructor(message: string, readonly at: number) {
    super(message);
  }
}

interface Token { kind: 'name' | 'number' | 'text' | 'sign'; text: string; at: number }
const TOKEN = /\s*(?:([A-Za-z_][\w-]*)|(\d+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([+.|;(),=:]))/y;

/** Better BibTeX's notation: `auth.lower + shorttitle(3, 3) + year`; what stands after `|` or `;` is tried where nothing came out before. */
export function readFormula(pattern: string): KeyNode {
  const tokens = tokensOf(pattern);
  let place = 0;
  const end = pattern.length;
  const next = (sign: string): boolean => tokens[place]?.kind === 'sign' && tokens[place]?.text === sign;
  const take = (sign: string): boolean => next(sign) && ++place > 0;
  const here = (): number => tokens[place]?.at ?? end;
  const expect = (sign: string): void => { if (!take(sign)) throw new PatternTrouble(`"${sign}" is missing`, here()); };

  function choice(): KeyNode {
    const of = [sum()];
    while (take('|') || take(';')) of.push(sum());
    return of.length === 1 && of[0] ? of[0] : { kind: 'first', of };
  }
  function sum(): KeyNode {
    const parts = [filtered()];
    while (take('+')) parts.push(filtered());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'join', parts };
  }
  function filtered(): KeyNode {
    let of = term();
    while (take('.')) of = { kind: 'filter', of, name: name().toLowerCase(), args: args() };
    return of;
  }
  function term(): KeyNode {
    const token = tokens[place];
    if (take('(')) {
      const inside = choice();
      expect(')');
      return inside;
    }
    if (token?.kind === 'text' || token?.kind === 'number') {
      place++;
      return { kind: 'text', text: token.text };
    }
    return { kind: 'field', name: name(), args: args() };
  }
  function name(): string {
    const token = tokens[place];
    if (token?.kind !== 'name') throw new PatternTrouble('a name is missing', here());
    place++;
    return token.text;
  }
  function args(): Arguments {
    if (!take('(')) return NO_ARGUMENTS;
    const given: Argument[] = [];
    const named: Record<string, Argument> = {};
    while (!next(')')) {
      const token = tokens[place];
      if (!token || token.kind === 'sign') throw new PatternTrouble('")" is missing', here());
      place++;
      if (token.kind === 'name' && (take('=') || take(':'))) named[token.text.toLowerCase()] = argument(tokens[place++], here());
      else given.push(argument(token, token.at));
      if (!take(',')) break;
    }
    expect(')');
    return { given, named };
  }

  const whole = choice();
  if (place < tokens.length) throw new PatternTrouble(`"${tokens[place]?.text ?? ''}" does not belong here`, here());
  return whole;
}

function argument(token: Token | undefined, at: number): Argument {
  if (!token || token.kind === 'sign') throw new PatternTrouble('a value is missing', at);
  return token.kind === 'number' ? Number(token.text) : token.text;
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; pattern.slice(at).trim() !== '';) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(pattern);
    if (!found) throw new PatternTrouble(`"${pattern.slice(at).trim().charAt(0)}" is not understood`, at);
    const [whole, name, number, quoted, sign = ''] = found;
    at += whole.length;
    const text = name ?? number ?? (quoted === undefined ? sign : quoted.slice(1, -1).replace(/\\(.)/g, '$1'));
    tokens.push({ kind: name === undefined ? (number === undefined ? (quoted === undefined ? 'sign' : 'text') : 'number') : 'name', text, at: at - whole.trimStart().length });
  }
  return tokens;
}
