import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/services/engine/decode.ts';

const bytes = (...values: (number | string)[]): Uint8Array => Buffer.concat(values.map((value) => (typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value, 'latin1'))));

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('@book{k, title={Gödel}}')],
    ['UTF-8 with a mark', Buffer.from('\ufeff@book{k, title={Gödel}}')],
    ['UTF-16 with a mark', Buffer.from('\ufeff@book{k, title={Gödel}}', 'utf16le')],
    ['UTF-16 without one', Buffer.from('@book{k, title={Gödel}}', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('@book{k, title={Gödel}}', 'utf16le').swap16()],
    ['Windows Latin 1', bytes('@book{k, title={G', 0xf6, 'del}}')],
    ['the old Mac’s', bytes('@book{k, title={G', 0x9a, 'del}}')],
  ])('%s is found', (_, file) => { expect(decodeText(file)).toBe('@book{k, title={Gödel}}'); });
  it('is taken from what JabRef or TeXShop say of it', () => {
    expect(decodeText(bytes('% Encoding: ISO8859_2\n{', 0xb3, '}'))).toContain('ł');
    expect(decodeText(bytes('%!TeX encoding = MacRoman\n{', 0xdc, '}'))).toContain('‹');
  });
  it('is not believed where it cannot be', () => { expect(decodeText(Buffer.from('% Encoding: Cp1252\nGödel'))).toContain('Gödel'); });
});
