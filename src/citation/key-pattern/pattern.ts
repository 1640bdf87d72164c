import { fail, ok, type Result } from '../../contract/errors.ts';
import type { CslItem } from '../../model/csl.ts';
import { readBrackets } from './brackets.ts';
import { fieldOf } from './fields.ts';
import { filterOf } from './filters.ts';
import { PatternTrouble, readFormula } from './formula.ts';
import type { KeyNode } from './node.ts';
import { latin } from './words.ts';

/** A citation-key pattern that was read: what it makes of an item, in letters that every BibTeX takes; '' where nothing comes out. */
export type KeyPattern = (item: CslItem) => string;

/** First author, year and first telling word; without an author, two words and the year. */
export const DEFAULT_KEY_PATTERN = 'auth.lower.len + year + shorttitle(1).lower | shorttitle(2).lower + year';

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
    const tree = /^[^"']*\[/.test(text) ? readBrackets(text) : readFormula(text);
    demandKnown(tree);
    return ok((item) => legal(made(tree, item) ?? ''));
  } catch (error) {
    if (error instanceof PatternTrouble) return fail('invalid-input', `The pattern cannot be read: ${error.message}.`, { details: { at: error.at } });
    throw error;
  }
}

function demandKnown(node: KeyNode): void {
  if (node.kind === 'field' && !fieldOf(node.name)) throw new PatternTrouble(`there is no field "${node.name}"`, 0);
  if (node.kind === 'filter' && !filterOf(node.name)) throw new PatternTrouble(`there is no filter "${node.name}"`, 0);
  if (node.kind === 'filter') demandKnown(node.of);
  if (node.kind === 'join') node.parts.forEach(demandKnown);
  if (node.kind === 'first') node.of.forEach(demandKnown);
}

/** Null where a `.len` was not met. */
function made(node: KeyNode, item: CslItem): string | null {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'field') return fieldOf(node.name)?.(item, node.args) ?? '';
  if (node.kind === 'filter') {
    const text = made(node.of, item);
    return text === null ? null : filterOf(node.name)?.(text, node.args) ?? null;
  }
  if (node.kind === 'join') {
    const parts = node.parts.map((part) => made(part, item));
    return parts.includes(null) ? null : parts.join('');
  }
  for (const one of node.of) {
    const text = made(one, item);
    if (text !== null && text.trim() !== '') return text;
  }
  return '';
}

/** Signs that BibTeX, LaTeX, Markdown or Typst would read as their own go, and blanks; the last sign is no punctuation. */
const legal = (text: string): string => latin(text).replace(/[^A-Za-z0-9_:.+/-]/g, '').replace(/[:./]+$/, '').slice(0, 200);
