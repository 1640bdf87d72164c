/** What a file's preambles define, as far as it is simple: commands without parameters or with up to nine in braces. */
export class Macros {
  readonly #defined: ReadonlyMap<string, { parameters: number; body: string }>;

  constructor(defined: ReadonlyMap<string, { parameters: number; body: string }>) {
    this.#defined = defined;
  }

  get(name: string): { parameters: number; body: string } | undefined {
    return this.#defined.get(name);
  }

  /** The same without one, so that a macro that names itself ends. */
  without(name: string): Macros {
    return new Macros(new Map([...this.#defined].filter(([other]) => other !== name)));
  }

  get names(): string[] {
    return [...this.#defined.keys()];
  }
}

const DEFINITION = /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareTextFontCommand)\s*\*?\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*(?:\[(\d)\])?\s*\{|\\def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*\{/g;
/** Definitions that move boxes about, as MathSciNet's for its accents: no text comes of them, and what they are for is known by name. */
const BOXES = /\\(?:setbox|ifmmode|ooalign|accent|lower|raise|kern|hskip|rlap|llap|advance|dimen|char(?![A-Za-z]))/;
/** More than any file defines by hand. */
const MOST = 500;

/** The macros that preambles define; undefined when there are none, so that nothing is asked for at each command. */
export function macrosOf(preambles: readonly string[]): Macros | undefined {
  const defined = new Map<string, { parameters: number; body: string }>();
  for (const preamble of preambles) {
    for (const match of preamble.matchAll(DEFINITION)) {
      const body = bodyAt(preamble, match.index + match[0].length);
      const name = match[1] ?? match[3];
      if (name === undefined || body === null || body.length > 2000 || BOXES.test(body) || defined.size >= MOST) continue;
      defined.set(name, { parameters: match[1] !== undefined ? Number(match[2] ?? 0) : (match[4]?.length ?? 0) / 2, body });
    }
  }
  return defined.size > 0 ? new Macros(defined) : undefined;
}

function bodyAt(text: string, from: number): string | null {
  let depth = 1;
  for (let at = from; at < text.length && at < from + 4000; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return text.slice(from, at);
  }
  return null;
}
