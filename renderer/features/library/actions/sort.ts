import type { PaperQuery } from '../../../../src/contract/views.ts';
import type { Action } from '../../../actions/registry.ts';
import type { MessageKey } from '../../../messages/messages.ts';
import { ask } from '../../../stores/query.ts';
import { useSelection } from '../../../stores/selection.ts';

type Sort = PaperQuery['sort'];
interface Order { name: string; sort: Sort; label: MessageKey; descending: boolean }

/** The orders of a list, each with the direction it begins in. */
export const SORTS: readonly Order[] = [
  { name: 'sort.relevance', sort: 'relevance', label: 'sort.relevance', descending: true },
  { name: 'sort.added', sort: 'added', label: 'action.sortAdded', descending: true },
  { name: 'sort.changed', sort: 'changed', label: 'action.sortChanged', descending: true },
  { name: 'sort.title', sort: 'title', label: 'action.sortTitle', descending: false },
  { name: 'sort.author', sort: 'author', label: 'action.sortAuthor', descending: false },
  { name: 'sort.year', sort: 'year', label: 'action.sortYear', descending: true },
  { name: 'sort.venue', sort: 'venue', label: 'action.sortVenue', descending: false },
  { name: 'sort.rating', sort: 'rating', label: 'action.sortRating', descending: true },
];

const order = ({ name, sort, label, descending }: Order): Action => ({
  name, label, group: 'move', hidden: sort === 'relevance', when: (ctx) => ctx.place === 'papers', run: () => { ask({ sort, descending }); },
});

export const sortActions: readonly Action[] = [
  ...SORTS.map(order),
  { name: 'sort.reverse', label: 'action.sortReverse', group: 'move', when: (ctx) => ctx.place === 'papers', run: () => { ask({ descending: !useSelection.getState().query.descending }); } },
];
