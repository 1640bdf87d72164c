import { ok } from '../../../contract/errors.ts';
import { pdfUrlOf } from '../../../identify/pdf-url.ts';
import type { LibraryState } from '../../../library/state.ts';
import type { Handlers } from '../handlers.ts';

export const downloads: Handlers<'download.sources'> = {
  'download.sources'({ store: { state }, lists }, { selection, bases }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    const without = ids.value.flatMap((id) => (hasPdf(state, id) ? [] : state.paper.get(id) ?? []));
    const sources = without.flatMap((paper) => {
      const url = pdfUrlOf(paper, bases);
      return url === null ? [] : [{ paper: paper.id, title: paper.item.title ?? paper.citationKey, url }];
    });
    return ok({ sources, have: ids.value.length - without.length, unknown: without.length - sources.length });
  },
};

const hasPdf = (state: LibraryState, paper: string): boolean => [...state.index.attachment.get(paper) ?? []].some((id) => state.attachment.get(id)?.mediaType === 'application/pdf');
