import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BibReader } from '../../../src/formats/bibtex/parse.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import { writeBibtex } from '../../../src/formats/bibtex/write.ts';

/** Leaps and attempts that reading a text takes. */
function stepsOf(text: string): number {
  const reader = new BibReader(text);
  let entries = 0;
  while (reader.next()) entries++;
  return reader.steps + entries;
}

const HARD: readonly [string, string][] = [
  ['values that are never closed', '@article{a, title = {x\n\n'], ['two braces missing in each', '@article{a, title = {{x, year = {1}}\n'], ['quotes that are never closed', '@book{a, title = "x\n'], ['braces alone', '{{{{'], ['signs alone', '@@@@\n'], ['strings that grow', '@string{a = a # a}\n'],
  ['braces that are escaped', '@article{a, title = {\\{}, x = {\\}}\n'], ['good entries', '@article{a, title = {x}, author = {A, B and C, D}, year = 2000}\n'], ['comments', '@comment{x {y} z}\n'], ['keys without an end', '@article{aaaa\n'],
];
describe('work grows with the length of the file', () => {
  it.each(HARD.filter(([name]) => name !== 'strings that grow'))('%s', (_, piece) => {
    const [short, long] = [stepsOf(piece.repeat(1000)), stepsOf(piece.repeat(4000))];
    expect(long).toBeLessThan(short * 5 + 100);
  });
  it.each(['\\url{\\{', '\\url{\\} ', '\\(', '$\\$', '{\\it ', '\\emph{', '\\\\"', '\\char', '\\verb|', '{', '}', '\\foo{', '`', '--', '\\v', '~'])('a value full of %s ends', (piece) => {
    const text = texToText(piece.repeat(20_000));
    expect(text.length).toBeLessThan(piece.length * 20_000 + 10);
  });
  it('strings that double are cut', () => {
    const { drafts, problems } = readBibtex(`@string{a = "0123456789"}\n${'@string{a = a # a}\n'.repeat(60)}@article{k, title = a}`);
    expect((drafts[0]?.item.title ?? '').length).toBeLessThan(2_000_000);
    expect(problems.some(({ severity }) => severity !== 'note')).toBe(true);
  });
  it('macros that name macros without end are cut', () => {
    const names = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const preamble = names.map((name, index) => `\\newcommand{\\z${name}}{\\z${names[index + 1] ?? 'a'}\\z${names[index + 1] ?? 'a'}}`).join('');
    const { drafts } = readBibtex(`@preamble{"${preamble}"}\n@article{k, title = {\\za}}`);
    expect((drafts[0]?.item.title ?? '').length).toBeLessThan(100_000);
  });
});

const FOLDERS = ['biber/tdata', 'jabref/testbib', 'better-bibtex/import'].map((name) => new URL(`../../../../shared/conformance/${name}/`, import.meta.url)).filter((folder) => existsSync(folder));
const FILES = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.bib')).map((name) => readFileSync(new URL(encodeURIComponent(name), folder), 'utf8'))).filter((text) => text.length < 60_000);

describe.skipIf(FILES.length === 0)('real files, mutated (skipped where ../shared is not there)', () => {
  const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 0, max: 40 }), put: fc.constantFrom('', '{', '}', '"', '@', '\\', ',', '=', '#', '$', '\n@article{', '%', '\0', '😀', '\ud800') });
  it('give papers or say what is wrong, and what is written is read again', () => {
    fc.assert(fc.property(fc.constantFrom(...FILES), fc.array(cut, { minLength: 1, maxLength: 8 }), (file, cuts) => {
      const text = cuts.reduce((now, { at, length, put }) => { const place = Math.floor(at * now.length); return now.slice(0, place) + put + now.slice(place + length); }, file);
      const { drafts } = readBibtex(text);
      const written = writeBibtex(drafts.map((draft, index) => ({ id: '', citationKey: `k${String(index)}`, item: draft.item, tags: draft.tags ?? [], ...(draft.verbatim ? { verbatim: [draft.verbatim] } : {}) }))).text;
      expect(readBibtex(written).drafts.length).toBe(drafts.length);
    }), { numRuns: 60 });
  });
});
