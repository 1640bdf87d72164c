import { Archive, BookOpen, CheckCheck, Clock, Download, FileText, Layers, Redo2, Star, Tag, Undo2, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Status } from '../../../src/model/paper.ts';
import type { Action, ActionContext } from '../../actions/registry.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { showTab } from '../../stores/reading.ts';
import { useRows } from '../../stores/rows.ts';
import { endTriage, leaveTriage, resumeTriage, startTriage, triageAt, useTriage } from '../../stores/triage.ts';
import { decideDownload, decideRating, decideStatus, decideTagKey, undoDecision } from './decide.ts';

const here = (ctx: ActionContext): boolean => ctx.place === 'triage';
const showing = (ctx: ActionContext): boolean => here(ctx) && useTriage.getState().at < useTriage.getState().ids.length;
const STARS = [1, 2, 3, 4, 5] as const;
const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const status = (name: string, label: MessageKey, shortcut: string | readonly string[], icon: LucideIcon, to: Status): Action => ({ name, label, shortcut, icon, group: 'triage', menu: 'status', when: showing, run: () => { decideStatus(to); } });
const step = (by: 1 | -1) => (): void => { triageAt(useTriage.getState().at + by); };

/** One paper at a time, a key for each decision. These come before the keys of other views. */
export const triageActions: readonly Action[] = [
  { name: 'triage.start', label: 'triage.start', shortcut: 'Shift+t', icon: Layers, group: 'papers', when: (ctx) => ctx.place === 'papers' && !ctx.trash && (useRows.getState().handle?.total ?? 0) > 0, run: startTriage },
  { name: 'triage.resume', label: 'triage.resume', icon: Layers, group: 'move', when: (ctx) => ctx.place !== 'triage' && useTriage.getState().ids.length > 0, run: resumeTriage },
  status('triage.keep', 'triage.keep', ['y', 'r'], BookOpen, 'reading'),
  status('triage.later', 'triage.later', 'l', Clock, 'later'),
  status('triage.archive', 'triage.archive', 'e', Archive, 'archived'),
  status('triage.read', 'triage.read', 'f', CheckCheck, 'read'),
  { name: 'triage.tag', label: 'triage.tag', shortcut: 't', icon: Tag, group: 'triage', menu: 'order', when: showing, run: () => { useTriage.setState({ tagging: true }); } },
  { name: 'triage.star', label: 'triage.star', shortcut: 's', icon: Star, group: 'triage', menu: 'order', when: showing, run: () => { decideRating(5); } },
  ...STARS.map((stars): Action => ({ name: `triage.rate${String(stars)}`, label: `action.rate${stars}`, shortcut: `Alt+${String(stars)}`, group: 'triage', hidden: true, when: showing, run: () => { decideRating(stars); } })),
  ...KEYS.map((key): Action => ({ name: `triage.tagKey${String(key)}`, label: `action.tagKey${key}`, shortcut: String(key), group: 'triage', hidden: true, when: showing, run: () => { decideTagKey(key); } })),
  { name: 'triage.download', label: 'triage.download', shortcut: 'd', icon: Download, group: 'triage', menu: 'files', when: showing, run: decideDownload },
  { name: 'triage.open', label: 'triage.open', shortcut: 'o', icon: FileText, group: 'triage', menu: 'open', when: showing, run: () => { leaveTriage(); showTab('pdf'); } },
  { name: 'triage.next', label: 'triage.next', shortcut: ['j', 'ArrowRight'], icon: Redo2, group: 'triage', when: showing, run: step(1) },
  { name: 'triage.previous', label: 'triage.previous', shortcut: ['k', 'ArrowLeft'], icon: Undo2, group: 'triage', when: (ctx) => here(ctx) && useTriage.getState().at > 0, run: step(-1) },
  { name: 'triage.undo', label: 'triage.undo', shortcut: ['z', 'Mod+z'], icon: Undo2, group: 'triage', when: here, run: undoDecision },
  { name: 'triage.leave', label: 'triage.leave', shortcut: 'Escape', icon: X, group: 'triage', when: here, run: () => { if (useTriage.getState().at < useTriage.getState().ids.length) leaveTriage(); else endTriage(); } },
];
