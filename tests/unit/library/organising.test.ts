import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/library/run.ts';
import type { LibraryState } from '../../../src/library/state.ts';
import { applyChange, emptyLibrary } from '../../../src/library/state.ts';
import { papersTagged, tagCounts } from '../../../src/library/tag-family.ts';
import { undoChanges } from '../../../src/library/undo.ts';
import { applyAll, picture, steadyContext, step, take } from './library-world.ts';

const steps = fc.array(step, { minLength: 5, maxLength: 30 });
const context = steadyContext();
const run = (state: LibraryState, name: string, input: unknown) => {
  const outcome = runCommand(state, name, input, context);
  if (outcome.ok) applyAll(state, outcome.value.changes);
  return outcome;
};
function world(path: Parameters<typeof take>[1][]): LibraryState {
  const state = emptyLibrary();
  for (const one of path) take(state, one, context);
  return state;
}
function undone(state: LibraryState, changes: Parameters<typeof undoChanges>[1]): void {
  const back = undoChanges(state, changes);
  if (!back.ok) throw new Error(back.error.message);
  applyAll(state, back.value);
}
const withPapers = (titles: string[]): LibraryState => {
  const state = emptyLibrary();
  for (const title of titles) run(state, 'paper.add', { draft: { item: { type: 'article', title } } });
  return state;
};
const all = (state: LibraryState) => ({ selection: { ids: [...state.paper.keys()] } });

describe('tags', () => {
  it('merged, keep every paper of both; undone, both are as they were', () => {
    fc.assert(fc.property(steps, fc.nat(50), fc.nat(50), (path, a, b) => {
      const state = world(path);
      const tags = [...state.tag.keys()];
      fc.pre(tags.length > 1);
      const [from, into] = [tags[a % tags.length] ?? '', tags[(a + 1 + (b % (tags.length - 1))) % tags.length] ?? ''];
      const before = picture(state);
      const papers = [...state.paper.values()].filter((paper) => paper.tags.includes(from) || paper.tags.includes(into)).map(({ id }) => id).sort();
      const merged = run(state, 'tag.merge', { from, into });
      if (!merged.ok) throw new Error(merged.error.message);
      expect([...state.paper.values()].filter((paper) => paper.tags.includes(into)).map(({ id }) => id).sort()).toEqual(papers);
      expect(state.tag.has(from)).toBe(false);
      undone(state, merged.value.changes);
      expect(picture(state)).toEqual(before);
    }));
  });

  it('renamed, take those nested in them along; renamed back, all is as it was', () => {
    const state = withPapers(['a']);
    for (const name of ['method', 'method/pruning', 'method/pruning/magnitude', 'methodology']) run(state, 'tag.add', { ...all(state), name });
    const [tag] = state.tag.keys();
    const before = picture(state);
    run(state, 'tag.edit', { tag, name: 'approach' });
    expect([...state.tag.values()].map(({ name }) => name)).toEqual(['approach', 'approach/pruning', 'approach/pruning/magnitude', 'methodology']);
    run(state, 'tag.edit', { tag, name: 'method' });
    expect(picture(state)).toEqual(before);
  });

  it('are not renamed where a nested one would meet one that is there', () => {
    const state = withPapers(['a']);
    for (const name of ['a', 'a/x', 'b/x']) run(state, 'tag.add', { ...all(state), name });
    expect(run(state, 'tag.edit', { tag: [...state.tag.keys()][0], name: 'b' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('share no number key: who gets it takes it', () => {
    const state = withPapers(['a']);
    for (const name of ['a', 'b']) run(state, 'tag.add', { ...all(state), name });
    for (const tag of state.tag.keys()) run(state, 'tag.edit', { tag, key: 3 });
    expect([...state.tag.values()].map(({ key }) => key)).toEqual([undefined, 3]);
  });

  it('count the papers of nested ones, and those with marks that have one, each once; papers without a tag are found', () => {
    fc.assert(fc.property(steps, (path) => {
      const state = world(path);
      const counts = tagCounts(state);
      for (const tag of state.tag.values()) {
        const family = [...state.tag.values()].filter((one) => one.id === tag.id || one.name.toLowerCase().startsWith(`${tag.name.toLowerCase()}/`)).map(({ id }) => id);
        const marked = new Set([...state.annotation.values()].filter(({ tags }) => tags.some((id) => family.includes(id))).map(({ paper }) => paper));
        const papers = [...state.paper.values()].filter((paper) => marked.has(paper.id) || paper.tags.some((id) => family.includes(id)));
        expect([counts.get(tag.id), papersTagged(state, tag.id).size]).toEqual([papers.length, papers.length]);
      }
      expect([...state.index.tag.get('') ?? []].sort()).toEqual([...state.paper.values()].filter((paper) => paper.tags.length === 0).map(({ id }) => id).sort());
    }));
  });
});

describe('collections', () => {
  it('never come to lie within themselves', () => {
    fc.assert(fc.property(steps, (path) => {
      const state = world(path);
      for (const one of state.collection.values()) {
        const above = new Set<string>();
        for (let at = one.parent; at !== undefined; at = state.collection.get(at)?.parent) {
          expect(above.has(at)).toBe(false);
          above.add(at);
        }
        for (const outer of above) expect(run(state, 'collection.edit', { collection: outer, parent: one.id })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      }
    }));
  });

  it('deleted, leave their papers in the library, and come back with them', () => {
    const state = withPapers(['a', 'b']);
    const made = run(state, 'collection.create', { name: 'Thesis' });
    const collection = made.ok ? made.value.created[0] : '';
    run(state, 'collection.add', { ...all(state), collection });
    const before = picture(state);
    const deleted = run(state, 'collection.delete', { collection });
    expect(state.paper.size).toBe(2);
    undone(state, deleted.ok ? deleted.value.changes : []);
    expect(picture(state)).toEqual(before);
  });
});

describe('the trash', () => {
  it('knows since when, and what comes back is the paper it was', () => {
    const state = withPapers(['a']);
    const [paper] = [...state.paper.values()];
    const trashed = runCommand(state, 'paper.trash', all(state), context);
    for (const change of trashed.ok ? trashed.value.changes : []) applyChange(state, change, '2026-04-01T10:00:00.000Z');
    expect(state.trash.paper.get(paper?.id ?? '')?.deleted).toBe('2026-04-01T10:00:00.000Z');
    run(state, 'paper.restore', { selection: { ids: [paper?.id] } });
    expect([...state.paper.values()]).toEqual([paper]);
    expect(JSON.stringify(state.paper.get(paper?.id ?? ''))).toBe(JSON.stringify(paper));
  });
});
