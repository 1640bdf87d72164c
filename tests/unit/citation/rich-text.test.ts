import { describe, expect, it } from 'vitest';
import { cslText } from '../../../src/citation/rich-text.ts';

describe('running text as a CSL processor takes it', () => {
  it.each([
    ['small capitals, as CSL JSON and Zotero write them', '<span style="font-variant: small-caps;">unos</span> Handbook', '<sc>unos</sc> Handbook'],
    ['small capitals, as Crossref writes them', 'The <scp>at</scp>-rich motif', 'The <sc>at</sc>-rich motif'],
    ['words whose case stays', 'On <span class="nocase">iPhone</span> use', 'On <span class="nocase">iPhone</span> use'],
    ['spans within spans', '<span>a <span style="font-variant:small-caps">b</span> c</span> d', 'a <sc>b</sc> c d'],
    ['emphasis by other names', '<em>E. coli</em> and <strong>x</strong>', '<i>E. coli</i> and <b>x</b>'],
    ['an end without a beginning', 'a</span> b', 'a b'],
    ['what is no tag', 'p < 0.05 and <foo>', 'p < 0.05 and <foo>'],
  ])('%s', (_, text, expected) => { expect(cslText(text)).toBe(expected); });
});
