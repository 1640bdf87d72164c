import { call } from '../../client/client.ts';
import { sayError } from '../../stores/toasts.ts';
import type { Found } from './editor/complete.ts';

/** How many papers are offered while a key is typed. */
const OFFERED = 12;

/** Papers by the beginning of key, authors or title; the latest where nothing was typed. */
export async function findPapers(text: string): Promise<Found[]> {
  const answer = await call('papers.query', { scope: { in: 'all' }, text, sort: text === '' ? 'changed' : 'relevance', first: OFFERED });
  if (answer.ok) return answer.value.rows.map(({ citationKey, title, authors, year }) => ({ key: citationKey, title, by: [authors, year].filter((part) => part !== '').join(' ') }));
  sayError(answer.error);
  return [];
}
