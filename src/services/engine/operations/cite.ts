import { isCiteFormat, writeCites } from '../../../citation/cite.ts';
import { citesOf } from '../../../citation/quick-copy.ts';
import { ok } from '../../../contract/errors.ts';
import { styles } from '../../styles/styles.ts';
import { typeset } from '../../styles/typeset.ts';
import type { Handlers } from '../handlers.ts';

export const cite: Handlers<'cite.addStyle' | 'cite.bibliography' | 'cite.citation' | 'cite.locales' | 'cite.quick' | 'cite.removeStyle' | 'cite.styles'> = {
  'cite.addStyle': async (_, { text, file }) => (await styles()).add(text, file),
  'cite.removeStyle': async (_, { id }) => (await styles()).remove(id),

  async 'cite.bibliography'({ store: { state }, lists }, { selection, style, locale }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    return typeset({ style, locale, papers: ids.value.flatMap((id) => state.paper.get(id) ?? []) });
  },

  'cite.citation': ({ store: { state } }, { cites, style, locale }) => typeset({ style, locale, papers: cites.flatMap(({ id }) => state.paper.get(id) ?? []), cites }),

  async 'cite.quick'({ store: { state }, lists }, { selection, format, style, locale, around, only }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    const papers = ids.value.flatMap((id) => state.paper.get(id) ?? []);
    const cites = citesOf(papers, around);
    if (isCiteFormat(format)) return ok({ text: writeCites(cites, format), count: papers.length });
    return typeset({ style, locale, papers, only, ...(format === 'reference' ? {} : { cites }) });
  },

  'cite.styles': async (_, { text, ids }) => ok(ids === undefined ? (await styles()).list(text) : (await styles()).titled(ids)),
  'cite.locales': async () => ok((await styles()).locales()),
};
