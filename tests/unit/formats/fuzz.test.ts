import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FORMATS } from '../../../src/formats/formats.ts';

const CASES = fileURLToPath(new URL('../../../../shared/conformance/zotero-translators/import', import.meta.url));
const inputs = existsSync(CASES) ? readdirSync(CASES).flatMap((name) => z.array(z.looseObject({ input: z.string() })).parse(JSON.parse(readFileSync(join(CASES, name), 'utf8'))).slice(0, 2).map(({ input }) => input.slice(0, 20_000))) : [];

/** A file with a piece cut out, doubled or put elsewhere, and signs changed. */
const damage = fc.record({ from: fc.nat(20_000), length: fc.nat(400), to: fc.nat(20_000), put: fc.string({ maxLength: 8 }), repeat: fc.integer({ min: 0, max: 40 }) });
const damaged = (text: string, { from, length, to, put, repeat }: { from: number; length: number; to: number; put: string; repeat: number }): string => {
  const piece = text.slice(from % text.length, (from % text.length) + length);
  const rest = text.replace(piece, '');
  return rest.slice(0, to % (rest.length + 1)) + put + piece.repeat(repeat) + rest.slice(to % (rest.length + 1));
};

describe.skipIf(inputs.length === 0)('real files, damaged', () => {
  it.each(FORMATS.filter(({ read }) => read).map((format) => [format.name, format] as const))('%s gives papers or says what is wrong', (_, format) => {
    fc.assert(fc.property(fc.constantFrom(...inputs), damage, (text, how) => {
      const reading = format.read?.(damaged(text, how));
      expect(Array.isArray(reading?.drafts)).toBe(true);
    }), { numRuns: 60 });
  });
});

describe('XML', () => {
  const endnote = FORMATS.find(({ name }) => name === 'endnote-xml');

  it('expands no entities of a DTD', () => {
    const bomb = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><xml><records><record><ref-type name="Book">6</ref-type><titles><title>T &b; &f;</title></titles></record></records></xml>';
    expect(endnote?.read?.(bomb).drafts[0]?.item.title).toBe('T &b; &f;');
  });

  it('survives elements nested without end', () => {
    expect(endnote?.read?.(`<xml><records><record>${'<a>'.repeat(50_000)}`).drafts).toHaveLength(1);
  });
});
