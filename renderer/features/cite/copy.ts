import { Braces, Quote } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/registry.ts';
import { call } from '../../client/client.ts';
import { useSettings } from '../../stores/settings.ts';
import { say, sayError } from '../../stores/toasts.ts';

const some = (ctx: ActionContext): boolean => ctx.selection !== null && !ctx.trash;

async function copyReference({ selection }: ActionContext): Promise<void> {
  if (selection === null) return;
  const { citationStyle, citationLocale } = useSettings.getState().settings;
  const answer = await call('cite.copy', { selection, style: citationStyle, locale: citationLocale });
  if (answer.ok) say('toast.copied', { count: answer.value.count });
  else sayError(answer.error);
}

async function copyBibtex({ selection }: ActionContext): Promise<void> {
  if (selection === null) return;
  const answer = await call('export.text', { selection, format: 'bibtex' });
  if (!answer.ok) return sayError(answer.error);
  const written = await call('clipboard.write', { text: answer.value.text });
  if (written.ok) say('toast.copiedBibtex', { count: answer.value.count });
  else sayError(written.error);
}

export const copyActions: readonly Action[] = [
  { name: 'cite.copy', label: 'action.copyReference', shortcut: 'c', icon: Quote, group: 'papers', menu: true, when: some, run: copyReference },
  { name: 'cite.copyBibtex', label: 'action.copyBibtex', shortcut: 'b', icon: Braces, group: 'papers', menu: true, when: some, run: copyBibtex },
];
