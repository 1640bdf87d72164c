import { fail, ok, type Result } from '../../contract/errors.ts';
import type { CslItem } from '../../model/csl.ts';
import { readBrackets } from './brackets.ts';
import { fieldOf, INFIX, jabrefField, type Field } from './fields.ts';
import { filterOf } from './filters.ts';
import { readFormula } from './formula.ts';
import type { KeyNode } from './node.ts';
import { PatternTrouble, textOf } from './node.ts';
import { suffixOf, type Suffix } from './suffix.ts';
import { latin } from './words.ts';

/**
 * A citation-key pattern that was read: what it makes of an item, in letters that every BibTeX takes; '' where nothing comes out.
 * `n`: how many others have the same key already, which the pattern tells apart in its own way.
 */
export type KeyPattern = (item: CslItem, n?: number) => string;

/** Words that an alternative wants, and where the fields of this notation are found. */
interface Reading { tree: KeyNode; field: (name: string) => Field | undefined; suffix: Suffix }

const LONGEST = 500;
const read = new Map<string, Result<KeyPattern>>();

/** Reads a pattern in Better BibTeX's notation or, where it has brackets, JabRef's. `invalid-input` says what is wrong; `details.at` says where. */
export function keyPattern(text: string): Result<KeyPattern> {
  const known = read.get(text);
  if (known) return known;
  const made = readPattern(text);
  if (read.size > 50) read.clear();
  read.set(text, made);
  return made;
}

function readPattern(text: string): Result<KeyPattern> {
  if (text.trim() === '' || text.length > LONGEST) return fail('invalid-input', text.trim() === '' ? 'A pattern is missing.' : 'That pattern is too long.', { details: { at: 0 } });
  try {
    const brackets = /^[^"'(]*\[/.test(text);
    const tree = brackets ? readBrackets(text) : readFormula(text);
    const reading: Reading = { tree, field: brackets ? jabrefField : fieldOf, suffix: suffixOf(tree) };
    demandKnown(tree, reading.field);
    return ok((item, n = 0) => keyBy(reading, item, n));
  } catch (error) {
    if (error instanceof PatternTrouble) return fail('invalid-input', `The pattern cannot be read: ${error.message} (at character ${String(error.at + 1)}).`, { details: { at: error.at } });
    throw error;
  }
}

function keyBy({ tree, field, suffix }: Reading, item: CslItem, n: number): string {
  const [before = '', ...after] = (made(tree, item, field) ?? '').split(INFIX);
  const key = legal(`${before}${after.length > 0 ? suffix(n) : ''}${after.join('')}`);
  return after.length > 0 || key === '' ? key : key + legal(suffix(n));
}

/** What Better BibTeX asks of others: a server, or Zotero's own numbers. */
const ELSEWHERE: Readonly<Record<string, string>> = { inspirehep: 'asks a server, which making keys does not do here', item: 'is a number of Zotero, which papers here do not have' };

function demandKnown(node: KeyNode, field: Reading['field']): void {
  if (node.kind === 'field') {
    const elsewhere = Object.hasOwn(ELSEWHERE, node.name.toLowerCase()) ? ELSEWHERE[node.name.toLowerCase()] : undefined;
    if (elsewhere !== undefined) throw new PatternTrouble(`"${node.name}" ${elsewhere}`, node.at);
    if (!field(node.name)) throw new PatternTrouble(`there is no field "${node.name}"`, node.at);
    const named = textOf(node.args, 0, 'name', '');
    if (node.name.toLowerCase() === 'field' && !fieldOf(named)) throw new PatternTrouble(`there is no field "${named}"`, node.at);
  }
  if (node.kind === 'filter') {
    demandKnown(node.of, field);
    if (!filterOf(node.name)) throw new PatternTrouble(`there is no filter "${node.name}"`, node.at);
  }
  if (node.kind === 'join') for (const one of node.parts) demandKnown(one, field);
  if (node.kind === 'first') for (const one of node.of) demandKnown(one, field);
}

/** Null where a test was not met. */
function made(node: KeyNode, item: CslItem, field: Reading['field']): string | null {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'field') {
    const of = field(node.name);
    return of ? of(item, node.args) : '';
  }
  if (node.kind === 'filter') {
    const text = made(node.of, item, field);
    return text === null ? null : filterOf(node.name)?.(text, node.args) ?? null;
  }
  if (node.kind === 'join') {
    const parts = node.parts.map((part) => made(part, item, field));
    return parts.includes(null) ? null : parts.join('');
  }
  for (const one of node.of) {
    const text = made(one, item, field);
    if (text !== null && text.trim() !== '') return text;
  }
  return '';
}

/** Signs that BibTeX, LaTeX, Markdown or Typst would read as their own go, and blanks; the last sign is no punctuation. */
const legal = (text: string): string => latin(text).replace(/[^A-Za-z0-9_:.+/-]/g, '').replace(/[:./]+$/, '').slice(0, 200);
