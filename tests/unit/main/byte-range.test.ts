import { describe, expect, it } from 'vitest';
import { byteRange } from '../../../electron/main/byte-range.ts';

describe('a byte range (RFC 9110, section 14)', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }], ['bytes=90-', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }], ['bytes=0-500', { start: 0, end: 99 }], ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'], ['bytes=9-5', 'unsatisfiable'], ['bytes=0-1,5-6', null], ['lines=0-1', null], ['bytes=-', null], [null, null],
  ])('%s of 100 bytes', (header, expected) => { expect(byteRange(header, 100)).toEqual(expected); });
});
