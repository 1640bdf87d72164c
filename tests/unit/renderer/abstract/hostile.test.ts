import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import katex from 'katex';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SetBlocks } from '../../../../renderer/features/abstract/reading/SetText.tsx';
import { readText } from '../../../../renderer/features/abstract/text/read.ts';
import { KATEX_LIMITS } from '../../../../renderer/ui/katex-limits.ts';

const shown = (raw: string): string => renderToStaticMarkup(createElement(SetBlocks, { read: readText(raw), marks: [{ id: 'm', start: 2, end: 9, look: 'mark-fill mark-yellow' }], onLink: () => undefined }));
const ALLOWED = new Set(['p', 'h3', 'span', 'mark', 'i', 'b', 'u', 'sup', 'sub', 'code', 'a']);

/** What of a page's markup could act: other elements, handlers, addresses that are not http(s). */
function harmful(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const acts = Object.entries(attributes).some(([key, value]) => /^(?:on|src|formaction|srcdoc|xlink)/i.test(key) || (key === 'href' && !/^https?:/i.test(value)));
      if (!ALLOWED.has(name) || acts) found.push(`${name} ${JSON.stringify(attributes)}`);
    },
  });
  parser.end(html);
  return found;
}

const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)><script>alert(1)</script></svg>', '<style>*{display:none}</style>', '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>', '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<p style="position:fixed" onclick="x()">t</p>',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)>', '<form action=//evil><button formaction=javascript:alert(1)>b</button></form>', '<details open ontoggle=alert(1)>', '<object data=x></object>', '<base href=//evil>', '<meta http-equiv=refresh content=0>',
  '<jats:p><jats:ext-link xlink:href="javascript:alert(1)">j</jats:ext-link></jats:p>', '<!--><script>alert(1)</script>-->', '<x/onmouseover=alert(1)>', '"><script>alert(1)</script>', '<b>', '</p>', '&lt;script&gt;alert(1)&lt;/script&gt;', 'https://ok.org/"onclick="x', '$\\href{javascript:alert(1)}{x}$',
];

describe('an abstract from a hostile source is shown harmless', () => {
  it('piece by piece', () => {
    for (const piece of HOSTILE) expect({ piece, harmful: harmful(shown(`Words ${piece} words`)) }).toEqual({ piece, harmful: [] });
  });
  it('in any mixture', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { maxLength: 8 }), (pieces) => { expect(harmful(shown(pieces.join('')))).toEqual([]); }), { numRuns: 400 });
  });
  it('while its good links stay live', () => expect(shown('<a href="https://ok.org/x">ok</a>')).toContain('href="https://ok.org/x"'));
});

describe('a hostile formula is refused, so that its source is shown', () => {
  it.each(['\\href{javascript:alert(1)}{x}', '\\htmlData{a=b}{x}', '\\htmlStyle{position:fixed}{x}', '\\includegraphics{https://evil/x.png}', '\\def\\a{\\a\\a}\\a', '\\frac{a}{'])('%s', (tex) => {
    expect(() => katex.renderToString(tex, KATEX_LIMITS)).toThrow();
  });
});
