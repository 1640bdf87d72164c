import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { makeProcessor, type Processor, type Setting } from '../../citation/bibliography.ts';
import { unpack, type CslNode } from '../../citation/csl-node.ts';
import { readStyle, styleId, styleWords, type StyleFile } from '../../citation/style-file.ts';
import type { StyleView } from '../../contract/views.ts';
import { fail, ok, type Result } from '../../contract/errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { Dependent } from './dependents.ts';
import { nearest } from './nearest.ts';
import type { OwnStyles } from './own.ts';
import { renamed } from './renamed.ts';
import { WELL_KNOWN } from './well-known.ts';

const DEFAULT_LOCALE = 'en-US';
/** Processors kept warm; each holds a parsed style and its locale. */
const WARM = 6;
/** How many styles may stand behind one another. */
const DEEPEST = 4;

/** The rules that an id leads to. `language` is that of the journal that borrows them, `version` tells an edited file from what it was. */
interface Rules { read: () => CslNode; language: string | null; version: string }
/** What comes with Sheaf: the files of styles and locales in a folder, and the journals that borrow them. */
export interface Shipped { folder: string; catalogue: Catalogue; dependents: ReadonlyMap<string, Dependent> }
/** `known` is its place among the well-known ones. */
interface Listed extends StyleView { words: string; known: number }

/** Citation styles by id, each ready for use once it was asked for: those that a user added, the ones that come along, journals that use another's, and names of long ago. */
export class StyleShelf {
  readonly #warm = new Map<string, Processor>();
  #listed: Listed[] | null = null;

  constructor(readonly shipped: Shipped, readonly own: OwnStyles) {}

  /** Styles whose id or title has all these words: those called so, then those that begin so, own ones before others and those before that many look for; at most `limit`. */
  list(text: string, limit = 200): StyleView[] {
    const words = text.toLowerCase().split(/[\s-]+/).filter(Boolean);
    const asked = styleWords(text);
    const closeness = ({ id, title, own = false }: Listed): number => (asked === '' ? Number(!own) : id === asked || styleWords(title) === asked ? 0 : own ? 1 : id.startsWith(asked) || styleWords(title).startsWith(asked) ? 2 : 3);
    const found = this.#all().filter((style) => words.every((word) => style.words.includes(word))).map((style, at) => ({ style, at, close: closeness(style) }));
    return found.sort((a, b) => a.close - b.close || a.style.known - b.style.known || a.at - b.at).slice(0, limit).map(({ style }) => viewOf(style));
  }

  /** `not-found`, with ids that look alike, for a style or locale that is not there; `unsupported` for an added one that the processor cannot use. */
  processor(style: string, locale: string = DEFAULT_LOCALE): Result<Processor> {
    const rules = this.#rules(style, locale);
    if (!rules.ok) return rules;
    const { name, setting } = rules.value;
    const warm = this.#warm.get(name);
    const made = warm === undefined ? madeOf(setting(), style) : ok(warm);
    if (!made.ok) return made;
    this.#warm.delete(name);
    this.#warm.set(name, made.value);
    for (const oldest of this.#warm.keys()) if (this.#warm.size > WARM) this.#warm.delete(oldest);
    return made;
  }

  /** What a processor is made of. */
  setting(style: string, locale: string = DEFAULT_LOCALE): Result<Setting> {
    const rules = this.#rules(style, locale);
    return rules.ok ? ok(rules.value.setting()) : rules;
  }

  /** Languages, as tags. */
  locales(): string[] {
    return Object.keys(this.shipped.catalogue.locales).sort();
  }

  /** Styles by id, as they are called now; an id that is not there is left out. */
  titled(ids: readonly string[]): StyleView[] {
    return ids.flatMap((asked) => {
      const style = this.#named(styleId(asked));
      return style === undefined ? [] : [viewOf(style)];
    });
  }

  /** Takes a style in from the text of a `.csl` file, once it is proved to work; `before` is what lay under its id, which it replaces. */
  async add(text: string, file: string): Promise<Result<{ style: StyleView; before: string | null }>> {
    const read = readStyle(text, file);
    if (!read.ok) return read;
    const proved = this.#prove(read.value, file);
    if (!proved.ok) return proved;
    const kept = await this.own.keep(read.value.id, text);
    if (!kept.ok) return kept;
    const style = this.titled([read.value.id])[0];
    return style === undefined ? fail('unreadable', `${file} could not be kept.`, { details: { reason: 'not-kept', file } }) : ok({ style, before: kept.value });
  }

  /** Removes a style that was added; its title, and its text, to add it again. */
  async remove(id: string): Promise<Result<{ title: string; text: string }>> {
    const style = this.own.all().find((one) => one.id === styleId(id));
    const text = style === undefined ? null : this.own.textOf(style.id);
    if (style === undefined || text === null) return fail('not-found', `No style "${id}" was added from a file.`, { details: { reason: 'style', asked: id, near: 'none' } });
    await this.own.remove(style.id);
    return ok({ title: style.title, text });
  }

  #prove(style: StyleFile, file: string): Result<unknown> {
    if (style.parent === null) return madeOf({ ...this.#locale(DEFAULT_LOCALE), style: style.node }, file, true);
    if (style.parent !== style.id && this.#follow(style.parent, 1) !== null) return ok(null);
    return fail('not-found', `${file} takes its rules from the style "${style.parent}", which is not here. Add that one first.`, { details: { reason: 'style-parent', file, parent: style.parent } });
  }

  /** All styles by title, an added one in the place of one that it replaces. */
  #all(): Listed[] {
    const own = this.own.all().map(({ id, title, parent }): Listed => ({ ...listed(id, title, parent === null ? undefined : this.#titleOf(parent)), own: true }));
    const replaced = new Set(own.map(({ id }) => id));
    this.#listed ??= [...Object.entries(this.shipped.catalogue.styles).map(([id, { title }]) => listed(id, title)), ...[...this.shipped.dependents].map(([id, { title, parent }]) => listed(id, title, this.#titleOf(parent)))].sort((a, b) => ALPHABET.compare(a.title, b.title));
    return own.length === 0 ? this.#listed : [...own, ...this.#listed.filter(({ id }) => !replaced.has(id))];
  }

  #named(id: string): Listed | undefined {
    const all = this.#all();
    const now = all.some((style) => style.id === id) ? id : renamed(id, all.map((style) => style.id));
    return all.find((style) => style.id === now);
  }

  readonly #titleOf = (id: string): string => this.shipped.catalogue.styles[id]?.title ?? this.own.all().find((style) => style.id === id)?.title ?? id;

  #rules(asked: string, locale: string): Result<{ name: string; setting: () => Setting }> {
    const id = styleId(asked);
    const rules = this.#follow(id, 0);
    if (rules === null) return unknown('citation style', 'style', asked, this.#all().map((style) => style.id));
    const tag = this.#tagOf(locale);
    if (tag === null) return unknown('language', 'language', locale, Object.keys(this.shipped.catalogue.locales));
    return ok({ name: [id, tag, rules.version].join(' '), setting: () => ({ ...this.#locale(tag), style: inLanguage(rules.read(), rules.language) }) });
  }

  /** The rules behind an id, through the styles that it is or was called by. */
  #follow(id: string, depth: number): Rules | null {
    if (depth > DEEPEST) return null;
    const own = this.own.all().find((style) => style.id === id);
    if (own !== undefined && own.parent === null) return { read: () => own.node, language: null, version: own.version };
    // A style of one's own may bear the name of the one that it borrows from.
    if (own !== undefined && own.parent !== null && own.parent !== id) return this.#behind(own.parent, own.language, own.version, depth);
    const place = Object.hasOwn(this.shipped.catalogue.styles, id) ? this.shipped.catalogue.styles[id] : undefined;
    if (place !== undefined) return { read: () => unpack(z.record(z.string(), z.unknown()).parse(this.#read(place.file))[id]), language: null, version: '' };
    const dependent = this.shipped.dependents.get(id);
    if (dependent !== undefined) return this.#behind(dependent.parent, dependent.language, '', depth);
    const now = renamed(id, this.#all().map((style) => style.id));
    return now === null ? null : this.#follow(now, depth + 1);
  }

  #behind(parent: string, language: string | null, version: string, depth: number): Rules | null {
    const rules = this.#follow(parent, depth + 1);
    return rules === null ? null : { ...rules, language: language ?? rules.language, version: version + rules.version };
  }

  #locale(tag: string): Pick<Setting, 'locale' | 'language' | 'forced'> {
    return { locale: (asked: string): unknown => unpack(this.#read(this.shipped.catalogue.locales[this.#tagOf(asked) ?? DEFAULT_LOCALE] ?? '')), language: tag, forced: tag !== DEFAULT_LOCALE };
  }

  /** `de` is `de-DE`, `EN-gb` is `en-GB`; null when there is nothing like it. */
  #tagOf(locale: string): string | null {
    const tags = Object.keys(this.shipped.catalogue.locales);
    const asked = locale.toLowerCase().replace('_', '-');
    const language = asked.split('-')[0] ?? '';
    const matching = [(tag: string): boolean => tag === asked, (tag: string): boolean => tag === `${language}-${language}` && asked === language, (tag: string): boolean => asked === language && tag.startsWith(`${language}-`)];
    for (const test of matching) {
      const found = tags.find((tag) => test(tag.toLowerCase()) && !(language === 'en' && asked === 'en' && tag !== DEFAULT_LOCALE));
      if (found !== undefined) return found;
    }
    return null;
  }

  #read(file: string): unknown {
    const bytes = readFileSync(join(this.shipped.folder, file));
    return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
}

const KNOWN = new Map(WELL_KNOWN.map((id, at) => [id, at]));
const ALPHABET = new Intl.Collator('en');
const listed = (id: string, title: string, like?: string): Listed => ({ id, title, ...(like === undefined ? {} : { like }), words: `${id} ${title.toLowerCase()}`, known: KNOWN.get(id) ?? WELL_KNOWN.length });

const viewOf = ({ id, title, own, like }: Listed): StyleView => ({ id, title, ...(own === undefined ? {} : { own }), ...(like === undefined ? {} : { like }) });

/** A journal that borrows a style may print in a language of its own. */
const inLanguage = (node: CslNode, language: string | null): CslNode => (language === null ? node : { ...node, attrs: { ...node.attrs, 'default-locale': language } });

/** A processor, or why there cannot be one; `tried` also sets a paper with it. */
function madeOf(setting: Setting, name: string, tried = false): Result<Processor> {
  try {
    const processor = makeProcessor(setting);
    if (tried) processor.bibliography([{ id: 'a', item: { type: 'article-journal', title: 'A', author: [{ family: 'B', given: 'C' }], issued: { 'date-parts': [[2000]] } } }]);
    return ok(processor);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('unsupported', `The style ${name} does not work: ${why}`, { details: { reason: 'style-broken', file: name, why } });
  }
}

function unknown(kind: string, reason: string, asked: string, known: string[]): Result<never> {
  const near = nearest(asked, known);
  return fail('not-found', `There is no ${kind} "${asked}".${near.length > 0 ? ` Near it: ${near.join(', ')}.` : ''}`, { details: { reason, asked, near: near.join(', ') || 'none' } });
}
