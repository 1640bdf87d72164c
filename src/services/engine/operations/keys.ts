import { keyPattern } from '../../../citation/key-pattern/pattern.ts';
import { ok } from '../../../contract/errors.ts';
import { freshKeys } from '../../../library/fresh-keys.ts';
import type { Handlers } from '../handlers.ts';

export const keys: Handlers<'keys.preview'> = {
  'keys.preview'({ store: { state }, lists }, { pattern, selection, keepPinned, changedOnly, most }) {
    const ids = selection === undefined ? ok([...state.paper.keys()]) : lists.resolve(selection);
    if (!ids.ok) return ids;
    const papers = ids.value.flatMap((id) => state.paper.get(id) ?? []);
    const read = keyPattern(pattern);
    const pinned = papers.filter((paper) => paper.keyPinned).length;
    if (!read.ok) return ok({ papers: papers.length, changed: 0, pinned, first: [], trouble: read.error.message });
    const made = freshKeys(state, papers, { pattern, keepPinned });
    const changed = made.filter(({ paper, key }) => paper.citationKey !== key);
    const first = (changedOnly ? changed : made).slice(0, most).map(({ paper, key }) => ({ id: paper.id, title: paper.item.title ?? '', before: paper.citationKey, after: key, pinned: paper.keyPinned ?? false }));
    return ok({ papers: papers.length, changed: changed.length, pinned, first });
  },
};
