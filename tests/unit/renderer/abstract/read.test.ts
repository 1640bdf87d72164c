import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { plainAbstract } from '../../../../src/library/abstract-text.ts';
import { readText } from '../../../../renderer/features/abstract/text/read.ts';
import { safeUrl } from '../../../../renderer/features/abstract/text/spans.ts';
import { cover } from '../../../../renderer/features/abstract/text/cover.ts';
import { sentencesOf } from '../../../../renderer/features/abstract/text/sentences.ts';

const segments = (raw: string) => readText(raw).blocks.flatMap((block) => block.segments);
const formulas = (raw: string) => segments(raw).flatMap((segment) => (segment.math === null ? [] : [segment.math]));

describe('an abstract is read into safe structure', () => {
  it('keeps words and drops scripts, styles and drawings with what they hold', () => {
    const read = readText('<p onclick="x()">Good <script>alert(1)</script>words<svg onload="y()"><text>bad</text></svg> <style>p{}</style>here.</p>');
    expect(read.text).toBe('Good words here.');
  });
  it('takes no link but http and https', () => {
    const hrefs = segments('<a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a href=" java&#10;script:x">c</a> <a href="https://ok.org/x">d</a>').map((segment) => segment.href);
    expect(hrefs.filter((href) => href !== null)).toEqual(['https://ok.org/x']);
  });
  it('reads JATS: headings, paragraphs, sub and sup', () => {
    const read = readText('<jats:sec><jats:title>Background</jats:title><jats:p>H<jats:sub>2</jats:sub>O at 10<jats:sup>3</jats:sup></jats:p></jats:sec>');
    expect(read.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph']);
    expect(read.text).toBe('Background\n\nH2O at 103');
    expect(read.blocks[1]?.segments.find((segment) => segment.text === '2')?.styles).toEqual(['sub']);
  });
  it('leaves a less-than sign alone', () => {
    expect(readText('We find p<0.05 and a<b, if x < y & R&D > 0').text).toBe('We find p<0.05 and a<b, if x < y & R&D > 0');
  });
  it('breaks paragraphs at blank lines only', () => {
    expect(readText('One\n  line.\n\n Two.').text).toBe('One line.\n\nTwo.');
  });
  it('takes the TeX of a formula given in two forms', () => {
    expect(readText('<p>So <inline-formula><alternatives><tex-math>\\documentclass{x}\\begin{document}$$a^2$$\\end{document}</tex-math><mml:math><mml:mi>a</mml:mi></mml:math></alternatives></inline-formula> holds</p>').text).toBe('So $$a^2$$ holds');
  });
});

describe('formulas', () => {
  it('are found in all four notations', () => {
    expect(formulas('a $x$ b \\(y\\) c $$z$$ d \\[w\\]')).toEqual([
      { tex: 'x', display: false }, { tex: 'y', display: false }, { tex: 'z', display: true }, { tex: 'w', display: true },
    ]);
  });
  it('stand in their line where the source says so, whatever their dollars', () => {
    expect(formulas('<p>So <inline-formula><tex-math>$$a^2$$</tex-math></inline-formula> holds.</p><disp-formula><tex-math>$$b$$</tex-math></disp-formula>')).toEqual([{ tex: 'a^2', display: false }, { tex: 'b', display: true }]);
  });
  it('are not money', () => expect(formulas('from $5 to $10, or \\$3 and $4')).toEqual([]));
  it('may hold a less-than sign', () => expect(formulas('if $a<b$ then $i < n$')).toEqual([{ tex: 'a<b', display: false }, { tex: 'i < n', display: false }]));
});

describe('addresses', () => {
  it('end before the punctuation of the sentence', () => {
    const found = segments('Code (https://github.com/a/b). See https://en.wikipedia.org/wiki/A_(b), www.x.org.').flatMap((segment) => segment.href ?? []);
    expect(found).toEqual(['https://github.com/a/b', 'https://en.wikipedia.org/wiki/A_(b)', 'https://www.x.org/']);
  });
  it('are opened only when they are http(s)', () => {
    fc.assert(fc.property(fc.string(), (text) => /^https?:/.test(safeUrl(text) ?? 'https:')));
  });
});

describe('laws', () => {
  const piece = fc.constantFrom('<p>', '</p>', '<i>', '</i>', '<sup>', '</sup>', '$x_1$', '$', '\\(a', '\\)', ' ', '\n\n', '<', 'word', 'é', '😀', '&amp;', '<script>', '</script>', 'https://a.b/c', '<a href="https://x.y">', '</a>');
  const raw = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
  it('segments join to the plain text of their block, without gap or overlap', () => {
    fc.assert(fc.property(raw, (source) => {
      const read = readText(source);
      for (const block of read.blocks) {
        let at = block.start;
        for (const segment of block.segments) {
          expect(segment.start).toBe(at);
          expect(read.text.slice(segment.start, segment.end)).toBe(segment.text);
          at = segment.end;
        }
        expect(at).toBe(block.end);
      }
    }));
  });
  it('marks are covered whole however they overlap', () => {
    const place = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(fc.property(fc.array(place, { maxLength: 6 }), (places) => {
      const marks = places.map((where, at) => ({ id: String(at), ...where }));
      const covered = cover(0, 60, marks);
      for (const mark of marks) {
        const length = covered.filter((part) => part.marks.includes(mark.id)).reduce((sum, part) => sum + part.end - part.start, 0);
        expect(length).toBe(mark.end - mark.start);
      }
      expect(covered.reduce((sum, part) => sum + part.end - part.start, 0)).toBe(60);
    }));
  });
});

describe('sentences', () => {
  const texts = (raw: string) => { const read = readText(raw); return sentencesOf(read).map((sentence) => read.text.slice(sentence.start, sentence.end)); };
  it('are stepped through whole', () => {
    expect(texts('We follow Smith et al. Our way wins. It is $f(x). Y$ here.')).toEqual(['We follow Smith et al. Our way wins.', 'It is $f(x). Y$ here.']);
  });
  it('do not cross paragraphs', () => expect(texts('One\n\nTwo.')).toEqual(['One', 'Two.']));
});

describe('the plain text is the one annotations count in', () => {
  it('for any mixture of markup', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<i>', '</i>', '<jats:title>', '</jats:title>', '<br/>', '<li>', '</li>', '$x_1$', '$', '\\(a', ' ', '\n', '\n\n', '\u00a0', '<', '<y', 'word', 'é', '😀', '&amp;', '&lt;', '&', '<script>', '</script>', '<svg>', '</svg>', '<alternatives>', '</alternatives>', '<mml:math>', '</mml:math>', '<mml:mi>');
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (parts) => { expect(readText(parts.join('')).text).toBe(plainAbstract(parts.join(''))); }), { numRuns: 500 });
  });
});
