import { Archive, BookOpen, CheckCheck, Clock, FileSearch, Inbox, RotateCcw, Tag, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Status } from '../../../../src/model/paper.ts';
import type { Action, ActionContext } from '../../../actions/registry.ts';
import { t } from '../../../messages/messages.ts';
import type { MessageKey } from '../../../messages/messages.ts';
import { act } from '../../../stores/act.ts';
import { pickNone } from '../../../stores/choose.ts';
import { togglePdfs } from '../../../stores/query.ts';
import { open } from '../../../stores/view.ts';

/** Papers to be put in order: in the list, or side by side. */
const papers = (ctx: ActionContext): boolean => (ctx.place === 'papers' || ctx.place === 'compare') && ctx.selection !== null && !ctx.trash;

const status = (name: string, label: MessageKey, shortcut: string, icon: LucideIcon, to: Status): Action => ({
  name, label, shortcut, icon, group: 'status', menu: 'status', when: papers,
  run: async ({ selection }) => {
    if (selection === null) return;
    if (await act('paper.status', { selection, status: to }, 'toast.status', { status: t(`status.${to}`) })) pickNone();
  },
});

export const paperActions: readonly Action[] = [
  status('paper.archive', 'action.archive', 'e', Archive, 'archived'),
  status('paper.inbox', 'action.inbox', 'i', Inbox, 'inbox'),
  status('paper.later', 'action.later', 'l', Clock, 'later'),
  status('paper.reading', 'action.reading', 'r', BookOpen, 'reading'),
  status('paper.read', 'action.read', 'f', CheckCheck, 'read'),
  { name: 'search.pdfs', label: 'list.inPdfs', shortcut: 'Alt+p', icon: FileSearch, group: 'papers', inFields: true, when: ({ place }) => place === 'papers', run: togglePdfs },
  { name: 'paper.tag', label: 'action.tag', shortcut: 't', icon: Tag, group: 'papers', menu: 'order', when: papers, run: () => { open('tags'); } },
  {
    name: 'paper.trash', label: 'action.trash', shortcut: ['Delete', '#'], icon: Trash2, group: 'papers', menu: 'away', when: (ctx) => ctx.place === 'papers' && papers(ctx),
    run: async ({ selection }) => { if (selection !== null && (await act('paper.trash', { selection }, 'toast.trashed'))) pickNone(); },
  },
  {
    name: 'paper.restore', label: 'action.restore', shortcut: 'Shift+r', icon: RotateCcw, group: 'papers', menu: 'away', when: (ctx) => ctx.trash && ctx.selection !== null,
    run: async ({ selection }) => { if (selection !== null && (await act('paper.restore', { selection }, 'toast.restored'))) pickNone(); },
  },
  {
    name: 'trash.empty', label: 'action.emptyTrash', icon: Trash2, group: 'library', when: (ctx) => (ctx.overview?.counts.trash ?? 0) > 0,
    run: () => { open('emptyTrash'); },
  },
];
