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
    ["keyword(2).capitalize + month + day", 'Betamar07'],
    ["auth.replace('aa', 'o')", 'Isoc'],
    ["(origyear | 'nd').prefix('y')", 'y1995'],
    ['editor.upper', 'SMITH'],
  ])('%s gives %s', (pattern, expected) => { expect(key(pattern)).toBe(expected); });

  it('tries what stands after | where nothing came out, or a length was not met', () => {
    expect(key('translator | editorLast')).toBe('! The pattern cannot be read: there is no field "translator" (at character 1).');
    expect(key("DOI.substring(1,0).replace('10.1/x','') | auth")).toBe('Isaac');
    expect(key("auth.len('>', 9) + year | year")).toBe('1995');
    expect(key('auth.lower.len + year | shorttitle(2).lower + year', { type: 'book', title: 'On Growth and Form', issued: { 'date-parts': [[1917]] } })).toBe('growthform1917');
  });
});

describe("every function and filter that Better BibTeX documents", () => {
  const essay: CslItem = { ...paper, editor: [{ family: 'Smith', given: 'Ada Mary' }], translator: [{ family: 'Vogel', given: 'Jörg' }], language: 'de', note: 'tex.shortauthor: APA\nOriginal place: Ulm', 'original-date': { 'date-parts': [[1890, 2]] }, 'container-title-short': 'J. Phys.' };
  it.each([
    ['type(journalArticle) + auth | year', 'Isaac'], ['type(book) + auth | year', '1995'], ['type', 'journalArticle'], ['language(german) + auth | year', 'Isaac'], ["language('fr') + auth | year", '1995'],
    ['zotero', 'isaac_awesome_1995'], ['field(volume)', '7'], ["field('publicationTitle').abbr", 'JoP'], ['PublicationTitle.abbr', 'JoP'], ['library + auth', 'Isaac'], ["group('Lab') + auth | year", '1995'],
    ['creators', 'IsaacMaxwellAngstrom'], ["creators(1, editor, '%(f)s%(I)s')", 'SmithAM'], ["creators(type=[['translator', 'editor']], name='%(g).2s')", 'Jo'], ["creators(2, primary, '%(f).3s', 'EtAl', '-')", 'Isa-Max-EtAl'], ["creators([2, 3], author)", 'MaxwellAngstrom'], ["creators(-1, author)", 'Angstrom'], ['creators(min=9) + title | year', '1995'],
    ['authorsn(2)', 'IsaacMaxwellEtAl'], ['authorsn(2, author, true)', 'IsaacNMaxwellJEtAl'], ['auth(3, 1, editor)', 'Smi'], ['auth(creator=translator)', 'Vogel'], ['auth(initials=true)', 'IsaacN'], ['authForeIni', 'N'], ['authForeIni(editor)', 'AM'], ['authorLastForeIni', 'A'], ['authorLast(editor, true)', 'SmithAM'],
    ['authorsAlpha(editor)', 'Smi'], ['authIni(2)', 'Is.Ma.An'], ['authorIni', 'Isaac.M.A'], ['authAuthEa', 'Isaac.Maxwell.ea'], ['authEtal2', 'Isaac.etal'], ["authshort(sep='')", 'IMA'], ['authshort(editor)', 'Smith'],
    ["journal('full').condense('_')", 'Journal_of_Physics'], ['journal', 'J.Phys'], ['lastpage', '120'], ['veryshorttitle(2, 2)', 'AwesomePaper'], ["date('%Y-%-m-%-d')", '1995-3-7'], ["date('%oY%om%od')", '189002'], ['origyear', '1890'], ['origdate', '1890-02'],
    ["extra('tex.shortauthor')", 'APA'], ["extra('original place')", 'Ulm'], ['extra(originalDate)', '1890'], ['creatortypes', 'journalArticle:2primary2primary2primary2editor2translator'], ["creatortypes('3primary') + auth | year", '1995'],
    ["auth + infix('-%(n)s-') + year", 'Isaac1995'], ["auth + postfix('-%(n)s', 1)", 'Isaac-1'],
    ["auth.match('isa') + year", 'Isaac1995'], ['title.match(/(awe)some/i)', 'Awe'], ["auth.match(/^x/) | year", '1995'], ['auth.discard + year', '1995'], ['volume.numeric', '7'], ['auth.numeric + year', '1995'], ["DOI.replace(/[.]1[/]X/i, '-')", '10-'], ['keywords.formatDate', ''],
    ["title.select(-1)", 'JabRef'], ["title.substring(1, 4)", 'AnA'], ['title.abbr(2)', 'AnAwPaonJa'], ["auth.len('>=', 5) + year", 'Isaac1995'], ["(translator.upper || auth.upper)", '! '], ['(group(x) || editor)', 'Smith'], ['authorLast.transliterate(german)', 'Angstrom'], ['translator', '! '],
  ])('%s gives %s', (pattern, expected) => { expect(key(pattern, essay).slice(0, expected === '! ' ? 2 : undefined)).toBe(expected); });

  it.each([['inspireHep', 'asks a server'], ['item', 'number of Zotero'], ['auth + authr + year', 'there is no field "authr" (at character 8)'], ['auth.lower.lwr', 'there is no filter "lwr" (at character 12)'], ["field('nonsense')", 'no field "nonsense"'], ["postfix('x')", '%(n)s'], ['[auth:lower][yer]', 'no field "yer" (at character 14)'], ['[auth:lowr]', 'no filter "lowr" (at character 7)']])('%s is an error that says what and where', (pattern, reason) => { expect(key(pattern)).toContain(reason); });

  it('tell equal keys apart as the pattern says', () => {
    const keys = (pattern: string): string[] => { const read = keyPattern(pattern); return read.ok ? [0, 1, 2].map((n) => read.value(paper, n)) : [read.error.message]; };
    expect(keys("auth + postfix('-%(n)s')")).toEqual(['Isaac', 'Isaac-1', 'Isaac-2']);
    expect(keys("auth + infix('%(A)s') + year")).toEqual(['Isaac1995', 'IsaacA1995', 'IsaacB1995']);
    expect(keys("auth + postfix('_%(n)02d', 1)")).toEqual(['Isaac_01', 'Isaac_02', 'Isaac_03']);
    expect(keys('auth')).toEqual(['Isaac', 'Isaaca', 'Isaacb']);
  });
});

describe("patterns in JabRef's notation", () => {
  it.each([
    ['[authors3]', 'IsaacMaxwellAngstrom'], ['[authors2]', 'IsaacMaxwellEtAl'], ['[pureauthors1]', 'IsaacEtAl'], ['[pureauth]', 'Isaac'], ['[auth.auth.ea]', 'Isaac.Maxwell.ea'], ['[authorIni]', 'IsaacMA'], ['[authorLastForeIni]', 'A'], ['[authFirstFull]', 'Isaac'],
    ['[edtrIni2]', 'Sm'], ['[editors]', 'Smith'], ['[editorIni]', 'Smith'], ['[edtr2]', 'Sm'], ['[edtr.edtr.ea]', 'Smith'], ['[edtrshort]', 'Smith'], ['[edtrForeIni]', 'A'], ['[editorLastForeIni]', 'A'], ['[editorLast]', 'Smith'],
    ['[author]', 'NewtonIsaacandJamesMaxwellandAndersAngstrom'], ['[entrytype]', 'Article'], ['[month]', 'March'], ['[day]', '7'], ['[keyword2]', 'beta'], ['[keywords2]', 'alphabeta'], ['[shorttitleINI]', 'apJ'], ['[camel:abbr]', 'AAPOJ'], ['[title:abbr]', 'AAPoJ'], ['[camel3]', 'AnAwesomePaper'],
    ['[volume:(unknown)]', '7'], ['[issue:(unknown)]', 'unknown'], ['[auth.etal:regex("\\\\.etal","EtAl")]', 'IsaacEtAl'], ['[year:prefix,_]', '_1995'], ['[TITLE:title_case:remove_braces]', 'AnAwesomePaperOnJabRef'], ['[date]', '1995-03-07'], ['[groups][lastpage]', '120'],
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
