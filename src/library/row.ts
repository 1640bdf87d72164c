import type { PaperRow } from '../contract/views.ts';
import type { CslName } from '../model/csl.ts';
import type { Paper } from '../model/paper.ts';
import { plainAbstract } from './abstract-text.ts';
import { yearOf } from './fold.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';

const SNIPPET = 200;
/** Enough of a raw abstract to give a snippet, also where markup takes up room. */
const RAW = 1200;
const MOST_AUTHORS = 3;

type Said = Pick<PaperRow, 'title' | 'authors' | 'year' | 'venue' | 'hasCode' | 'doubtful' | 'snippet'>;
/** What a row says that the paper's own record tells; worked out once for each form of a record. */
const said = new WeakMap<Paper, Said>();

/** One line of a list. */
export function rowOf(state: LibraryState, paper: Paper): PaperRow {
  const { id, item } = paper;
  const words = said.get(paper) ?? saidOf(paper);
  said.set(paper, words);
  return {
    id, ...words, type: item.type, citationKey: paper.citationKey, status: paper.status, rating: paper.rating ?? 0, tags: paper.tags,
    hasPdf: hasPdf(state, id), hasNote: under(state.index.note, id).size > 0, marks: under(state.index.annotation, id).size, added: paper.added, changed: paper.changed,
    ...(paper.deleted === undefined ? {} : { deleted: paper.deleted }),
  };
}

function saidOf({ item, links, doubts }: Paper): Said {
  return {
    title: plainAbstract(item.title ?? '').replace(/\n+/g, ' '), authors: authorsOf(item.author ?? item.editor ?? []), year: yearOf(item), venue: item['container-title'] ?? item.publisher ?? '',
    hasCode: links.some((link) => link.kind === 'code'), doubtful: Object.keys(doubts ?? {}).length > 0, snippet: snippet(item.abstract ?? ''),
  };
}

function hasPdf(state: LibraryState, paper: string): boolean {
  for (const id of under(state.index.attachment, paper)) if (state.attachment.get(id)?.mediaType === 'application/pdf') return true;
  return false;
}

const snippet = (raw: string): string => plainAbstract(raw.slice(0, RAW)).replace(/\n+/g, ' ').slice(0, SNIPPET);

export const nameOf = (name: CslName): string => [name['non-dropping-particle'], name.family].filter(Boolean).join(' ') || (name.literal ?? name.given ?? '');

/** Up to three family names; of more the first, "et al.". */
export function authorsOf(names: readonly CslName[]): string {
  return names.length > MOST_AUTHORS ? `${names.map(nameOf).find(Boolean) ?? ''} et al.` : names.map(nameOf).filter(Boolean).join(', ');
}
