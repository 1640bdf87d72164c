/** What stops a pattern from being read, and where (UTF-16). */
export class PatternTrouble extends Error {
  constructor(message: string, readonly at: number) {
    super(message);
  }
}

/** A regular expression between slashes. */
export interface Expression { expression: string; matchCase: boolean }
/** What stands between parentheses: a number, a text or bare word, an expression, a list in brackets. */
export type Argument = number | string | Expression | readonly Argument[];

/** `named` are those given as `name=value`. */
export interface Arguments { given: readonly Argument[]; named: Readonly<Record<string, Argument>> }

/** A citation-key pattern as read: what it joins, and what it tries in turn until something comes out. `at`: where a name stands. */
export type KeyNode =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: string; args: Arguments; at: number }
  | { kind: 'filter'; of: KeyNode; name: string; args: Arguments; at: number }
  | { kind: 'join'; parts: readonly KeyNode[] }
  | { kind: 'first'; of: readonly KeyNode[] };

export const NO_ARGUMENTS: Arguments = { given: [], named: {} };

/** The argument at a place or by one of its names. */
export const argumentOf = ({ given, named }: Arguments, place: number, ...names: readonly string[]): Argument | undefined => names.map((name) => named[name]).find((one) => one !== undefined) ?? given[place];

/** The same as a number; `fallback` where it is not given or is of another kind. */
export function numberOf(args: Arguments, place: number, name: string, fallback: number): number {
  const value = argumentOf(args, place, name);
  return typeof value === 'number' ? value : typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : fallback;
}

export function textOf(args: Arguments, place: number, name: string, fallback: string): string {
  const value = argumentOf(args, place, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
}

/** Whether `true` was given there. */
export const flagOf = (args: Arguments, place: number, name: string): boolean => textOf(args, place, name, '') === 'true';

/** All texts in an argument, of whatever depth. */
export const textsIn = (value: Argument | undefined): string[] => (value === undefined ? [] : typeof value === 'string' || typeof value === 'number' ? [String(value)] : 'expression' in value ? [value.expression] : value.flatMap(textsIn));
