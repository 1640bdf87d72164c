import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
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
