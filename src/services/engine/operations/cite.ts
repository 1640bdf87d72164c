import { isCiteFormat, writeCites } from '../../../citation/cite.ts';
import { citesOf } from '../../../citation/quick-copy.ts';
import { ok } from '../../../contract/errors.ts';
import { styles } from '../../styles/styles.ts';
import type { Handlers } from '../handlers.ts';

export const cite: Handlers<'cite.addStyle' | 'cite.bibliography' | 'cite.citation' | 'cite.locales' | 'cite.quick' | 'cite.removeStyle' | 'cite.styles'> = {
  'cite.addStyle': async (_, { text, file }) => (await styles()).add(text, file),
  'cite.removeStyle': async (_, { id }) => (await styles()).remove(id),

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

  async 'cite.quick'({ store: { state }, lists }, { selection, format, style, locale, around, only }) {
    const ids = lists.resolve(selection);
    if (!ids.ok) return ids;
    const papers = ids.value.flatMap((id) => state.paper.get(id) ?? []);
    const cites = citesOf(papers, around);
    if (isCiteFormat(format)) return ok({ text: writeCites(cites, format), count: papers.length });
    const processor = (await styles()).processor(style, locale);
    if (!processor.ok) return processor;
    return ok(format === 'reference' ? processor.value.bibliography(papers, only) : { ...processor.value.citation(papers, cites), count: papers.length });
  },

  'cite.styles': async (_, { text, ids }) => ok(ids === undefined ? (await styles()).list(text) : (await styles()).titled(ids)),
  'cite.locales': async () => ok((await styles()).locales()),
};
