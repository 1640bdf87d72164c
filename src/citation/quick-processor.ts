import CSL, { type Engine, type Token, type TokenState } from 'citeproc';

/** What citeproc-js does over and over for the same words: each answer is the one it would give, found faster. */

const ASCII = /^[\x00-\x7f]*$/;
/** Languages whose plain letters change case in their own way. */
const OWN_CASE = /^(?:tr|az|lt)\b/i;
const MOST_NAMES = 20_000;

type Case = (this: { tmp: { lang_array: unknown } }, text: string) => string;

const isPlain = (text: string, languages: unknown): boolean => Array.isArray(languages) && languages.length > 0 && ASCII.test(text) && !languages.some((one) => OWN_CASE.test(String(one)));

/** Case by language asks the system each time; for plain letters most languages agree. */
function quickCase(slow: Case, plain: (text: string) => string): Case {
  return function (text) { return typeof text === 'string' && isPlain(text, this.tmp.lang_array) ? plain(text) : slow.call(this, text); };
}

/** Particles are parsed out of the same names at every step of disambiguation. */
function remembered(parse: (name: Record<string, unknown>) => void): (name: Record<string, unknown>) => void {
  const known = new Map<string, Record<string, unknown>>();
  return (name) => {
    const before = JSON.stringify(name);
    const after = known.get(before);
    if (after === undefined) {
      parse(name);
      if (known.size >= MOST_NAMES) known.clear();
      known.set(before, { ...name });
      return;
    }
    for (const field of Object.keys(name)) if (!(field in after)) Reflect.deleteProperty(name, field);
    Object.assign(name, after);
  };
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

/** Titles that keep their letters in languages that know no title case; the released citeproc-js (2.4) knows only the others for titles. */
const TITLES_TOO = ['event-title', 'original-title', 'part-title', 'reviewed-title', 'volume-title'];

let done = false;

/** Makes citeproc-js quicker, and mends it, once. */
export function quicken(): void {
  if (done) return;
  done = true;
  CSL.toLocaleLowerCase = quickCase(CSL.toLocaleLowerCase, (text) => text.toLowerCase());
  CSL.toLocaleUpperCase = quickCase(CSL.toLocaleUpperCase, (text) => text.toUpperCase());
  CSL.parseParticles = remembered(CSL.parseParticles);
  CSL.getSortCompare = compareIn;
  CSL.tokenExec = step;
  CSL.MULTI_FIELDS.push(...TITLES_TOO);
}
