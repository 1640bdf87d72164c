import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outgoing } from '../../../src/formats/format.ts';
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

const Preferences = z.looseObject({
  bibtexURL: z.string().default('off'), DOIandURL: z.string().default('both'), asciiBibTeX: z.boolean().default(true), asciiBibLaTeX: z.boolean().default(false), skipFields: z.string().default(''), language: z.string().default('langid'), automaticTags: z.boolean().default(true), biblatexExtendedNameFormat: z.boolean().default(false), journalAbbreviation: z.string().default('abbrev'),
}).prefault({});
const Options = z.looseObject({ exportNotes: z.boolean().default(false), useJournalAbbreviation: z.boolean().default(false) }).prefault({});
const Library = z.looseObject({ config: z.looseObject({ preferences: Preferences, options: Options }).prefault({}), items: z.array(z.looseObject({ citationKey: z.string().optional(), tags: z.array(z.looseObject({ type: z.number().optional() })).catch([]) })) });
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
  const { config: { preferences, options: shown }, ...rest } = Library.parse(JSON.parse(readFileSync(library, 'utf8')));
  const reference = readFileSync(expected, 'utf8');
  const options = chosen(preferences, shown, expected);
  const papers = prepared(withKeys((zoteroJson.read?.(JSON.stringify(preferences.automaticTags ? rest : withoutAutomatic(rest))).drafts ?? []).map(outgoing), reference), options);
  if (expected.endsWith('.csl.json')) return compareCsl(byKey(JSON.parse(reference)), byKey(JSON.parse(cslJson.write?.(papers).text ?? '[]')));
  const left = new Set(preferences.skipFields.split(/,\s*/));
  return compareEntries(reference, (expected.endsWith('.bibtex') ? bibtex : biblatex).write?.(papers, options).text ?? '').filter(({ field }) => !left.has(field.slice(field.lastIndexOf(' ') + 1)));
}

/** Better BibTeX's preferences as Sheaf's choices. */
function chosen({ bibtexURL, DOIandURL, asciiBibTeX, asciiBibLaTeX, language, biblatexExtendedNameFormat }: z.infer<typeof Preferences>, { exportNotes, useJournalAbbreviation }: z.infer<typeof Options>, expected: string): WriteOptions {
  return WriteOptions.parse({
    fields: 'better-bibtex', letters: (expected.endsWith('.bibtex') ? asciiBibTeX : asciiBibLaTeX) ? 'latex' : 'unicode', names: biblatexExtendedNameFormat ? 'extended' : 'plain', urls: bibtexURL === 'off' ? 'none' : bibtexURL.startsWith('note') ? 'note' : 'field', language,
    links: DOIandURL, notes: exportNotes, journals: useJournalAbbreviation ? 'short' : 'full',
  });
}

/** Tags that Zotero took from a catalogue: whoever leaves them out has not brought them in. */
const withoutAutomatic = (library: { items: z.infer<typeof Library>['items'] }): unknown => ({ ...library, items: library.items.map((item) => ({ ...item, tags: item.tags.filter(({ type }) => type !== 1) })) });

/** The key of an item that has none is the library's to make, by its owner's pattern: it gets that of the reference's entry of the same title. */
function withKeys(papers: Outgoing[], reference: string): Outgoing[] {
  const keys = readBibtex(reference).drafts.map(({ citationKey = '', item }) => ({ citationKey, title: letters(item.title) })).filter(({ citationKey }) => !papers.some((paper) => paper.citationKey === citationKey));
  return papers.map((paper) => {
    const place = paper.citationKey === '' ? keys.findIndex(({ title }) => title === letters(paper.item.title)) : -1;
    return place < 0 ? paper : { ...paper, citationKey: keys.splice(place, 1)[0]?.citationKey ?? '' };
  });
}
const letters = (title = ''): string => title.replace(/<[^>]*>|[^\p{L}\p{N}]/gu, '').toLowerCase();

/** CSL items in the order of their keys: the two sides have orders of their own. */
const byKey = (items: unknown): Record<string, unknown>[] => z.array(z.record(z.string(), z.unknown())).parse(items).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = (item: Record<string, unknown>): string => String(item['citation-key'] ?? item['id']);
