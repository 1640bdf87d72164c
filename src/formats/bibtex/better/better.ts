import type { Verbatim } from '../../../model/paper.ts';
import type { Outgoing } from '../../format.ts';
import { zoteroView } from '../../zotero/item.ts';
import { address } from '../fields.ts';
import { writeFiles } from '../files.ts';
import { langidOf } from '../languages.ts';
import { classicFields } from './classic.ts';
import { Entry, said, type Source } from './entry.ts';
import { eprintFields } from './eprint.ts';
import { kindOf } from './kinds.ts';
import { noteTex } from './note.ts';
import { modernFields } from './modern.ts';

export interface BetterOptions extends Pick<Source, 'biblatex' | 'urls' | 'links' | 'names' | 'package' | 'preferences'> { language: 'langid' | 'language' | 'both' }

/** The type and fields of an entry as Better BibTeX writes them, so that a manuscript keeps the file it knows. */
export function betterEntry(paper: Outgoing, verbatim: Verbatim | undefined, options: BetterOptions): { type: string; fields: Record<string, string> } {
  const view = zoteroView(paper);
  const { item } = paper;
  const { rawLaTag } = options.preferences;
  const { tex } = view.extra;
  const chosen = tex['entrytype'] ?? tex['referencetype'];
  const kind = kindOf(view.itemType, view.extra.item.type, options.biblatex);
  const entry = new Entry({ paper, item, ...view, raw: rawLaTag === '*' || paper.tags.includes(rawLaTag), ...options }, chosen?.value ?? kind.type);
  const subtype = options.package === 'apa' && /^(?:newspaper|magazine)$/.test(kind.subtype ?? '') ? 'nonacademic' : kind.subtype;
  entry.text('entrysubtype', subtype ?? (options.biblatex ? MOVING[view.itemType] : undefined));
  eprintFields(entry);
  if (options.biblatex) modernFields(entry);
  else classicFields(entry, chosen?.value ?? view.extra.item.type ?? view.itemType);
  beside(entry, options);
  overrides(entry);
  for (const [name, value] of Object.entries(verbatim?.fields ?? {})) if (verbatim?.stood?.[name] === undefined && !/^[@#]/.test(name)) entry.tex(name, value);
  for (const field of ['doi', 'url']) { const value = entry.fields.get(field); if (value !== undefined) entry.fields.set(field, address(value)); }
  return { type: entry.type, fields: Object.fromEntries([...entry.fields].filter(([name]) => !entry.skips(entry.type, name))) };
}

/** Kinds of films, also where Extra names another type. */
const MOVING: Readonly<Record<string, string>> = { film: 'film', tvBroadcast: 'tvbroadcast', videoRecording: 'video' };
/** Better BibTeX takes these for babel's older German. */
const OLD_GERMAN = /^(?:de-DE|ger)$/i;

/** What every type has: tags, files, language, remarks and notes. */
function beside(entry: Entry, { language }: BetterOptions): void {
  const { paper: { tags, files = [], notes = [] }, item } = entry.source;
  const words = tags.filter((tag) => tag !== entry.source.preferences.rawLaTag);
  entry.tex('keywords', words.map((tag) => entry.escape(tag.replace(/[{},#%]/g, '').trim())).filter(Boolean).join(','));
  const local = files.filter(({ path }) => !/^https?:/i.test(path));
  if (local.length > 0) entry.tex('file', writeFiles(local));
  const tongue = said(item.language);
  if (tongue !== undefined && language !== 'language') entry.text('langid', OLD_GERMAN.test(tongue) ? 'german' : langidOf(tongue) ?? tongue);
  if (tongue !== undefined && language !== 'langid') entry.text('language', tongue);
  const remark = said(item.note);
  if (remark !== undefined) entry.tex('annotation', entry.source.raw ? remark : remark.split(/\n{2,}/).map((part) => entry.escape(part).replaceAll('\n', '\\\\\n')).join('\n\n'));
  const note = notes.filter((one) => one.trim() !== '').map((one) => (entry.source.raw ? one : noteTex(one))).join('\n\n');
  entry.tex('note', note);
}

/** What its owner wrote into Extra as fields of BibTeX goes before all else; a field without a value goes. */
function overrides(entry: Entry): void {
  const format = entry.source.biblatex ? 'biblatex' : 'bibtex';
  for (const [field, { value, raw, only }] of Object.entries(entry.source.extra.tex)) {
    const [, type, bare] = /^([a-z]+)\.(.+)$/.exec(field) ?? [undefined, undefined, field];
    if (bare === 'entrytype' || bare === 'referencetype' || (type !== undefined && type !== entry.type) || (only !== undefined && only !== format) || LIBRARIES.has(field)) continue;
    if (value.trim() === '') entry.fields.delete(bare);
    else entry.fields.set(bare, bare === 'ids' ? value.split(/(?:(?<!\s)\s+)?,\s*/).filter((key) => key !== '' && key !== entry.source.paper.citationKey).join(',') : raw || AS_IT_IS.has(bare) ? value : entry.escape(value));
  }
}
/** Keys of other entries, addresses and numbers are no text. */
const AS_IT_IS = new Set(['crossref', 'xref', 'xdata', 'entryset', 'related', 'url', 'doi', 'eprint', 'file', 'verba', 'verbb', 'verbc', 'groups']);
/** Those are said where the text lies. */
const LIBRARIES = new Set(['arxiv', 'jstor', 'hdl', 'googlebooksid', 'pmid']);
