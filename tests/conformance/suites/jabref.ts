import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { recogniseFormat } from '../../../src/formats/formats.ts';
import { compareJabref, lostFromJabref, type Pair } from '../compare/jabref.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';
import { outgoing } from './zotero-translators.ts';

const Inventory = z.looseObject({ pairs: z.array(z.looseObject({ stem: z.string(), input: z.array(z.string()), expected: z.string() })) });
const FOLDER = 'org/jabref/logic/importer/fileformat';

/** JabRef's importers: files of many formats with the BibTeX they should give, compared strictly and for what is lost. Files that are not in the sample make no case. */
export function jabref(data: string): Suite[] {
  const place = (name: string): string => join(data, 'jabref', FOLDER, name);
  const files = pairsOf(data).filter(({ input, expected }) => [...input, expected].every((name) => existsSync(place(name)))).flatMap(({ input, expected }) => input.map((name) => ({ name, expected })));
  const suite = (name: string, compare: (pair: Pair) => Found[]): Suite => ({ name, cases: files.map(({ name: file, expected }): Case => ({ name: file, run: () => imported(place(file), place(expected), compare) })) });
  return files.length === 0 ? [] : [suite('jabref/import', compareJabref), suite('jabref/import, nothing lost', lostFromJabref)];
}

/** The pairs that the inventory names; a folder without one has files that are called alike. */
function pairsOf(data: string): z.infer<typeof Inventory>['pairs'] {
  const inventory = join(data, 'jabref', 'importer-inventory.json');
  if (existsSync(inventory)) return Inventory.parse(JSON.parse(readFileSync(inventory, 'utf8'))).pairs;
  const folder = join(data, 'jabref', FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.filter((name) => name.endsWith('.bib')).map((expected) => {
    const stem = expected.slice(0, -'.bib'.length);
    return { stem, expected, input: names.filter((name) => name !== expected && name.startsWith(`${stem}.`)) };
  });
}

/** Both sides as papers, the read one after it was written as for JabRef: its expectation is a BibTeX file. */
function imported(file: string, expected: string, compare: (pair: Pair) => Found[]): Found[] {
  const input = readFileSync(file);
  const text = textIn(input, file);
  const format = recogniseFormat(text, file);
  if (!format?.read) return [{ field: '(format)', expected: 'a known format', found: undefined }];
  const read = format.read(text).drafts;
  const papers = readBibtex(bibtex.write?.(read.map((draft) => outgoing(draft)), { fields: 'jabref' }).text ?? '').drafts;
  const wanted = readBibtex(readFileSync(expected, 'utf8')).drafts;
  const count = wanted.length === papers.length ? [] : [{ field: '(number of entries)', expected: wanted.length, found: papers.length }];
  return [...count, ...wanted.slice(0, papers.length).flatMap((draft, index) => compare({ expected: draft, found: papers[index] ?? draft, read: read[index] }))];
}

/** The text of a file, with what is packed in one unpacked, as the library's own import does. */
function textIn(input: Uint8Array, file: string): string {
  const [packed] = file.endsWith('bak') ? Object.values(unzipSync(input)) : [];
  return Buffer.from(packed ?? input).toString('utf8');
}
