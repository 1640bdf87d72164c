import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, selectorFor } from '../../../src/library/anchor.ts';
import { plainAbstract } from '../../../src/library/abstract-text.ts';
import { readText } from '../../../renderer/features/abstract/text/read.ts';

const TEXT = 'We train small models. The small models learn quickly. In the end, small models win over large ones by a wide margin on every task.';
const at = (text: string, words: string, from = 0) => selectorFor(text, text.indexOf(words, from), text.indexOf(words, from) + words.length);
const words = (text: string, place: { start: number; end: number } | null) => (place ? text.slice(place.start, place.end) : null);

describe('a mark', () => {
  it('is found where it was made, whatever the text', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [Math.min(a % text.length, b % text.length), Math.max(a % text.length, b % text.length) + 1];
      expect(anchor(text, selectorFor(text, start, end))).toEqual({ start, end });
    }));
  });

  it('moves along when words are put before it', () => {
    const selector = at(TEXT, 'learn quickly');
    const edited = `In this work, for the first time: ${TEXT}`;
    expect(words(edited, anchor(edited, selector))).toBe('learn quickly');
  });

  it('keeps to its own one of several same words', () => {
    const selector = at(TEXT, 'small models', 60);
    const edited = TEXT.replace('We train small models. ', '');
    expect(anchor(edited, selector)?.start).toBe(edited.lastIndexOf('small models'));
  });

  it('holds on to slightly reworded words', () => {
    const selector = at(TEXT, 'small models win over large ones by a wide margin');
    const edited = TEXT.replace('win over large ones', 'beat larger ones');
    expect(words(edited, anchor(edited, selector))).toBe('small models beat larger ones by a wide margin');
  });

  it('is an orphan when its words are gone', () => {
    expect(anchor('Another text about other things entirely, with nothing in common.', at(TEXT, 'small models win over large ones'))).toBeNull();
  });
});

const RAW = [
  'Plain text.\n\nSecond   paragraph,\nwith a line end.', '<p>One <i>two</i> three.</p><p>Four &amp; five &lt;six&gt;</p>', 'For p<0.05 and a<b we see $x < y$ & more.',
  '<jats:p>JATS <jats:sup>2</jats:sup> text</jats:p><jats:title>Head</jats:title>', 'a<script>alert(1)</script>b <img src=x onerror=alert(1)> c <svg><a>q</a></svg>d', 'line<br>break <b>bold</b>',
];

describe('the plain text of an abstract', () => {
  it.each(RAW)('is what the reading view shows: %s', (raw) => { expect(plainAbstract(raw)).toBe(readText(raw).text); });
  it('has no markup left, one space for any, an empty line between paragraphs', () => { expect(plainAbstract(RAW[1] ?? '')).toBe('One two three.\n\nFour & five <six>'); });
});
