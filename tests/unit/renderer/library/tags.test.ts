import { describe, expect, it } from 'vitest';
import { tagChoices } from '../../../../renderer/features/library/tag-choices.ts';
import { tagTree, visibleNodes } from '../../../../renderer/features/library/tag-tree.ts';

const tag = (name: string, count = 1) => ({ id: name, name, count });
const tags = [tag('method/pruning', 31), tag('benchmark', 58), tag('method/pruning/structured', 4), tag('pruned', 2)];

describe('tags nested by their slashes', () => {
  it('makes the levels that no tag of its own stands for', () => {
    const method = tagTree(tags).find((node) => node.name === 'method');
    expect(method?.tag).toBeUndefined();
    expect(method?.children.map((node) => node.path)).toEqual(['method/pruning']);
  });
  it('hides what is under a folded level, and nothing else', () => {
    const paths = visibleNodes(tagTree(tags), new Set(['method/pruning'])).map(({ node }) => node.path);
    expect(paths).toEqual(['benchmark', 'method', 'method/pruning', 'pruned']);
  });
});

describe('completing a tag', () => {
  it('prefers a beginning of the name, then of a level, and offers a new tag last', () => {
    expect(tagChoices('prun', tags, []).map((choice) => choice.name)).toEqual(['pruned', 'method/pruning', 'method/pruning/structured', 'prun']);
  });
  it('offers no second tag of the same name, whatever its case', () => {
    expect(tagChoices('Benchmark', tags, []).every((choice) => choice.tag !== undefined)).toBe(true);
  });
  it('cleans the slashes of a new name', () => {
    expect(tagChoices(' a / b/ ', tags, []).at(-1)?.name).toBe('a/b');
  });
  it('says which tags the paper has', () => {
    expect(tagChoices('bench', tags, ['benchmark'])[0]?.on).toBe(true);
  });
});
