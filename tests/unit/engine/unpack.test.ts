import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Failure } from '../../../src/contract/errors.ts';
import { unpacked } from '../../../src/services/engine/unpack.ts';

const most = 1000;

it('takes the largest list of references out of an archive', () => {
  expect(unpacked(zipSync({ 'a/project.ctv6': strToU8('<CitaviExchangeData/>'), 'b.xml': strToU8('<x/>'), 'cover.jpg': strToU8('x'.repeat(99)) }), most)).toEqual(strToU8('<CitaviExchangeData/>'));
});

it('leaves what is no archive as it is', () => {
  expect(unpacked(strToU8('@book{a}'), most)).toEqual(strToU8('@book{a}'));
});

it('refuses an archive that would grow beyond the limit, and one without references', () => {
  expect(() => unpacked(zipSync({ 'bomb.xml': strToU8('x'.repeat(most + 1)) }), most)).toThrow('no list of references');
  expect(() => unpacked(zipSync({ 'cover.jpg': strToU8('x') }), most)).toThrow('no list of references');
});

it('says of a damaged archive that it is one', () => {
  const whole = zipSync({ 'project.ctv6': strToU8('<CitaviExchangeData/>'.repeat(40)) });
  expect(() => unpacked(whole.slice(0, -30), most)).toThrow('This archive is damaged');
  fc.assert(fc.property(fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 6 }), fc.nat(whole.length), (changes, end) => {
    const bytes = whole.slice();
    for (const { at, byte } of changes) bytes[at] = byte;
    try {
      expect(unpacked(bytes.slice(0, end), most)).toBeInstanceOf(Uint8Array);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
    }
  }), { numRuns: 500 });
});
