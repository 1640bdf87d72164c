import type { Argument, Arguments, KeyNode } from './node.ts';
import { NO_ARGUMENTS, PatternTrouble } from './node.ts';

interface Token { kind: 'name' | 'number' | 'text' | 'expression' | 'sign'; text: string; flags?: string; at: number }
const TOKEN = /\s*(?:([A-Za-z_][\w-]*)|(-?\d+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)|(\|\||[+.|;(),=:[\]]))/y;

/** Better BibTeX's notation: `auth.lower + shorttitle(3, 3) + year`; what stands after `|`, `||` or `;` is tried where nothing came out before. */
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
    while (take('|') || take('||') || take(';')) of.push(sum());
    return of.length === 1 && of[0] ? of[0] : { kind: 'first', of };
  }
  function sum(): KeyNode {
    const parts = [filtered()];
    while (take('+')) parts.push(filtered());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'join', parts };
  }
  function filtered(): KeyNode {
    let of = term();
    while (take('.')) {
      const at = here();
      of = { kind: 'filter', of, name: name().toLowerCase(), args: args(), at };
    }
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
    const at = here();
    return { kind: 'field', name: name(), args: args(), at };
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
      const sign = tokens[place + 1];
      if (token?.kind === 'name' && sign?.kind === 'sign' && (sign.text === '=' || sign.text === ':')) {
        place += 2;
        named[token.text.toLowerCase()] = argument();
      } else given.push(argument());
      if (!take(',')) break;
    }
    expect(')');
    return { given, named };
  }
  function argument(): Argument {
    if (take('[')) {
      const list: Argument[] = [];
      while (!next(']')) {
        list.push(argument());
        if (!take(',')) break;
      }
      expect(']');
      return list;
    }
    const token = tokens[place];
    if (!token || token.kind === 'sign') throw new PatternTrouble(token ? 'a value is missing' : '")" is missing', here());
    place++;
    return token.kind === 'number' ? Number(token.text) : token.kind === 'expression' ? { expression: token.text, matchCase: !(token.flags ?? '').includes('i') } : token.text;
  }

  const whole = choice();
  if (place < tokens.length) throw new PatternTrouble(`"${tokens[place]?.text ?? ''}" does not belong here`, here());
  return whole;
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; pattern.slice(at).trim() !== '';) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(pattern);
    if (!found) throw new PatternTrouble(`"${pattern.slice(at).trim().charAt(0)}" is not understood`, at);
    const [whole, name, number, quoted, expression, flags, sign = ''] = found;
    at += whole.length;
    const place = at - whole.trimStart().length;
    if (expression !== undefined) tokens.push({ kind: 'expression', text: expression, flags: flags ?? '', at: place });
    else tokens.push({ kind: name === undefined ? (number === undefined ? (quoted === undefined ? 'sign' : 'text') : 'number') : 'name', text: name ?? number ?? (quoted === undefined ? sign : quoted.slice(1, -1).replace(/\\(.)/g, '$1')), at: place });
  }
  return tokens;
}
