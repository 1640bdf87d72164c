import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameByPattern, safeName } from '../../../src/library/file-names.ts';
import { mayOpenOutside } from '../../../src/model/media-type.ts';

const paper = { citationKey: 'lovelace1843notes', item: { type: 'article' as const, title: 'Notes on the <i>Engine</i>: A/B?', author: [{ family: 'Lovelace', given: 'Ada' }, { family: 'Menabrea' }], issued: { 'date-parts': [[1843]] as [[number]] } } };

describe('a file named by a pattern', () => {
  it.each([
    ['{author} {year} {title}', 'Lovelace & Menabrea 1843 Notes on the Engine - A-B'],
    ['{key}', 'lovelace1843notes'],
    ['{venue} - {year}', '1843'],
    ['{author} ({venue})', 'Lovelace & Menabrea'],
    ['{shorttitle}', 'Notes on the Engine'],
    ['{unknown}', '{unknown}'],
    ['{venue}', 'lovelace1843notes'],
  ])('%s is %s', (pattern, name) => { expect(nameByPattern(pattern, paper)).toBe(name); });
});

describe('a safe name', () => {
  it.each([['CON', '_CON'], ['aux.notes', '_aux.notes'], ['Lpt1', '_Lpt1'], ['Console', 'Console'], ['name. . ', 'name'], ['../../etc/passwd', 'etc-passwd'], ['e\u0301', 'é'], ['a\u202egpj.exe', 'agpj.exe'], ['.hidden', 'hidden']])('of %j is %j', (given, name) => { expect(safeName(given)).toBe(name); });

  it('is one that every system takes, whatever it was made of', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const name = safeName(text);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[. ]|[. ]$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:$|\.)/i);
      expect(name).toBe(name.normalize('NFC'));
      expect(safeName(name)).toBe(name);
    }));
  });
});

describe('the system’s program', () => {
  it('gets a PDF that is named so, and nothing that runs or is named otherwise', () => {
    expect(mayOpenOutside('/x/a.PDF', 'application/pdf')).toBe(true);
    for (const path of ['/x/a.exe', '/x/a.pdf.exe', '/x/a.desktop', '/x/a', '/x/a.sh', '/x/a.lnk']) expect(mayOpenOutside(path, 'application/pdf')).toBe(false);
    expect(mayOpenOutside('/x/a.html', 'text/html')).toBe(false);
    expect(mayOpenOutside('/x/a.exe', 'application/octet-stream')).toBe(false);
  });
});
