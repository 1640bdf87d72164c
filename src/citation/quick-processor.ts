import CSL, { type CslTree, type Engine, type Format, type NodesByName, type Token, type TokenState } from 'citeproc';
import { rememberedInitials, rememberedParticles } from './quick-names.ts';

/** What citeproc-js does over and over for the same words: each answer is the one it would give, found faster. */

const ANY = /^/;
const ASCII = /^[\x00-\x7f]*$/;
/** Languages whose letters change case in their own way. */
const OWN_CASE = /^(?:tr|az|lt)\b/i;

type Case = (this: { tmp: { lang_array: unknown } }, text: string) => string;

const isCommon = (languages: unknown): boolean => Array.isArray(languages) && languages.length > 0 && !languages.some((one) => OWN_CASE.test(String(one)));

/** Case by language asks the system each time, though most languages agree: on all small letters, and on capitals of plain letters. */
function quickCase(slow: Case, agreed: RegExp, plain: (text: string) => string): Case {
  return function (text) { return typeof text === 'string' && agreed.test(text) && isCommon(this.tmp.lang_array) ? plain(text) : slow.call(this, text); };
}

const COMPARED = { sensitivity: 'base', ignorePunctuation: true, numeric: true } as const;

/** Words are sorted by a collator made once; `localeCompare` makes one for each comparison. A leading bracket or quote counts where the collator counts it, and is left out where it does not, as in citeproc-js. */
function compareIn(this: { tmp: { lang_array: unknown } }, locale: string | undefined): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(locale || 'en-US', COMPARED);
  const plain = (a: string, b: string): number => compare(CSL.toLocaleLowerCase.call(this, a), CSL.toLocaleLowerCase.call(this, b));
  if (compare('[x', 'x') === 0) return plain;
  const bare = (text: string): string => text.replace(/^[[\]'"]*/, '');
  return (a, b) => plain(bare(a), bare(b));
}

/** A style is searched through for each call of a macro; here once, since its macros stay the same while it is built. */
function macrosKnown(search: NodesByName): NodesByName {
  const known = new WeakMap<CslTree, Map<string, CslTree[]>>();
  return function (tree, name, wanted, found) {
    if (name !== 'macro' || wanted === undefined || found !== undefined) return search.call(this, tree, name, wanted, found);
    let macros = known.get(tree);
    if (macros === undefined) {
      macros = new Map();
      for (const macro of search.call(this, tree, name)) macros.set(macro.attrs['name'] ?? '', [...(macros.get(macro.attrs['name'] ?? '') ?? []), macro]);
      known.set(tree, macros);
    }
    return [...(macros.get(wanted) ?? [])];
  };
}

/** One step of a style: its test, which says where to go on, and what it does. */
function step(this: TokenState, token: Token, Item: unknown, item: unknown): unknown {
  let next: unknown = token.next;
  if (token.test) {
    const held = token.test(Item, item);
    this.tmp.jump.replace(held ? 'succeed' : 'fail');
    next = held ? token.succeed : token.fail;
  }
  const { execs } = token;
  // Run for every element of a style and every paper, so without an iterator; an element may add to its own list.
  for (let at = 0, most = execs.length; at < most; at++) next = execs[at]?.call(token, this, Item, item) || next;
  return next;
}

/** Marks inside texts (quotes, tags) are looked for only where a sign of one is: most texts have none. */
export function quickTags(engine: Pick<Engine, 'fun' | 'getTerm'>): void {
  const { flipflopper } = engine.fun;
  const slow = flipflopper.processTags.bind(flipflopper);
  const quotes = ['open-quote', 'close-quote', 'open-inner-quote', 'close-inner-quote'].flatMap((name) => engine.getTerm(name) || []);
  const signs = new RegExp(`[<"'\u2019]|${quotes.map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '<'}`);
  flipflopper.processTags = (blob) => { if (signs.test(blob.blobs)) slow(blob); };
}

/** A piece of what is being set; some hundred are made for each reference. */
class Piece {
  readonly levelname: unknown;
  readonly strings: Record<string, unknown>;
  readonly decorations: unknown[][];
  readonly blobs: unknown;
  alldecor: unknown[][][];

  constructor(text: unknown, token?: Format | true | null, levelname?: unknown) {
    const format = token === true ? {} : token;
    this.levelname = levelname;
    this.strings = format ? { prefix: '', suffix: '', ...format.strings } : { prefix: '', suffix: '', delimiter: '' };
    this.decorations = format?.decorations?.map((decoration) => decoration.slice()) ?? [];
    this.blobs = typeof text === 'string' ? text : text ? [text] : [];
    this.alldecor = [this.decorations];
  }

  push(piece: Piece | false): void {
    if (!Array.isArray(this.blobs)) CSL.error('Attempt to push blob onto string object');
    else if (piece !== false) {
      for (const decorations of this.alldecor) piece.alldecor.push(decorations);
      this.blobs.push(piece);
    }
  }
}

/** Titles that keep their letters in languages that know no title case; the released citeproc-js (2.4) knows only the others for titles. */
const TITLES_TOO = ['event-title', 'original-title', 'part-title', 'reviewed-title', 'volume-title'];

let done = false;

/** Makes citeproc-js quicker, and mends it, once. */
export function quicken(): void {
  if (done) return;
  done = true;
  CSL.toLocaleLowerCase = quickCase(CSL.toLocaleLowerCase, ANY, (text) => text.toLowerCase());
  CSL.toLocaleUpperCase = quickCase(CSL.toLocaleUpperCase, ASCII, (text) => text.toUpperCase());
  CSL.parseParticles = rememberedParticles(CSL.parseParticles);
  const { Names } = CSL.Util;
  Names.initializeWith = rememberedInitials(Names.initializeWith.bind(Names));
  CSL.Blob = Piece;
  CSL.Stack.prototype.value = function () { return this.mystack[this.mystack.length - 1]; };
  CSL.XmlJSON.prototype.getNodesByName = macrosKnown(CSL.XmlJSON.prototype.getNodesByName);
  CSL.getSortCompare = compareIn;
  CSL.tokenExec = step;
  CSL.MULTI_FIELDS.push(...TITLES_TOO);
}
