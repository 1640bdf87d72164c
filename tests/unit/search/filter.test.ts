import { expect, it } from 'vitest';
import type { Paper } from '../../../src/model/paper.ts';
import { factHolds } from '../../../src/search/filter.ts';

const paper: Paper = {
  id: '01J00000000000000000000000', item: { type: 'article-journal', title: 'T', DOI: '10.1/x' }, citationKey: 't', tags: [], collections: [], status: 'later',
  rating: 4, links: [{ kind: 'code', url: 'https://example.org' }], added: '2026-01-01T00:00:00Z', changed: '2026-01-01T00:00:00Z',
};
const holds = (name: 'is' | 'has' | 'type', value: string): boolean => factHolds(paper, { pdf: true, note: false, marks: 2 }, name, value);

it.each(['is:later', 'is:unread', 'is:starred', 'is:untagged', 'has:pdf', 'has:marks', 'has:code', 'has:doi', 'has:title', 'type:article-journal', 'type:journal'])('%s holds', (fact) => {
  const [name, value = ''] = fact.split(':');
  expect(holds(name as 'is', value)).toBe(true);
});
it.each(['is:read', 'is:doubtful', 'is:nonsense', 'has:note', 'has:data', 'has:abstract', 'has:year', 'type:book'])('%s does not', (fact) => {
  const [name, value = ''] = fact.split(':');
  expect(holds(name as 'is', value)).toBe(false);
});
