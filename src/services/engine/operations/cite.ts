import { ok } from '../../../contract/errors.ts';
import { styles } from '../../styles/styles.ts';
import type { Handlers } from '../handlers.ts';

export const cite: Handlers<'cite.bibliography' | 'cite.citation' | 'cite.styles'> = {
  async 'cite.bibliography'({ store: { state }, lists }, { selection, style, locale }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    const processor = (await styles()).processor(style, locale);
    return processor.ok ? ok(processor.value.bibliography(ids.value.flatMap((id) => state.paper.get(id) ?? []))) : processor;
  },

  async 'cite.citation'({ store: { state } }, { cites, style, locale }) {
    const processor = (await styles()).processor(style, locale);
    return processor.ok ? ok(processor.value.citation(cites.flatMap(({ id }) => state.paper.get(id) ?? []), cites)) : processor;
  },

  'cite.styles': async (_, { text }) => ok((await styles()).list(text)),
};
