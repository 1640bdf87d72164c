import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WriteOptions } from '../../../src/contract/exports.ts';
import { cslJson } from '../../../src/formats/csl-json/csl-json.ts';
import type { Draft } from '../../../src/formats/format.ts';
import { prepared } from '../../../src/formats/prepare.ts';
import { DraftInput } from '../../../src/library/draft.ts';
import { runToEnd } from '../../../src/library/import/import.ts';
import { runCommand } from '../../../src/library/run.ts';
import { applyChange, emptyLibrary } from '../../../src/library/state.ts';
import type { LibraryState } from '../../../src/library/state.ts';
import { COLOURS } from '../../../src/model/annotation.ts';
import type { Annotation } from '../../../src/model/annotation.ts';
import { outgoing } from '../../../src/services/engine/outgoing.ts';

const NOW = '2026-01-01T00:00:00.000Z';
let count = 0;
const context = { now: NOW, newId: () => `01ARZ3NDEKTSV4RRFFQ6${String(100_000 + ++count)}` };

function run(state: LibraryState, name: string, input: unknown): string {
  const outcome = runCommand(state, name, input, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  for (const change of outcome.value.changes) applyChange(state, change, NOW);
  return outcome.value.created[0] ?? '';
}

/** A library with a paper that has a note, a PDF and these marks. */
function marked(marks: readonly Made[]): LibraryState {
  const state = emptyLibrary();
  const paper = run(state, 'paper.add', { draft: { item: { type: 'book', title: 'Sketch', abstract: 'It weaves algebraical patterns.' } } });
  run(state, 'note.write', { paper, markdown: '# Mine\n\nwords' });
  const file = { id: context.newId(), paper, kind: 'kept' as const, path: 'files/Sketch.pdf', mediaType: 'application/pdf', added: NOW };
  applyChange(state, { op: 'put', table: 'attachment', id: file.id, record: file }, NOW);
  for (const { page, tag, ...mark } of marks) {
    const id = run(state, 'annotation.add', { paper, ...mark, target: page === 0 ? { type: 'abstract' } : { type: 'pdf', attachment: file.id, page, quads: [[1, 2, 3, 4, 5, 6, 7, 8]] } });
    if (tag !== '') run(state, 'annotation.tag', { annotation: id, name: tag });
  }
  return state;
}

const written = (state: LibraryState, chosen: Partial<WriteOptions>): string => cslJson.write?.(prepared([...state.paper.values()].map((paper) => outgoing(state, '/library', paper)), WriteOptions.parse(chosen), undefined, true)).text ?? '';
const draftsOf = (text: string): Draft[] => cslJson.read?.(text).drafts ?? [];

/** Reads a file into a library, joining its papers with the one that is there. */
function bringIn(text: string, state = emptyLibrary()): LibraryState {
  const [into] = state.paper.keys();
  const drafts = DraftInput.array().parse(draftsOf(text));
  for (const change of runToEnd(state, { drafts, joins: into === undefined ? [] : [{ index: 0, into }] }, context).changes) applyChange(state, change, NOW);
  return state;
}

/** Marks without the ids of one library. */
const meant = (state: LibraryState): unknown[] => [...state.annotation.values()].map((mark: Annotation) => [
  mark.kind, mark.colour, mark.comment, mark.selector, mark.added, mark.tags.map((id) => state.tag.get(id)?.name),
  mark.target.type === 'pdf' ? [state.attachment.get(mark.target.attachment)?.path.replace('/library/', ''), mark.target.page, mark.target.quads] : null,
].map((part) => JSON.stringify(part)).join(' ')).sort();

interface Made { page: number; tag: string; kind: string; colour: string; comment: string; selector: Annotation['selector'] }
const made: fc.Arbitrary<Made> = fc.record({
  page: fc.nat(3), tag: fc.constantFrom('', 'a b', 'x/y'), kind: fc.constantFrom('highlight', 'underline', 'note', 'area'), colour: fc.constantFrom(...COLOURS), comment: fc.string(),
  selector: fc.record({ exact: fc.string({ unit: 'grapheme' }), prefix: fc.string(), suffix: fc.string(), start: fc.nat(99), end: fc.nat(99) }),
});

describe('marks that leave with their paper', () => {
  it('come back as they were: words, place, kind, colour, comment, tags', () => fc.assert(fc.property(fc.array(made, { maxLength: 4 }), (marks) => {
    const state = marked(marks);
    const back = bringIn(written(state, { annotations: true }));
    expect(meant(back)).toEqual(meant(state));
    expect([...back.note.values()].map(({ markdown }) => markdown)).toEqual(['# Mine\n\nwords']);
  })));
  /** A line separator is a line's end to some patterns, and none to JSON. */
  const separated: Made = { page: 0, tag: '', kind: 'highlight', colour: 'yellow', comment: '', selector: { exact: 'a\u2028b', prefix: '', suffix: '', start: 0, end: 3 } };
  it('do not come twice into the library they left', () => fc.assert(fc.property(fc.array(made, { maxLength: 4 }), (marks) => {
    const state = marked(marks);
    const before = [meant(state), state.note.size, state.attachment.size];
    bringIn(written(state, { annotations: true }), state);
    expect([meant(state), state.note.size, state.attachment.size]).toEqual(before);
  }), { examples: [[[separated]]] }));
  const mark: Made = { page: 2, tag: '', kind: 'highlight', colour: 'green', comment: 'Really?', selector: { exact: 'a claim', prefix: '', suffix: '', start: 0, end: 7 } };
  it('stay behind unless they are asked for, and so do the paths of files', () => {
    const text = written(marked([mark]), {});
    expect(text).toContain('# Mine');
    expect(text).not.toMatch(/a claim|Sketch\.pdf/);
  });
  it('on a file that does not come along are kept as a note', () => {
    const back = bringIn(written(marked([mark]), { annotations: true, files: 'none' }));
    expect(back.annotation.size).toBe(0);
    expect([...back.note.values()].map(({ markdown }) => markdown)).toContain('## Marks\n\n> a claim (p. 2)\n\nReally?');
  });
  it('share their place with what others put there; what cannot be read is left alone', () => {
    const [draft] = draftsOf('[{"id":"k","type":"book","title":"T","custom":{"other":1,"sheaf":{"notes":["n"],"marks":[{"kind":"?"},7],"files":"x"}}}]');
    expect(draft).toMatchObject({ notes: ['n'], item: { custom: { other: 1 } } });
    expect(draft).not.toHaveProperty('marks');
    expect(draftsOf('[{"id":"k","type":"book","title":"T","custom":{"short_id":"x"}}]')[0]?.item).toHaveProperty('custom', { short_id: 'x' });
  });
});
