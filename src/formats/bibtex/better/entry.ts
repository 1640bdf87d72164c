import type { BetterPreferences, WriteOptions } from '../../../contract/exports.ts';
import type { CslItem, CslName } from '../../../model/csl.ts';
import type { Outgoing } from '../../format.ts';
import type { Extra } from '../../zotero/extra.ts';
import type { NamedCreator } from '../../zotero/item.ts';
import { textToTex } from '../tex/write-tex.ts';
import { betterNames } from './names.ts';
import { skips } from './preferences.ts';

/** What a choice of fields is made from: the paper, and how Zotero sees it. */
export interface Source { paper: Outgoing; item: CslItem; itemType: string; fields: Readonly<Record<string, string>>; creators: readonly NamedCreator[]; extra: Extra; raw: boolean; biblatex: boolean; urls: WriteOptions['urls']; links: WriteOptions['links']; names: WriteOptions['names']; package: WriteOptions['package']; preferences: BetterPreferences }

/** The fields of an entry in the order in which they are put; of several of one name the first counts. */
export class Entry {
  readonly fields = new Map<string, string>();
  /** Whether a field stays out, as its owner wishes. */
  readonly skips: (type: string, field: string) => boolean;
  type: string;

  constructor(readonly source: Source, type: string) {
    this.type = type;
    this.skips = skips(source.preferences, source.biblatex);
  }

  has(name: string): boolean {
    return this.fields.has(name);
  }

  /** Text, escaped for LaTeX. */
  text(name: string, value: unknown): void {
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') this.tex(name, this.escape(String(value)));
  }

  /** What is LaTeX already, or no LaTeX at all. */
  tex(name: string, value: string | undefined): void {
    if (value !== undefined && value !== '' && !this.fields.has(name) && !this.skips(this.type, name)) this.fields.set(name, value);
  }

  people(name: string, names: readonly CslName[]): void {
    const { biblatex, raw, preferences, names: form } = this.source;
    if (names.length > 0) this.tex(name, betterNames(names, { escape: (text) => this.escape(text), biblatex, raw, extended: form === 'extended', preferences }));
  }

  /** What BibLaTeX takes for a list. An `and` within one of it is guarded. */
  list(name: string, value: unknown): void {
    const text = said(value);
    if (text !== undefined) this.tex(name, !this.source.raw && /(?:^|\s)and(?:\s|$)/.test(text) ? `{${this.escape(text)}}` : this.escape(text));
  }

  /** LaTeX for text; what its owner marked as LaTeX stays, and dashes are those of TeX. */
  escape(text: string): string {
    if (this.source.raw) return text;
    return text.split(/<(?:pre|script)>([\s\S]*?)<\/(?:pre|script)>/).map((part, index) => (index % 2 === 1 ? part : textToTex(part).replace(/-\{\}(?=-)|'\{\}(?=')/g, (run) => run.charAt(0)))).join('');
  }
}

/** A value's text, if it has one. */
export const said = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined);

/** Dashes of ranges as TeX has them. */
export const ranges = (value: unknown): string | undefined => said(value)?.trim().replace(/[—―]/g, '---').replace(/[‒–]/g, '--').split(/(,\s*)/).map((part) => part.replace(/^(\d+)\s*(-+)\s*(\d+)\s*$/, '$1$2$3').replace(/^(\d+)-(\d+)$/, '$1--$2')).join('');

export const bareDoi = (value: unknown): string | undefined => said(value)?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
