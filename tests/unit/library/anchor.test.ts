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

/** Sentences of distinct words, as abstracts have. */
const WORDS = 'sparse networks train faster when their weights begin near those that won earlier while dense ones waste most updates moving nothing of use; careful pruning keeps accuracy and halves memory on every benchmark we tried including speech vision translation protein folding weather chess'.split(' ');
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
/** A sentence that is marked, which nothing else in the text resembles. */
const MARKED = 'Quetzal populations recovered sharply after 1987 wherever cloud forest corridors were restored.';
const around = fc.record({ before: fc.array(sentence, { minLength: 1, maxLength: 6 }), after: fc.array(sentence, { minLength: 1, maxLength: 6 }) });
const join = (...parts: readonly (readonly string[])[]): string => parts.flat().join(' ');
const marked = (before: readonly string[], after: readonly string[]) => { const text = join(before, [MARKED], after); return selectorFor(text, text.indexOf(MARKED), text.indexOf(MARKED) + MARKED.length); };

describe('a mark on a sentence', () => {
  it('covers the same words after sentences were inserted anywhere', () => {
    fc.assert(fc.property(around, fc.array(sentence, { maxLength: 4 }), fc.array(sentence, { maxLength: 4 }), fc.nat(), ({ before, after }, early, late, at) => {
      const cut = at % (before.length + 1);
      const text = join(before.slice(0, cut), early, before.slice(cut), [MARKED], late, after);
      expect(words(text, anchor(text, marked(before, after)))).toBe(MARKED);
    }));
  });

  it('covers the same words after sentences around it were deleted', () => {
    fc.assert(fc.property(around, fc.nat(), fc.nat(), ({ before, after }, from, to) => {
      const text = join(before.slice(from % (before.length + 1)), [MARKED], after.slice(0, to % (after.length + 1)));
      expect(words(text, anchor(text, marked(before, after)))).toBe(MARKED);
    }));
  });

  it('covers the same words after all sentences around it were reworded', () => {
    fc.assert(fc.property(around, around, ({ before, after }, others) => {
      const text = join(others.before, [MARKED], others.after);
      expect(words(text, anchor(text, marked(before, after)))).toBe(MARKED);
    }));
  });

  it('covers the whole sentence still when one of its words was replaced, inserted or taken away', () => {
    const parts = MARKED.split(' ');
    fc.assert(fc.property(around, fc.constantFrom('replace', 'insert', 'remove'), fc.integer({ min: 1, max: parts.length - 2 }), fc.array(sentence, { maxLength: 3 }), ({ before, after }, how, at, more) => {
      const reworded = [...parts.slice(0, at), ...(how === 'remove' ? [] : how === 'insert' ? ['swiftly', parts[at] ?? ''] : ['newly']), ...parts.slice(at + 1)].join(' ');
      const text = join(more, before, [reworded], after);
      expect(words(text, anchor(text, marked(before, after)))).toBe(reworded);
    }));
  });

  it('never stands on other words: where the sentence is gone, it is an orphan', () => {
    fc.assert(fc.property(around, ({ before, after }) => { expect(anchor(join(before, after), marked(before, after))).toBeNull(); }));
  });

  it('comes back to its words when they come back', () => {
    fc.assert(fc.property(around, around, ({ before, after }, others) => {
      const [selector, gone] = [marked(before, after), join(others.before, others.after)];
      expect(anchor(gone, selector)).toBeNull();
      const again = join(others.before, before, [MARKED], after);
      expect(words(again, anchor(again, selector))).toBe(MARKED);
    }));
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
