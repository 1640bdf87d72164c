import { Highlighter, MessageSquare, PanelRight, Quote, Tag, TextQuote, Type, Underline } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { showTab, useReading } from '../../stores/reading.ts';
import type { Place } from '../../stores/view.ts';

const READ_IN: readonly Place[] = ['papers', 'triage', 'compare'];
const reading = (ctx: ActionContext): boolean => ctx.place === 'papers' && ctx.focused !== null && !ctx.trash;
const marking = (ctx: ActionContext): boolean => READ_IN.includes(ctx.place) && ctx.focused !== null && !ctx.trash && useReading.getState().hands !== null;
const stepping = (ctx: ActionContext): boolean => marking(ctx) && useReading.getState().hands?.step !== undefined;

const toggleSide = (): void => {
  const shown = document.querySelector('.side-pane') !== null;
  useReading.setState({ side: shown ? 'closed' : 'open', editingNote: false });
};

/** What can be done while an abstract is read. */
export const abstractActions: readonly Action[] = [
  { name: 'abstract.highlight', label: 'abstract.highlight', group: 'paper', shortcut: 'h', icon: Highlighter, when: marking, run: () => useReading.getState().hands?.mark('highlight') },
  { name: 'abstract.underline', label: 'abstract.underline', group: 'paper', shortcut: 'u', icon: Underline, when: marking, run: () => useReading.getState().hands?.mark('underline') },
  { name: 'abstract.comment', label: 'abstract.comment', group: 'paper', shortcut: 'm', icon: MessageSquare, when: marking, run: () => useReading.getState().hands?.comment() },
  { name: 'abstract.copyQuote', label: 'abstract.copyWithCitation', group: 'paper', shortcut: 'q', icon: Quote, when: marking, run: () => useReading.getState().hands?.copy() },
  { name: 'abstract.quoteInNote', label: 'abstract.quoteInNote', group: 'paper', shortcut: 'Shift+q', icon: TextQuote, when: (ctx) => marking(ctx) && useReading.getState().hands?.quote !== undefined, run: () => useReading.getState().hands?.quote?.() },
  { name: 'abstract.tagWords', label: 'abstract.tagWords', group: 'paper', icon: Tag, when: (ctx) => marking(ctx) && useReading.getState().hands?.tag !== undefined, run: () => useReading.getState().hands?.tag?.() },
  { name: 'abstract.nextSentence', label: 'abstract.nextSentence', group: 'move', shortcut: ']', when: stepping, run: () => useReading.getState().hands?.step?.(1) },
  { name: 'abstract.previousSentence', label: 'abstract.previousSentence', group: 'move', shortcut: '[', when: stepping, run: () => useReading.getState().hands?.step?.(-1) },
  { name: 'abstract.show', label: 'abstract.showAbstract', group: 'paper', shortcut: 'a', icon: Type, when: reading, run: () => { showTab('abstract'); } },
  { name: 'abstract.side', label: 'abstract.sideToggle', group: 'paper', shortcut: '\\', icon: PanelRight, when: reading, run: toggleSide },
];
