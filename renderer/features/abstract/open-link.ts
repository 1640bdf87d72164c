import { call } from '../../client/client.ts';
import { sayError } from '../../stores/toasts.ts';
import { safeUrl } from './text/spans.ts';

/** Opens a web address in the reader's browser: http and https only, asked of the main process. */
export function openLink(address: string): void {
  const url = safeUrl(address);
  if (url === null) return;
  void call('link.open', { url }).then((answer) => { if (!answer.ok) sayError(answer.error); });
}
