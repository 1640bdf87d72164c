import { ArchiveRestore, BookmarkPlus, CopyCheck, FolderMinus, FolderPlus, FolderTree, GitFork, Rows3, Star, Tag } from 'lucide-react';
import { LIST_LAYOUTS, ROW_STYLES } from '../../../../src/contract/list-form.ts';
import { call } from '../../../client/client.ts';
import type { Action, ActionContext } from '../../../actions/registry.ts';
import { runAction } from '../../../actions/run.ts';
import { t } from '../../../messages/messages.ts';
import { act } from '../../../stores/act.ts';
import { go } from '../../../stores/query.ts';
import { showPaperToo, showsPaper } from '../../../stores/reading.ts';
import { useSelection } from '../../../stores/selection.ts';
import { useSettings } from '../../../stores/settings.ts';
import { say, sayError } from '../../../stores/toasts.ts';
import { open, show } from '../../../stores/view.ts';
import { asWords, keepSearch, newCollection, turnTag } from '../organise.ts';

/** Papers to be put in order: in the list, or side by side. */
const papers = (ctx: ActionContext): boolean => (ctx.place === 'papers' || ctx.place === 'compare') && ctx.selection !== null && !ctx.trash;
const STARS = [0, 1, 2, 3, 4, 5] as const;
const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const rate = (stars: (typeof STARS)[number]): Action => ({
  name: `paper.rate${String(stars)}`, label: `action.rate${stars}`, shortcut: `Alt+${String(stars)}`, icon: Star, group: 'papers', when: papers,
  run: async ({ selection }) => { if (selection !== null) await act('paper.rate', { selection, rating: stars }, 'toast.rated', { stars: stars === 0 ? t('rate.none') : '★'.repeat(stars) }); },
});

const giveTag = (key: (typeof KEYS)[number]): Action => ({
  name: `tag.key${String(key)}`, label: `action.tagKey${key}`, shortcut: String(key), icon: Tag, group: 'papers', hidden: true, when: papers,
  run: async ({ selection }) => { if (selection !== null) await turnTag(selection, key); },
});

/** The collection whose papers are listed, where they were put by hand. */
function here({ overview }: ActionContext): { id: string; name: string } | null {
  const { scope } = useSelection.getState().query;
  const collection = scope.in === 'collection' ? overview?.collections.find((one) => one.id === scope.collection) : undefined;
  return collection === undefined || collection.query !== undefined ? null : collection;
}

async function restoreAll(): Promise<void> {
  const all = await call('papers.query', { scope: { in: 'trash' } });
  if (!all.ok) return sayError(all.error);
  await act('paper.restore', { selection: { query: all.value.query, except: [] } }, 'toast.restored');
}

const after = <T>(all: readonly T[], one: T): T | undefined => all[(all.indexOf(one) + 1) % all.length];

export const organiseActions: readonly Action[] = [
  {
    name: 'paper.open', label: 'action.readPaper', shortcut: 'Enter', group: 'move', hidden: true, when: (ctx) => ctx.place === 'papers' && ctx.focused !== null,
    run: () => (showsPaper() ? runAction('pdf.open') : showPaperToo()),
  },
  ...STARS.map(rate),
  ...KEYS.map(giveTag),
  { name: 'paper.collect', label: 'action.collect', shortcut: 'g', icon: FolderTree, group: 'papers', menu: 'order', when: papers, run: () => { open('collections'); } },
  {
    name: 'paper.uncollect', label: 'action.uncollect', shortcut: 'Shift+g', icon: FolderMinus, group: 'papers', menu: 'order', when: (ctx) => papers(ctx) && here(ctx) !== null,
    run: async (ctx) => { const one = here(ctx); if (one !== null && ctx.selection !== null) await act('collection.remove', { selection: ctx.selection, collection: one.id }, 'toast.uncollected', { name: one.name }); },
  },
  { name: 'paper.relate', label: 'action.relate', icon: GitFork, group: 'papers', menu: 'order', when: (ctx) => papers(ctx) && ctx.focused !== null && ctx.selected === 1, run: () => { open('relate'); } },
  { name: 'library.duplicates', label: 'action.duplicates', icon: CopyCheck, group: 'library', when: (ctx) => (ctx.overview?.counts.all ?? 0) > 1, run: () => { open('duplicates'); } },
  { name: 'collection.create', label: 'action.newCollection', icon: FolderPlus, group: 'library', when: (ctx) => ctx.overview !== null, run: () => newCollection() },
  { name: 'search.keep', label: 'action.keepSearch', shortcut: 'Mod+s', icon: BookmarkPlus, group: 'library', inFields: true, when: (ctx) => ctx.place === 'papers' && !ctx.trash, run: async () => { if (asWords(useSelection.getState().query) === '') say('toast.nothingToKeep'); else await keepSearch(); } },
  { name: 'go.untagged', label: 'action.goUntagged', group: 'move', when: (ctx) => ctx.overview !== null, run: () => { show('papers'); go({ in: 'untagged' }); } },
  { name: 'trash.restoreAll', label: 'action.restoreAll', icon: ArchiveRestore, group: 'library', when: (ctx) => (ctx.overview?.counts.trash ?? 0) > 0, run: restoreAll },
  { name: 'app.density', label: 'action.density', shortcut: 'v', icon: Rows3, group: 'app', when: (ctx) => ctx.place === 'papers', run: () => { const { settings, set } = useSettings.getState(); return set({ density: after(ROW_STYLES, settings.density) ?? 'roomy' }); } },
  ...ROW_STYLES.map((style): Action => ({ name: `rows.${style}`, label: `rows.action.${style}`, group: 'app', when: (ctx) => ctx.place === 'papers', run: () => useSettings.getState().set({ density: style }) })),
  { name: 'app.layout', label: 'action.layout', shortcut: 'w', group: 'app', when: (ctx) => ctx.place === 'papers', run: () => { const { settings, set } = useSettings.getState(); return set({ layout: after(LIST_LAYOUTS, settings.layout) ?? 'beside' }); } },
  ...LIST_LAYOUTS.map((layout): Action => ({ name: `layout.${layout}`, label: `layout.action.${layout}`, group: 'app', when: (ctx) => ctx.place === 'papers', run: () => useSettings.getState().set({ layout }) })),
];
