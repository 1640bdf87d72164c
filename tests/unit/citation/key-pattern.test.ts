import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyPattern } from '../../../src/citation/key-pattern/pattern.ts';
import type { CslItem } from '../../../src/model/csl.ts';

const paper: CslItem = {
  type: 'article-journal', title: 'An awesome paper on JabRef', author: [{ family: 'Isaac', given: 'Newton' }, { family: 'Maxwell', given: 'James' }, { family: 'Ångström', given: 'Anders' }],
  editor: [{ family: 'Smith', given: 'Ada' }], issued: { 'date-parts': [[1995, 3, 7]] }, page: '101-120', keyword: 'alpha, beta', 'container-title': 'Journal of Physics', volume: 7, DOI: '10.1/x',
};
const key = (pattern: string, item: CslItem = paper): string => { const read = keyPattern(pattern); return read.ok ? read.value(item) : `! ${read.error.message}`; };

describe("patterns in Better BibTeX's notation", () => {
  it.each([
    ['auth.lower + shorttitle(3,3) + year', 'isaacAwesomePaperJabRef1995'],
    ['auth(3).lower + year', 'isa1995'],
    ['auth(0, 2) + shortyear', 'Maxwell95'],
    ['authors(2) + year', 'IsaacMaxwellEtAl1995'],
    ["authors(n=1, etal='+') + '_' + year", 'Isaac+_1995'],
    ['authEtAl + year', 'IsaacEtAl1995'],
    ['authorsAlpha + shortyear', 'IMA95'],
    ['authorLast', 'Angstrom'],
    ['title.abbr.lower', 'aapoj'],
    ['title.skipwords.select(1,2)', 'AwesomePaper'],
    ["shorttitle(3).condense('-')", 'awesome-paper-JabRef'],
    ["journal.abbr + volume + '.' + firstpage", 'JoP7.101'],
    ["keyword(2).capitalize + month + day", 'Beta0307'],
    ["auth.replace('aa', 'o')", 'Isoc'],
    ["(origyear | 'nd').prefix('y')", 'y1995'],
    ['editor.upper', 'SMITH'],
  ])('%s gives %s', (pattern, expected) => { expect(key(pattern)).toBe(expected); });

  it('tries what stands after | where nothing came out, or a length was not met', () => {
    expect(key('translator | editorLast')).toBe('! The pattern cannot be read: there is no field "translator".');
    expect(key("DOI.substring(1,0).replace('10.1/x','') | auth")).toBe('Isaac');
    expect(key("auth.len('>', 9) + year | year")).toBe('1995');
    expect(key('auth.lower.len + year | shorttitle(2).lower + year', { type: 'book', title: 'On Growth and Form', issued: { 'date-parts': [[1917]] } })).toBe('growthform1917');
  });
});

describe("patterns in JabRef's notation", () => {
  it.each([
    ['[auth][year]', 'Isaac1995'],
    ['[auth:lower]_[year]', 'isaac_1995'],
    ['[auth3:lower]-[shortyear]', 'isa-95'],
    ['demo[TITLE:abbr]', 'demoAapoJ'],
    ['[auth3_2]', 'Max'],
    ['[auth.etal]', 'Isaac.etal'],
    ['[authIni5]', 'IsMaA'],
    ['[authshort]', 'IMA'],
    ['[authForeIni][authorLast]', 'NAngstrom'],
    ['[shorttitle:lower]', 'awesomepaperjabref'],
    ['[camel]', 'AnAwesomePaperOnJabRef'],
    ['[veryshorttitle:capitalize:truncate3]', 'Awe'],
    ['[NUMBER:(none)]', 'none'],
    ['[auth:regex("[aeiou]","")]', 'Isc'],
    ['[edtr:upper][firstpage]', 'SMITH101'],
  ])('%s gives %s', (pattern, expected) => { expect(key(pattern)).toBe(expected); });
});

describe('any pattern', () => {
  it.each([['auth +', 'a name is missing'], ['auth.lowr', 'no filter "lowr"'], ['autor', 'no field "autor"'], ['[auth', '"]" is missing'], ['auth year', '"year" does not belong'], ['auth(3', '")" is missing'], ['', 'A pattern is missing']])('%j is refused with a reason', (pattern, reason) => {
    expect(key(pattern)).toContain(reason);
  });

  it('never gives what BibTeX could not take, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('auth + title', '[auth]_[TITLE]', 'authors + fulltitle.condense("-")', "auth.postfix('{},%#') + year"), (family, title, pattern) => {
      expect(key(pattern, { type: 'article', title, author: [{ family }] })).toMatch(/^[A-Za-z0-9_:.+/-]*$/);
    }));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'auth.+|()[]:"\'3, year'), maxLength: 40 }), (pattern) => { expect(typeof key(pattern)).toBe('string'); }));
  });

  it('reads a long pattern in time linear in it', () => {
    expect(key('[auth]'.repeat(80))).toBe('Isaac'.repeat(40));
    expect(key(`${'('.repeat(249)}auth${')'.repeat(247)}`)).toContain('missing');
  });
});
