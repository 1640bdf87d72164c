import type { Selection } from '../../../../src/contract/views.ts';
import { call } from '../../../client/client.ts';
import { useSettings } from '../../../stores/settings.ts';

/** Papers up to which a drag is made ready: a bibliography of a whole library is no drag. */
const MOST = 200;

let ready: { of: string; text: string; html: string | undefined } | null = null;

/** A drag must have its text at once when it begins; so it is made when the mouse goes down. */
export async function readyDrag(selection: Selection | null, count: number): Promise<void> {
  ready = null;
  if (selection === null || count > MOST) return;
  const { citationStyle: style, citationLocale: locale, quickCopy: { format } } = useSettings.getState().settings;
  const answer = await call('cite.quick', { selection, format, style, locale });
  if (answer.ok) ready = { of: JSON.stringify(selection), text: answer.value.text, html: answer.value.html };
}

/** Gives the papers along as text, so that they may be dropped in another program. */
export function fillDrag(data: DataTransfer, selection: Selection | null): void {
  if (ready === null || ready.of !== JSON.stringify(selection)) return;
  data.setData('text/plain', ready.text);
  if (ready.html !== undefined) data.setData('text/html', ready.html);
}
