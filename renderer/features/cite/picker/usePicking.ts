import type { Cite } from '../../../../src/citation/cite.ts';
import type { PaperRow } from '../../../../src/contract/views.ts';
import { call } from '../../../client/client.ts';

/** A work to be cited, with the title that is shown for it. */
export type Picked = Cite & { title: string };

export const picked = ({ id, citationKey, title }: PaperRow): Picked => ({ id, key: citationKey, title, locator: '', label: 'page', prefix: '', suffix: '', suppressAuthor: false });

/** Gives the citation to whoever asked for it; the window closes. */
export const finish = (cites: readonly Picked[] | null): void => {
  void call('citing.picked', { cites: cites === null ? null : cites.map(({ id, key, locator, label, prefix, suffix, suppressAuthor }) => ({ id, key, locator, label, prefix, suffix, suppressAuthor })) });
};
