import type { LucideIcon } from 'lucide-react';
import type { Overview, PaperDetail, Selection } from '../../src/contract/views.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Place } from '../stores/view.ts';

/** What an action may look at to say whether it applies. */
export interface ActionContext {
  place: Place;
  overview: Overview | null;
  /** The papers an action is for: those selected, else the focused one; null when there is none. */
  selection: Selection | null;
  selected: number;
  focused: string | null;
  paper: PaperDetail | null;
  trash: boolean;
}

/** The parts of a paper's context menu, in its order. */
export const MENU_PARTS = ['open', 'status', 'order', 'files', 'cite', 'away'] as const;
export type MenuPart = (typeof MENU_PARTS)[number];

export type Group = 'papers' | 'paper' | 'pdf' | 'status' | 'triage' | 'library' | 'move' | 'app';

/** One thing the window can do; the menu, palette, keys, context menus and the help page all read this. */
export interface Action {
  name: string;
  label: MessageKey;
  group: Group;
  /** Keys as `Mod+Shift+Z`, `j`, `?`, `ArrowDown`; Mod is Ctrl, on macOS Cmd. */
  shortcut?: string | readonly string[];
  icon?: LucideIcon;
  /** Works also while a text field has the focus. */
  inFields?: boolean;
  /** Shown in the context menu of papers, in this part of it. */
  menu?: MenuPart;
  /** What the context menu it is in is about; a paper where nothing is said. */
  about?: 'note';
  /** Left out of the palette (it would make no sense there). */
  hidden?: boolean;
  when(ctx: ActionContext): boolean;
  run(ctx: ActionContext): unknown;
}

let all: readonly Action[] = [];

/** Puts the composed actions in place; called once, before the first render. */
export function provideActions(actions: readonly Action[]): void {
  all = actions;
}

export const allActions = (): readonly Action[] => all;
export const actionNamed = (name: string): Action | undefined => all.find((action) => action.name === name);
