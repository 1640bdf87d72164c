import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languageOf } from '../../../src/formats/bibtex/languages.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import type { Draft } from '../../../src/formats/format.ts';
import { zoteroJsonOf } from '../../../src/formats/zotero/json.ts';
import type { Found } from '../compare/records.ts';
import { compareZotero } from '../compare/zotero.ts';
import type { Case, Suite } from '../suite.ts';
import { outgoing } from './zotero-translators.ts';

const Extra = z.union([z.string(), z.array(z.string())]).transform((extra) => (typeof extra === 'string' ? extra.split('\n') : extra));
const Item = z.looseObject({ citationKey: z.string().optional(), extra: Extra.optional(), creators: z.array(z.looseObject({ creatorType: z.string().optional(), name: z.string().optional(), lastName: z.string().optional(), firstName: z.string().optional() })).optional(), title: z.string().optional(), ISBN: z.string().optional() });
const Library = z.looseObject({ config: z.looseObject({ preferences: z.looseObject({ rawImports: z.boolean().default(false), rawLaTag: z.string().default('#LaTeX') }).prefault({}) }).prefault({}), items: z.array(Item) });

/** Better BibTeX's import cases: .bib files from bug reports with the Zotero items they should give. */
export function betterBibtex(data: string): Suite[] {
  const folder = join(data, 'better-bibtex', 'import');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bib') && existsSync(join(folder, name.replace(/\.bib$/, '.json')))) : [];
  return [{ name: 'better-bibtex/import', cases: names.map((name): Case => ({ name: name.replace(/\.bib$/, ''), run: () => imported(join(folder, name)) })) }];
}

function imported(file: string): Found[] {
  const { config: { preferences: { rawImports, rawLaTag } }, items } = Library.parse(JSON.parse(readFileSync(file.replace(/\.bib$/, '.json'), 'utf8')));
  const drafts = readBibtex(readFileSync(file, 'utf8')).drafts;
  const byKey = (key: string | undefined): number => items.findIndex(({ citationKey }) => citationKey === key);
  const ordered = drafts.map((draft, index) => ({ draft, place: byKey(draft.citationKey), index })).sort((a, b) => a.place - b.place || a.index - b.index).map(({ draft }) => draft);
  return compareZotero(items.map((item) => ({ ...named(item), ...expected(item), extra: '', ...(rawImports ? { tags: unmarked(item['tags'], rawLaTag) } : {}) })), ordered.map((draft) => { const found = Item.parse(zoteroJsonOf(outgoing(withNote(draft)))); return { ...named(found), ...expected(found), extra: '' }; })).concat(items.flatMap((item, index) => besides(item, ordered[index])));
}

/** A mark of the importer's own, that it left LaTeX as it was, is no tag of the paper; whether the fields are the same is compared. */
const unmarked = (tags: unknown, mark: string): unknown[] => z.array(z.unknown()).catch([]).parse(tags).filter((tag) => z.looseObject({ tag: z.literal(mark) }).safeParse(tag).success === false);

/** Better BibTeX makes Zotero notes of the field `note`, which is a variable of the paper here. */
const withNote = (draft: Draft): Draft => { const { note, ...item } = draft.item; return note === undefined ? draft : { ...draft, item, notes: [...(draft.notes ?? []), note] }; };

const EXTRA: Readonly<Record<string, string>> = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', 'original date': 'originalDate', 'event place': 'eventPlace', place: 'place', publisher: 'publisher', 'publisher place': 'place', edition: 'edition', version: 'versionNumber', status: 'status' };
/** Fields that Zotero reads from a line of Extra (`DOI: 10.1/x`), where the type had none when the case was made. */
const named = (item: z.infer<typeof Item>): Record<string, string> => Object.fromEntries((item.extra ?? []).flatMap((line) => { const [, label = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []; const field = EXTRA[label.trim().toLowerCase().replace(/[-_]/g, ' ')]; return field === undefined ? [] : [[field, value]]; }));

/** What says the same: a person of one name; the case of titles, which Better BibTeX lowers by guessing and Sheaf leaves as it is; hyphens in an ISBN; order of words that were guarded. */
function expected(item: z.infer<typeof Item>): Record<string, unknown> {
  const lower = Object.fromEntries(['title', 'caseName', 'nameOfAct', 'publicationTitle', 'bookTitle', 'proceedingsTitle', 'shortTitle', 'series'].flatMap((field) => (typeof item[field] === 'string' ? [[field, item[field].toLowerCase()]] : [])));
  // Better BibTeX leaves babel's name of a language where Zotero and CSL have its code.
  return { ...item, ...lower, ...(typeof item['language'] === 'string' ? { language: languageOf(item['language']) } : {}), ...(item.ISBN === undefined ? {} : { ISBN: item.ISBN.replace(/-/g, '') }), attachments: [], creators: (item.creators ?? []).map(({ creatorType, name, lastName, firstName }) => (firstName ? { creatorType, lastName, firstName } : { creatorType, name: name ?? lastName })) };
}

/** What has no field in Zotero stands in lines of Extra there (`tex.owner: x`) and beside the paper here, under the field's own name. */
function besides(item: z.infer<typeof Item>, draft: Draft | undefined): Found[] {
  return (item.extra ?? []).flatMap((line): Found[] => {
    const [, label = '', value = ''] = /^tex\.([^:]+):\s*(.*)$/.exec(line) ?? [];
    const kept = draft?.verbatim?.fields[label.toLowerCase()];
    return label === '' || (kept !== undefined && (bare(texToText(kept)) === bare(value) || bare(kept) === bare(value))) ? [] : [{ field: `extra ${label}`, expected: value, found: kept }];
  });
}

const bare = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
