import { create } from 'zustand';
import type { PaperQuery, Selection } from '../../../src/contract/views.ts';
import { STATUSES } from '../../../src/model/paper.ts';
import type { Status } from '../../../src/model/paper.ts';
import { WITH_PDFS } from '../../../src/search/in-pdfs.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useLibrary } from '../../stores/library.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { show, useView } from '../../stores/view.ts';

export type PlaceDialog = { kind: 'tag' | 'merge' | 'move' | 'query'; id: string };

/** What is being done to a collection or tag in the sidebar: its name written in its place, or a dialog about it. */
export const usePlaces = create<{ renaming: string | null; dialog: PlaceDialog | null }>(() => ({ renaming: null, dialog: null }));

/** Makes a collection, shows it and lets its name be written. */
export async function newCollection(input: { name?: string; parent?: string; query?: string } = {}): Promise<void> {
  const made = await carryOut('collection.create', { ...input, name: input.name ?? t('collection.new') });
  const id = made?.created[0];
  if (id === undefined) return;
  if (input.parent !== undefined) setFolded(input.parent, false);
  useView.setState(({ sidebar }) => ({ sidebar: window.matchMedia('(max-width: 1079px)').matches ? true : sidebar }));
  show('papers');
  go({ in: 'collection', collection: id });
  usePlaces.setState({ renaming: id });
}

const quoted = (name: string): string => (/[\s"]/.test(name) ? `"${name.replace(/"/g, '')}"` : name);

/** What the list is narrowed to, in words that search understands. */
export function asWords({ scope, tags, text, pdfs }: PaperQuery): string {
  const named = new Map(useLibrary.getState().overview?.tags.map((tag) => [tag.id, tag.name]));
  const asked = scope.in === 'tag' ? [scope.tag, ...tags] : tags;
  const within = scope.in === 'collection' ? useLibrary.getState().overview?.collections.find((one) => one.id === scope.collection)?.query ?? '' : '';
  return [within, ...asked.flatMap((id) => { const name = named.get(id); return name === undefined ? [] : [`tag:${quoted(name)}`]; }), scope.in === 'status' ? `is:${scope.status}` : '', scope.in === 'untagged' ? '-has:tag' : '', text.trim(), pdfs && text.trim() !== '' ? WITH_PDFS : ''].filter((part) => part !== '').join(' ');
}

/** Keeps what the list is narrowed to as a collection that stays live. */
export async function keepSearch(): Promise<void> {
  const { query } = useSelection.getState();
  const words = asWords(query);
  if (words !== '') await newCollection({ name: (query.text.trim() || words).slice(0, 300), query: words });
}

export function setFolded(id: string, folded: boolean): void {
  const { settings, set } = useSettings.getState();
  const others = settings.folded.filter((one) => one !== id);
  void set({ folded: folded ? [...others, id] : others });
}

/** Gives papers a tag, or takes it off where all of them have it. */
export async function turnTag(selection: Selection, key: number): Promise<void> {
  const tag = useLibrary.getState().overview?.tags.find((one) => one.key === key);
  if (tag === undefined) return say('toast.noTagKey', { key });
  const shared = await call('papers.shared', { selection });
  if (!shared.ok) return sayError(shared.error);
  const all = shared.value.tags.find(({ id }) => id === tag.id)?.count === shared.value.total;
  if (all) await act('tag.remove', { selection, tag: tag.id }, 'toast.untagged', { tag: tag.name });
  else await act('tag.add', { selection, name: tag.name }, 'toast.tagged', { tag: tag.name });
}

const isStatus = (word: string): word is Status => STATUSES.some((one) => one === word);

/** Papers are let go on a place of the sidebar: `status:read`, `tag:ID`, `collection:ID`, `trash`. */
export async function letGoOn(place: string, selection: Selection): Promise<void> {
  const [kind = '', id = ''] = place.split(':');
  const { overview } = useLibrary.getState();
  if (kind === 'status' && isStatus(id)) await act('paper.status', { selection, status: id }, 'toast.status', { status: t(`status.${id}`) });
  if (kind === 'trash') await act('paper.trash', { selection }, 'toast.trashed');
  const tag = kind === 'tag' ? overview?.tags.find((one) => one.id === id) : undefined;
  if (tag !== undefined) await act('tag.add', { selection, name: tag.name }, 'toast.tagged', { tag: tag.name });
  const collection = kind === 'collection' ? overview?.collections.find((one) => one.id === id) : undefined;
  if (collection !== undefined) await act('collection.add', { selection, collection: id }, 'toast.collected', { name: collection.name });
}
