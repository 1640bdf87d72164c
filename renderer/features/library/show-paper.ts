import { call } from '../../client/client.ts';
import { go } from '../../stores/query.ts';
import { useReading } from '../../stores/reading.ts';
import { focusPaper } from '../../stores/selection.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { show } from '../../stores/view.ts';

/** Shows the paper of this citation key, among all papers; with `passage`, the words that this mark stands on. */
export async function showPaper(citationKey: string, passage?: string): Promise<void> {
  const answer = await call('papers.find', { names: [citationKey] });
  if (!answer.ok) return sayError(answer.error);
  const [id] = answer.value[0]?.ids ?? [];
  if (id === undefined) return say('desktop.noPaper', { key: citationKey });
  show('papers');
  go({ in: 'all' });
  focusPaper(id);
  useReading.setState({ passage: passage ?? null });
}
