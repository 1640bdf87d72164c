import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNames } from '../../../src/formats/bibtex/names.ts';
import type { Reading } from '../../../src/formats/format.ts';
import { personOf } from '../../../src/formats/person.ts';
import { READERS, readerSamples } from '../../helpers/reader-samples.ts';
import { stepsOf } from '../../helpers/work-meter.ts';

const SAMPLES = readerSamples();
const TABLE = READERS.map((format) => [format.name, format, SAMPLES.get(format.name) ?? []] as const);

/** Pieces cut out, doubled, put elsewhere; signs that mean something to one format or another. */
const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4000 })), to: fc.double({ min: 0, max: 1, noNaN: true }), times: fc.integer({ min: 0, max: 3 }), put: fc.constantFrom('', '<', '>', '</', '&', '&#', '"', '\'', '{', '}', '[', ']', ',', ':', ';', '-', '  - ', '\n', '\n\n', '\r', '\t', '\0', '\u001d', '\u001e', '\ufeff', '😀', '\ud800', '%', '=', '@', '#', '|', '..', 'null', '1e999', '-1', '__proto__') });
const mutated = (file: string, cuts: readonly { at: number; length: number; to: number; times: number; put: string }[]): string => cuts.reduce((text, { at, length, to, times, put }) => {
  const from = Math.floor(at * text.length);
  const rest = text.slice(0, from) + text.slice(from + length);
  const place = Math.floor(to * rest.length);
  return rest.slice(0, place) + put + text.slice(from, from + length).repeat(times) + rest.slice(place);
}, file);

function sound(reading: Reading | undefined): void {
  expect(Array.isArray(reading?.drafts)).toBe(true);
  for (const { item, tags = [], notes = [], line } of reading?.drafts ?? []) {
    expect(typeof item.type).toBe('string');
    expect([...tags, ...notes].every((one) => typeof one === 'string')).toBe(true);
    expect(line === undefined || line >= 1).toBe(true);
  }
  expect((reading?.problems ?? []).every(({ message }) => message !== '')).toBe(true);
}

describe.skipIf(SAMPLES.size === 0)('every reader (skipped where ../shared is not there)', () => {
  it('has a real file to be tried with', () => {
    expect(TABLE.filter(([, , files]) => files.length === 0).map(([name]) => name)).toEqual([]);
  });

  it.each(TABLE)('%s gives papers or says what is wrong, whatever was done to its file, and of files of others', (_, format, files) => {
    fc.assert(fc.property(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...files) }, { weight: 1, arbitrary: fc.constantFrom(...[...SAMPLES.values()].flat()) }), fc.array(cut, { minLength: 1, maxLength: 6 }), (file, cuts) => {
      const text = mutated(file, cuts);
      sound(format.read?.(text));
      expect([...(format.readSteps?.(text) ?? [])].every((share) => share >= 0 && share <= 1)).toBe(true);
    }), { numRuns: 30 });
  });
});

/** A file with `times` times as much in it, as its format repeats things: elements in a root, values in a list, or one text after the other. */
function longer(file: string, times: number): string {
  const json = /^\s*[[{]/.test(file) ? parsed(file) : undefined;
  if (json !== undefined) return JSON.stringify(grown(json, times));
  const [, head, inner, foot] = /^((?:\s*<[?!][^>]*>)*\s*<[^>]+>)([\s\S]*)(<\/[^<>]+>\s*)$/.exec(file) ?? [];
  return head === undefined || inner === undefined || foot === undefined ? `${file}\n`.repeat(times) : head + inner.repeat(times) + foot;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The longest list within, grown; the value as a list where there is none. */
function grown(value: unknown, times: number): unknown {
  const lists: unknown[][] = [];
  const look = (one: unknown): void => { if (Array.isArray(one)) lists.push(one); if (typeof one === 'object' && one !== null) Object.values(one).forEach(look); };
  look(value);
  const list = Array.isArray(value) ? value : lists.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  if (list === undefined) return Array.from({ length: times }, () => value);
  const all = [...list];
  for (let time = 1; time < times; time++) list.push(...all);
  return value;
}

const WRONGS: readonly [string, (text: string) => string][] = [
  ['whole', (text) => text], ['without what closes', (text) => text.replace(/<\/|[}\])>]/g, '')], ['without quotes', (text) => text.replace(/["']/g, '')], ['in one line', (text) => text.replace(/\s*\n\s*/g, ' ')], ['without empty lines', (text) => text.replace(/\n\s*\n/g, '\n')],
  ['with a line for each word', (text) => text.replace(/ +/g, '\n')], ['of openings only', (text) => text.replace(/[^<{[("]{2,}/g, 'a')], ['cut in two', (text) => text.slice(0, text.length / 2)],
];

describe.skipIf(SAMPLES.size === 0)('work grows with the length of the file (skipped where ../shared is not there)', () => {
  it.each(TABLE)('of %s', (_, format, files) => {
    const [file = ''] = [...files].sort((a, b) => Math.abs(a.length - 2000) - Math.abs(b.length - 2000));
    const base = Math.max(2, Math.ceil(5_000 / Math.max(1, file.length)));
    for (const [how, wrong] of WRONGS) {
      const [short, long] = [wrong(longer(file, base)), wrong(longer(file, base * 4))];
      const steps = [short, long].map((text) => stepsOf(() => { format.read?.(text); }) / Math.max(1, text.length));
      expect(steps[1], `${how}: ${steps.map(Math.round).join(', then ')} steps a sign`).toBeLessThan((steps[0] ?? 0) * 1.6 + 4);
    }
  });

  it('is seen by the counting', () => {
    const text = 'a,'.repeat(500);
    const quadratic = (all: string): void => { for (let at = 0; at < all.length; at++) all.indexOf('!', at); };
    const linear = (all: string): void => { for (const one of all.split(',')) one.trim(); };
    expect(stepsOf(() => { quadratic(text.repeat(4)); }) / stepsOf(() => { quadratic(text); })).toBeGreaterThan(12);
    expect(stepsOf(() => { linear(text.repeat(4)); }) / stepsOf(() => { linear(text); })).toBeLessThan(5);
    expect(stepsOf(() => { (`${'a'.repeat(100)}b`).replace(/b/g, 'c'); })).toBeGreaterThan(100);
  });
});

// What a pattern tries over again at one place is not counted: with runs this long, one that does so at each place of a run would not end.
describe('long runs of signs end', () => {
  const run = (sign: string): string => `A${sign.repeat(100_000 / sign.length)}B`;
  const read = (name: string, text: string): unknown => READERS.find((one) => one.name === name)?.read?.(text).drafts.length;

  it.each([' ', ', ', '.', '; ', ': ', '/', '[', '(', '<', '<a ', '</', '{}', '~', '@'])('within names, headings and lists: %s', (sign) => {
    expect(personOf(run(sign), 'author').lastName).toMatch(/^A/);
    expect(parseNames(run(sign)).length).toBeGreaterThan(0);
    expect(read('copac', `TI- T\nAU- ${run(sign)}\nKW- ${run(sign)}\n`)).toBe(1);
    expect(read('ris', `TY  - JOUR\nTI  - T\nKW  - ${run(sign)}\nAU  - ${run(sign)}\nER  - \n`)).toBe(1);
    expect(read('ris', `TY  - JOUR\nTI  - T\nL1  - ${run(sign)}\nER  - \n`)).toBe(1);
    expect(read('bibtex', `@book{k, title = {T}, author = {${run(sign)} X}, keywords = {${run(sign)}}, edition = {${run(sign)}}}`)).toBe(1);
    expect(read('zotero-json', JSON.stringify([{ itemType: 'book', title: 'T', notes: [{ note: run(sign) }] }]))).toBe(1);
    expect(read('ovid', `<1>\nTitle\n  ${run(sign)}\nAuthors\n  ${run(sign)}\n`)).toBe(1);
    expect(read('web-of-science', `FN ISI\nVR 1.0\nPT J\nAU ${run(sign)}\nTI T\nER\n\nEF\n`)).toBe(1);
    expect(read('listed-page', `A Title of a Paper\nJane Doe, Rick ${run(sign)} Roe\nThis is ${run(sign)} the text, and it is long enough to be one.\n`)).toBeGreaterThan(0);
    expect(read('csv', `Title,Authors,Year\nT,"${run(sign)}",2000\n`)).toBe(1);
    expect(read('marcxml', `<record><leader>00000nam a2200000 a 4500</leader><datafield tag="245" ind1="0" ind2="0"><subfield code="a">${run(sign)}</subfield></datafield></record>`)).toBe(1);
  }, 30_000);
});
