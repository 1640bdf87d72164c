import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outgoing } from '../../../src/formats/format.ts';
import { choicesIn } from '../../../src/formats/bibtex/better/preferences.ts';
import { biblatex, bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { WriteOptions } from '../../../src/contract/exports.ts';
import { cslJson } from '../../../src/formats/csl-json/csl-json.ts';
import { prepared } from '../../../src/formats/prepare.ts';
import { zoteroJson } from '../../../src/formats/zotero/json.ts';
import { compareCsl } from '../compare/csl.ts';
import { compareEntries } from '../compare/entries.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';
import { outgoing } from './zotero-translators.ts';

const Preferences = z.looseObject({ automaticTags: z.boolean().default(true), journalAbbreviation: z.string().default('abbrev') }).prefault({});
const Library = z.looseObject({ config: z.looseObject({ preferences: Preferences }).prefault({}), items: z.array(z.looseObject({ citationKey: z.string().optional(), tags: z.array(z.looseObject({ type: z.number().optional() })).catch([]) })) });
const ENDINGS = /\.(biblatex|bibtex|csl\.json)$/;

/** Better BibTeX's export cases: Zotero libraries with the files it writes of them, each with its preferences as far as Sheaf has such a choice. */
export function betterBibtexExport(data: string): Suite[] {
  const folder = join(data, 'better-bibtex', 'export');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const cases = names.filter((name) => ENDINGS.test(name)).flatMap((name): Case[] => {
    const library = [name.replace(ENDINGS, '.json'), name.replace(/\.(?:before|after)(?=\.)/, '').replace(ENDINGS, '.json')].find((one) => names.includes(one));
    return library === undefined ? [] : [{ name, run: () => exported(join(folder, library), join(folder, name)) }];
  });
  return cases.length === 0 ? [] : [{ name: 'better-bibtex/export', cases }];
}

function exported(library: string, expected: string): Found[] {
  const json: unknown = JSON.parse(readFileSync(library, 'utf8'));
  const { config, ...rest } = Library.parse(json);
  const { preferences } = config;
  const reference = readFileSync(expected, 'utf8');
  const options = WriteOptions.parse(choicesIn({ config }, expected.endsWith('.csl.json') ? 'csl-json' : expected.endsWith('.bibtex') ? 'bibtex' : 'biblatex'));
  const papers = prepared(withKeys((zoteroJson.read?.(JSON.stringify(shortened(preferences.automaticTags ? rest : withoutAutomatic(rest), preferences))).drafts ?? []).map(outgoing), keysIn(reference, expected.endsWith('.csl.json'))), options);
  if (expected.endsWith('.csl.json')) return compareCsl(byKey(JSON.parse(reference)), byKey(JSON.parse(cslJson.write?.(papers).text ?? '[]')));
  return compareEntries(reference, (expected.endsWith('.bibtex') ? bibtex : biblatex).write?.(papers, options).text ?? '');
}

/** Tags that Zotero took from a catalogue: whoever leaves them out has not brought them in. */
const withoutAutomatic = (library: { items: z.infer<typeof Library>['items'] }): Pick<z.infer<typeof Library>, 'items'> => ({ ...library, items: library.items.map((item) => ({ ...item, tags: item.tags.filter(({ type }) => type !== 1) })) });

/** Whoever has Zotero's guesses at short names of journals written has them in the library. */
const shortened = (library: Pick<z.infer<typeof Library>, 'items'>, { journalAbbreviation }: z.infer<typeof Preferences>): unknown => (journalAbbreviation === 'abbrev' ? library : { ...library, items: library.items.map((item) => ({ ...item, journalAbbreviation: (journalAbbreviation === 'auto' ? undefined : item['journalAbbreviation']) ?? item['autoJournalAbbreviation'] })) });

/** The key of an item that has none, or another than the reference has, is the library's to make, by its owner's pattern: it gets that of the reference's entry of the same title, else of the next that is left. */
function withKeys(papers: Outgoing[], reference: readonly Keyed[]): Outgoing[] {
  const left = reference.filter(({ citationKey }) => !papers.some((paper) => paper.citationKey === citationKey));
  const known = new Set(reference.map(({ citationKey }) => citationKey));
  const take = (title: string | undefined): string | undefined => { const place = left.findIndex((one) => title === undefined || letters(one.title) === letters(title)); return place < 0 ? undefined : left.splice(place, 1)[0]?.citationKey; };
  const named = papers.map((paper) => { const key = known.has(paper.citationKey) ? undefined : take(paper.item.title ?? ''); return key === undefined ? paper : { ...paper, citationKey: key }; });
  return named.map((paper) => (paper.citationKey === '' ? { ...paper, citationKey: take(undefined) ?? '' } : paper));
}
interface Keyed { citationKey: string; title: string | undefined }
const letters = (title = ''): string => title.replace(/<[^>]*>|[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The keys and titles of a reference. */
function keysIn(reference: string, csl: boolean): Keyed[] {
  if (csl) return z.array(z.looseObject({ id: z.union([z.string(), z.number()]), title: z.string().optional() })).parse(JSON.parse(reference)).map(({ id, title }) => ({ citationKey: String(id), title }));
  return readBibtex(reference).drafts.map(({ citationKey = '', item: { title } }) => ({ citationKey, title }));
}

/** CSL items in the order of their keys: the two sides have orders of their own. */
const byKey = (items: unknown): Record<string, unknown>[] => z.array(z.record(z.string(), z.unknown())).parse(items).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = (item: Record<string, unknown>): string => String(item['citation-key'] ?? item['id']);
