import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/formats/format.ts';
import { FORMATS } from '../../../src/formats/formats.ts';
import { finished } from '../../../src/formats/steps.ts';

/** CFF describes a work with few references: it is written at once. */
const writers = FORMATS.filter((format) => format.write && format.name !== 'cff');
const paper = (at: number): Outgoing => ({ id: `p${at}`, citationKey: `key${at}`, item: { type: 'article-journal', title: `Title ${at}`, abstract: 'One line.\n\nAnother: [line] "of" it', author: [{ family: 'Ng', given: 'A.' }] }, tags: ['a'], collections: [['One']] });
const papers = Array.from({ length: 70 }, (_, at) => paper(at));

describe.each(writers.map((format) => ({ format, name: format.name })))('Writing $name in steps', ({ format }) => {
  it('pauses on the way, more often the more papers there are', () => {
    const shares = [...(format.writeSteps?.(papers) ?? [])];
    expect(shares.length).toBeGreaterThanOrEqual(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('gives what writing at once gives, and every paper comes back', () => {
    const text = format.writeSteps ? finished(format.writeSteps(papers)).text : '';
    expect(text).toBe(format.write?.(papers).text);
    const reader = format.name === 'biblatex' ? FORMATS.find(({ name }) => name === 'bibtex') : format;
    expect(reader?.read?.(text).drafts.map(({ item }) => item.title)).toEqual(papers.map(({ item }) => item.title));
  });

  it('writes no papers as an empty file of its kind, without a failure', () => {
    const { text } = format.write?.([]) ?? { text: '' };
    expect((format.read?.(text) ?? { problems: [] }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
