import { Download, X } from 'lucide-react';
import type { Attachment } from '../../../src/model/attachment.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { t } from '../../messages/messages.ts';
import { cancelDownload, download, useDownload } from './jobs.ts';

export const isPdf = (attachment: Attachment): boolean => attachment.mediaType === 'application/pdf';

/** Fetches the PDF while there is none; under way it shows how far, and stops. */
export function DownloadButton({ paper, attachments }: { paper: Paper; attachments: readonly Attachment[] }) {
  const job = useDownload(paper.id);
  if (job?.state === 'running' || job?.state === 'queued') {
    const part = job.total === null || job.total === 0 ? null : Math.round((100 * job.done) / job.total);
    return <button type="button" className="icon-button download-under-way" aria-label={t('pdf.cancel')} title={t('pdf.cancel')} onClick={() => void cancelDownload(job.id)}>{part !== null && <span>{part} %</span>}<X size={14} aria-hidden="true" /></button>;
  }
  if (attachments.some(isPdf)) return null;
  return <button type="button" className="icon-button" aria-label={t('pdf.download')} title={`${t('pdf.download')} (D)`} onClick={() => void download(paper.id)}><Download size={16} aria-hidden="true" /></button>;
}
