/** A function of a prototype as it was, and what one call of it costs. */
interface Metered { owner: object; name: string | symbol; cost: (self: { length: number }, result: unknown, from: unknown) => number }

const whole = ({ length }: { length: number }): number => length;
/** From where it was told to begin up to what it found, or the end. */
const forwards: Metered['cost'] = ({ length }, result, from) => Math.max(0, (typeof result === 'number' && result >= 0 ? result : length) - (typeof from === 'number' ? from : 0));
const backwards: Metered['cost'] = ({ length }, result, from) => Math.max(0, Math.min(length, typeof from === 'number' ? from : length) - (typeof result === 'number' ? result : 0));

/** What looks at many signs or elements in one call. Cutting, reading one sign and looking up in a map cost next to nothing and are counted as one. */
const METERED: readonly Metered[] = [
  ...['includes', 'split', 'trim', 'trimEnd', 'trimStart', 'toLowerCase', 'toUpperCase', 'normalize', 'localeCompare'].map((name) => ({ owner: String.prototype, name, cost: whole })),
  { owner: String.prototype, name: 'indexOf', cost: forwards }, { owner: String.prototype, name: 'lastIndexOf', cost: backwards },
  ...['charAt', 'charCodeAt', 'codePointAt', 'slice', 'substring', 'startsWith', 'endsWith'].map((name) => ({ owner: String.prototype, name, cost: () => 1 })),
  ...['concat', 'filter', 'map', 'flatMap', 'forEach', 'join', 'slice', 'reverse', 'reduce', 'shift', 'unshift', 'splice', 'toSorted', 'sort', 'lastIndexOf', 'some', 'every'].map((name) => ({ owner: Array.prototype, name, cost: whole })),
  ...['indexOf', 'findIndex'].map((name) => ({ owner: Array.prototype, name, cost: forwards })),
  ...['includes', 'find', 'findLast'].map((name) => ({ owner: Array.prototype, name, cost: whole })),
];

/** The signs and elements that some work looks at, counted without a clock: each call of a built-in function that reads text or lists, weighed by how far it reads. What a pattern tries over again at one place is not seen. */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const undo = METERED.map(({ owner, name, cost }) => replaced(owner, name, (self, result, [, from]) => { steps += 1 + cost(self, result, from); }));
  undo.push(replaced(RegExp.prototype, 'exec', (_self, result, [text], before) => { steps += 1 + read(result, String(text), before); }));
  try {
    work();
  } finally {
    for (const one of undo.reverse()) one();
  }
  return steps;
}

/** How far a pattern has read: to the end of what it found, or of the text. A sticky one stays where it is. */
function read(result: unknown, text: string, { from, sticky }: Before): number {
  if (Array.isArray(result) && 'index' in result) return Math.max(0, Number(result.index) + String(result[0]).length - from);
  return sticky ? 0 : Math.max(0, text.length - from);
}

interface Before { from: number; sticky: boolean }
type Seen = (self: { length: number }, result: unknown, args: unknown[], before: Before) => void;

/** Puts a counting function in place of one; gives what undoes it. */
function replaced(owner: object, name: string | symbol, seen: Seen): () => void {
  const original = Reflect.getOwnPropertyDescriptor(owner, name);
  if (original === undefined || typeof original.value !== 'function') throw new Error(`There is no ${String(name)} to count.`);
  const call: unknown = original.value;
  const counting = function (this: unknown, ...args: unknown[]): unknown {
    const before = this instanceof RegExp ? { from: this.global || this.sticky ? this.lastIndex : 0, sticky: this.sticky } : { from: 0, sticky: false };
    const result: unknown = Reflect.apply(call as (...all: unknown[]) => unknown, this, args);
    seen(this as { length: number }, result, args, before);
    return result;
  };
  Reflect.defineProperty(owner, name, { ...original, value: counting });
  return () => { Reflect.defineProperty(owner, name, original); };
}
