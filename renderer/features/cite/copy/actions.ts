import { Braces, ClipboardCopy, Quote } from 'lucide-react';
import { QUICK_COPIES, type QuickCopy } from '../../../../src/citation/quick-copy.ts';
import type { Action, ActionContext } from '../../../actions/registry.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { useSettings } from '../../../stores/settings.ts';
import { say, sayError } from '../../../stores/toasts.ts';

const some = (ctx: ActionContext): boolean => ctx.selection !== null && !ctx.trash;

/** Puts the papers on the clipboard in one form; who presses the keys in another program is told by the system. */
async function copyAs({ selection }: ActionContext, format: QuickCopy): Promise<void> {
  if (selection === null) return;
  const { citationStyle, citationLocale } = useSettings.getState().settings;
  const answer = await call('cite.copy', { selection, format, style: citationStyle, locale: citationLocale });
  if (!answer.ok) return sayError(answer.error);
  const { text, count } = answer.value;
  if (format === 'reference') say('toast.copied', { count });
  else say('cite.copied', { text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text });
  if (!document.hasFocus()) void call('app.notify', { title: t('cite.copiedTitle'), body: text.slice(0, 300) });
}

const SHOWN = 80;

async function copyBibtex({ selection }: ActionContext): Promise<void> {
  if (selection === null) return;
  const answer = await call('export.text', { selection, format: 'bibtex' });
  if (!answer.ok) return sayError(answer.error);
  const written = await call('clipboard.write', { text: answer.value.text });
  if (written.ok) say('toast.copiedBibtex', { count: answer.value.count });
  else sayError(written.error);
}

const FORMS = QUICK_COPIES.filter((format) => format !== 'reference');

export const copyActions: readonly Action[] = [
  { name: 'cite.copy', label: 'action.copyReference', shortcut: 'c', icon: Quote, group: 'papers', menu: 'cite', when: some, run: (ctx) => copyAs(ctx, 'reference') },
  { name: 'cite.quickCopy', label: 'action.quickCopy', shortcut: 'Mod+Shift+c', icon: ClipboardCopy, group: 'papers', menu: 'cite', when: some, run: (ctx) => copyAs(ctx, useSettings.getState().settings.quickCopy.format) },
  { name: 'cite.copyBibtex', label: 'action.copyBibtex', shortcut: 'b', icon: Braces, group: 'papers', menu: 'cite', when: some, run: copyBibtex },
  ...FORMS.map((format): Action => ({ name: `cite.copyAs.${format}`, label: `action.copyAs.${format}`, icon: ClipboardCopy, group: 'papers', when: some, run: (ctx) => copyAs(ctx, format) })),
];
