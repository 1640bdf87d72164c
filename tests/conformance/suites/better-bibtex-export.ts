import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outgoing } from '../../../src/formats/format.ts';
import { choicesIn } from '../../../src/formats/bibtex/better/preferences.ts';
import { biblatex, bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { CslItem } from '../../../src/model/csl.ts';
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

/** The key of an item that has none, or another than the reference has, is the library's to make, by its owner's pattern: it gets that of the reference's entry of the same title, people and year, else of the same title, else of the next that is left. */
function withKeys(papers: Outgoing[], reference: readonly Keyed[]): Outgoing[] {
  const known = new Set(reference.map(({ citationKey }) => citationKey));
  // A key that two items have is nobody's: the library makes others.
  const own = (key: string): boolean => known.has(key) && papers.filter((paper) => paper.citationKey === key).length === 1;
  const left = reference.filter(({ citationKey }) => !own(citationKey));
  const named = papers.map((paper) => ({ paper, key: own(paper.citationKey) ? paper.citationKey : undefined }));
  for (const same of SAMENESS) for (const one of named) {
    const place = one.key === undefined ? left.findIndex(({ item }) => same(item, one.paper.item)) : -1;
    if (place >= 0) one.key = left.splice(place, 1)[0]?.citationKey;
  }
  return named.map(({ paper, key }) => ({ ...paper, citationKey: key ?? (paper.citationKey || (left.shift()?.citationKey ?? '')) }));
}
interface Keyed { citationKey: string; item: CslItem }
const letters = (text = ''): string => text.replace(/<[^>]*>|[^\p{L}\p{N}]/gu, '').toLowerCase();
const people = ({ author, editor }: CslItem): string => letters((author ?? editor ?? []).map(({ family, literal }) => family ?? literal ?? '').join(' '));
const year = ({ issued }: CslItem): string => String(issued?.['date-parts']?.[0]?.[0] ?? issued?.literal ?? '');
const sameTitle = (one: CslItem, other: CslItem): boolean => letters(one.title) === letters(other.title);
/** What tells two items of a library apart, from all of it to the title alone. */
const SAMENESS: readonly ((one: CslItem, other: CslItem) => boolean)[] = [(one, other) => sameTitle(one, other) && people(one) === people(other) && year(one) === year(other), (one, other) => sameTitle(one, other) && people(one) === people(other), sameTitle];

/** The keys and items of a reference. */
function keysIn(reference: string, csl: boolean): Keyed[] {
  if (csl) return z.array(z.looseObject({ id: z.union([z.string(), z.number()]) })).parse(JSON.parse(reference)).map(({ id, ...item }) => ({ citationKey: String(id), item: CslItem.parse(item) }));
  return readBibtex(reference).drafts.map(({ citationKey = '', item }) => ({ citationKey, item }));
}

/** CSL items in the order of their keys: the two sides have orders of their own. */
const byKey = (items: unknown): Record<string, unknown>[] => z.array(z.record(z.string(), z.unknown())).parse(items).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = (item: Record<string, unknown>): string => String(item['citation-key'] ?? item['id']);
