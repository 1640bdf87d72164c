import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import type { Draft } from '../../../src/formats/format.ts';
import { recogniseFormat } from '../../../src/formats/formats.ts';
import { compareRecords, type Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';
import { outgoing } from './zotero-translators.ts';

const Inventory = z.looseObject({ pairs: z.array(z.looseObject({ stem: z.string(), input: z.array(z.string()), expected: z.string() })) });
const FOLDER = 'org/jabref/logic/importer/fileformat';

/** JabRef's importers: files of many formats with the BibTeX they should give. Files that are not in the sample make no case. */
export function jabref(data: string): Suite[] {
  const inventory = join(data, 'jabref', 'importer-inventory.json');
  if (!existsSync(inventory)) return [];
  const { pairs } = Inventory.parse(JSON.parse(readFileSync(inventory, 'utf8')));
  const place = (name: string): string => join(data, 'jabref', FOLDER, name);
  const cases = pairs.filter(({ input, expected }) => [...input, expected].every((name) => existsSync(place(name)))).flatMap(({ input, expected }) => input.map((name): Case => ({ name, run: () => imported(place(name), place(expected)) })));
  return cases.length === 0 ? [] : [{ name: 'jabref/import', cases }];
}

/** Both sides as papers, the read one after it was written as BibTeX: JabRef's expectation is a BibTeX file. */
function imported(file: string, expected: string): Found[] {
  const input = readFileSync(file);
  const text = textIn(input, file);
  const format = recogniseFormat(text, file);
  if (!format?.read) return [{ field: '(format)', expected: 'a known format', found: undefined }];
  const read = format.read(text).drafts;
  const papers = readBibtex(bibtex.write?.(read.map((draft) => outgoing(draft))).text ?? '').drafts;
  const wanted = readBibtex(readFileSync(expected, 'utf8')).drafts;
  const count = wanted.length === papers.length ? [] : [{ field: '(number of entries)', expected: wanted.length, found: papers.length }];
  return [...count, ...wanted.slice(0, papers.length).flatMap((draft, index) => differences(draft, papers[index] ?? draft, read[index]))];
}

/** The text of a file, with what is packed in one unpacked, as the library's own import does. */
function textIn(input: Uint8Array, file: string): string {
  const [packed] = file.endsWith('bak') ? Object.values(unzipSync(input)) : [];
  return Buffer.from(packed ?? input).toString('utf8');
}

function differences(expected: Draft, found: Draft, read: Draft | undefined): Found[] {
  return [...compareRecords(meaning(expected), meaning(found)), ...unheld(expected, found, read)];
}

/** A paper's values: pages with one hyphen, tags as a set, an address or DOI in lower case, titles without guards. */
function meaning({ item, tags }: Draft): Record<string, unknown> {
  const values = Object.entries(item).map(([name, value]) => [name, typeof value === 'string' ? tidy(name, value) : value]);
  return { ...Object.fromEntries(values), '(tags)': [...(tags ?? [])].sort() };
}
const tidy = (name: string, value: string): string => (name === 'page' ? value.replace(/[–—]/g, '-') : name === 'DOI' ? value.toLowerCase() : value.replace(/<\/?span[^>]*>/g, '').replace(/\s+/g, ' ').trim());

/** What BibTeX has no variable for must be kept somewhere with the paper: in a value, a note or beside it. */
function unheld(expected: Draft, found: Draft, read: Draft | undefined): Found[] {
  const { fields = {}, stood = {} } = expected.verbatim ?? {};
  const kept = bare(JSON.stringify([read, found.item, found.notes, found.verbatim?.fields]));
  return Object.entries(fields).filter(([name, value]) => stood[name] === undefined && value.trim() !== '' && !/^[@#]/.test(name) && !kept.includes(bare(texToText(value)))).map(([name, value]) => ({ field: name, expected: value, found: undefined }));
}
const bare = (text: string): string => text.replace(/\\[nt"]/g, '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
