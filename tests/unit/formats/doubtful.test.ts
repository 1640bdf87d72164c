import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { writeBibtex } from '../../../src/formats/bibtex/write.ts';
import { csv } from '../../../src/formats/csv/csv.ts';

const read = (source: string) => {
  const { drafts, problems } = readBibtex(source);
  return { items: drafts.map(({ item }) => item), keys: drafts.map(({ citationKey }) => citationKey), doubts: drafts.map(({ doubts }) => doubts), problems: problems.map(({ severity, line, entry, message }) => [severity, line, entry, message]) };
};

describe('a BibTeX file that is not quite right comes in, and what is doubtful is said', () => {
  it('a comma that is missing between fields or behind the key', () => {
    const { items, problems } = read('@article{a\n  title = {One}\n  year = 2001\n}');
    expect(items).toEqual([{ type: 'article-journal', title: 'One', issued: { 'date-parts': [[2001]] } }]);
    expect(problems).toEqual([['warning', 2, 'a', 'A comma is missing before the field title.'], ['warning', 3, 'a', 'A comma is missing before the field year.']]);
  });

  it('a brace that would swallow the next fields, and with them the end of the entry', () => {
    const { items, keys, problems } = read('@article{a,\n  title = {One {open},\n  journal = {J},\n  year = 2001\n}\n\n@article{b,\n  title = {Two}\n}');
    expect(keys).toEqual(['a', 'b']);
    expect(items[0]).toEqual({ type: 'article-journal', title: 'One open', 'container-title': 'J', issued: { 'date-parts': [[2001]] } });
    expect(problems).toEqual([['error', 2, 'a', 'The value of title is not closed.']]);
  });

  it('a quotation mark that is not closed', () => {
    const { items, problems } = read('@article{a,\n  author = "Doe, Jane,\n  title = "One",\n  year = 2001\n}\n@article{b,\n  title = {Two}\n}');
    expect(items[0]).toMatchObject({ author: [{ family: 'Doe', given: 'Jane' }], title: 'One', issued: { 'date-parts': [[2001]] } });
    expect(problems).toEqual([['error', 2, 'a', 'The value of author is not closed.']]);
  });

  it('a brace that closes an entry before its fields are at an end', () => {
    expect(read('@article{a, title = {One}},\n  year = {2001}\n}\n@article{b, title = {Two}}').problems).toEqual([['warning', 1, 'a', 'Fields stand behind the end of the entry: a brace closes it too early.']]);
  });

  it('words that no @string defines, once each', () => {
    const { items, problems } = read('@article{a, title = {One}, year = 19x9}\n@article{b, title = {Two}, journal = cacm}\n@article{c, title = {Three}, journal = cacm}');
    expect(items[1]).toMatchObject({ 'container-title': 'cacm' });
    expect(problems.map(([, line]) => line)).toEqual([1, 2]);
  });

  it('a field with two values, a key with blanks, a date that is none, people who are parted by commas', () => {
    expect(read('@article{a, title = {One}, title = {Other}, year = 2001, year = 2001}').problems).toEqual([['warning', 1, 'a', 'The field title stands there twice with different values; the first counts, the other is kept.']]);
    expect(read('@article{my key, title = {One}}')).toMatchObject({ keys: ['mykey'], problems: [['warning', 1, 'mykey', 'The key “my key” holds blanks; they are left out.']] });
    expect(read('@article{a, title = {One}, year = {20011}}\n@article{b, title = {Two}, year = {in press}}\n@article{c, title = {T}, year = {1993 or 1994}}').doubts).toEqual([{ issued: '“20011” is no date.' }, undefined, undefined]);
    expect(read('@article{a, title = {One}, author = {A. Smith, B. Jones, C. Doe, D. Roe}}\n@article{b, title = {One}, author = {Smith, Jr., A.}}').doubts).toEqual([{ author: '“A. Smith, B. Jones, C. Doe, D. Roe” may be several people: BibTeX parts them by “and”.' }, undefined]);
  });

  it('and what is written of it is whole again', () => {
    const { drafts } = readBibtex('@article{a,\n  title = {One {open},\n  journal = {J}\n}\n@article{b,\n  note = {x},\n  title = "Two {y",\n  year = 2001\n}\n');
    const { text } = writeBibtex(drafts.map(({ item, verbatim, citationKey = '' }) => ({ id: '', citationKey, item, tags: [], ...(verbatim ? { verbatim: [verbatim] } : {}) })));
    const again = readBibtex(text);
    expect(again.problems).toEqual([]);
    expect(again.drafts.map(({ item }) => item)).toEqual(drafts.map(({ item }) => item));
  });
});

describe('a table whose rows do not fit under its header', () => {
  it('comes in with all its cells, and the rows are named', () => {
    const { drafts = [], problems = [] } = csv.read?.('title,author,year\nOne,"Doe,\nJane",2001\nTwo,Roe,2002,more\nThree\n"Four,Poe,2003\n') ?? {};
    expect(drafts.map(({ item, line }) => [item.title, line])).toEqual([['One', 2], ['Two', 4], ['Three', 5], ['Four,Poe,2003', 6]]);
    expect(drafts[1]?.verbatim?.fields).toEqual({ 'column 4': 'more' });
    expect(problems.map(({ severity, line }) => [severity, line])).toEqual([['warning', 4], ['note', 5], ['warning', 6]]);
  });
});
