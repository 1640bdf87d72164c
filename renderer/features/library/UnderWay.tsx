import type { Job } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { useDownloadUnderWay } from '../../stores/jobs.ts';

const partOf = ({ done, total }: Job): number | null => (total === null || total === 0 ? null : Math.min(1, done / total));

/** That the PDF of a row's paper is on its way, and how far, in words. */
export function DownloadWords({ paper }: { paper: string }) {
  const job = useDownloadUnderWay(paper);
  if (job === null) return null;
  const part = partOf(job);
  return <span className="row-download">{job.state === 'queued' ? t('list.downloadWaits') : part === null ? t('list.downloading') : t('list.downloadingPart', { part })}</span>;
}

/** The same as a line at the foot of the row, in every form of rows. */
export function DownloadLine({ paper }: { paper: string }) {
  const job = useDownloadUnderWay(paper);
  if (job?.state !== 'running') return null;
  return <div className="row-line" aria-hidden><div style={{ width: `${String(100 * (partOf(job) ?? 0))}%` }} /></div>;
}
