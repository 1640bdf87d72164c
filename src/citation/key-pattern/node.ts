/** A number or text between parentheses. */
export type Argument = number | string;

/** `named` are those given as `name=value`. */
export interface Arguments { given: readonly Argument[]; named: Readonly<Record<string, Argument>> }

/** A citation-key pattern as read: what it joins, and what it tries in turn until something comes out. */
export type KeyNode =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: string; args: Arguments }
  | { kind: 'filter'; of: KeyNode; name: string; args: Arguments }
  | { kind: 'join'; parts: readonly KeyNode[] }
  | { kind: 'first'; of: readonly KeyNode[] };

export const NO_ARGUMENTS: Arguments = { given: [], named: {} };

/** The argument at a place or by its name; `fallback` where it is not given or is of another kind. */
export function numberOf({ given, named }: Arguments, place: number, name: string, fallback: number): number {
  const value = named[name] ?? given[place];
  return typeof value === 'number' ? value : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : fallback;
}

export function textOf({ given, named }: Arguments, place: number, name: string, fallback: string): string {
  const value = named[name] ?? given[place];
  return value === undefined ? fallback : String(value);
}
