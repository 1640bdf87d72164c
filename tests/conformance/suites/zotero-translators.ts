import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Draft, Outgoing } from '../../../src/formats/format.ts';
import { recogniseFormat } from '../../../src/formats/formats.ts';
import { zoteroJson, zoteroJsonOf } from '../../../src/formats/zotero/json.ts';
import { compareZotero } from '../compare/zotero.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';

const Import = z.looseObject({ translator: z.string(), index: z.number(), input: z.string(), items: z.array(z.unknown()) });
const Web = z.looseObject({ translator: z.string(), index: z.number(), item: z.unknown() });

/** Zotero's own import cases, a suite a translator, and its saved items written and read again as Zotero JSON. */
export function zoteroTranslators(data: string): Suite[] {
  const folder = join(data, 'zotero-translators', 'import');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
  return [...files.map((name) => importSuite(join(folder, name), name.replace(/\.json$/, ''))), ...webSuite(join(data, 'zotero-translators', 'web', 'web-items.jsonl'))];
}

function importSuite(path: string, name: string): Suite {
  const cases = z.array(Import).parse(JSON.parse(readFileSync(path, 'utf8')));
  return { name: `zotero-import/${name}`, cases: cases.map(({ index, input, items }) => ({ name: String(index), run: () => imported(input, items) })) };
}

function imported(input: string, items: unknown[]): Found[] {
  const format = recogniseFormat(input, '');
  if (!format?.read) return [{ field: '(format)', expected: 'a known format', found: undefined }];
  return compareZotero(items, format.read(input).drafts.map((draft) => zoteroJsonOf(outgoing(draft))));
}

function webSuite(path: string): Suite[] {
  if (!existsSync(path)) return [];
  const cases = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line): Case => {
    const { translator, index, item } = Web.parse(JSON.parse(line));
    return { name: `${translator} ${index}`, run: () => writtenAgain(item) };
  });
  return [{ name: 'zotero-web/round-trip', cases }];
}

function writtenAgain(item: unknown): Found[] {
  const drafts = zoteroJson.read?.(JSON.stringify([item])).drafts ?? [];
  return compareZotero([item], drafts.map((draft) => zoteroJsonOf(outgoing(draft)))).filter(({ field }) => field !== 'attachments');
}

/** A draft as the library would hand it out. */
export const outgoing = (draft: Draft): Outgoing => ({
  id: '', citationKey: draft.citationKey ?? '', item: draft.item, tags: draft.tags ?? [], notes: draft.notes ?? [], files: draft.files ?? [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}),
});
