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
  const id = answer.value[0]?.ids[0] ?? (await formerly(citationKey));
  if (id === undefined) return say('desktop.noPaper', { key: citationKey });
  show('papers');
  go({ in: 'all' });
  focusPaper(id);
  useReading.setState({ passage: passage !== undefined && await isMarked(id, passage) ? passage : null });
}

/** The paper that had this key before: links in other documents go on leading to it. */
async function formerly(key: string): Promise<string | undefined> {
  const answer = await call('papers.formerly', { keys: [key] });
  return answer.ok ? answer.value[0]?.ids[0] : undefined;
}

/** Asked of the library, not of the paper on the screen, which may be a moment behind; says so when the mark is gone. */
async function isMarked(paper: string, mark: string): Promise<boolean> {
  const detail = await call('papers.get', { id: paper });
  if (detail.ok && detail.value.annotations.some(({ id }) => id === mark)) return true;
  if (detail.ok) say('abstract.markGone');
  else sayError(detail.error);
  return false;
}
