import { lazy, Suspense, useState } from 'react';
import type { Attachment } from '../../../src/model/attachment.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { isPdf } from './DownloadButton.tsx';
import { cancelDownload, download, useDownload } from './jobs.ts';
import { bytesInWords } from './size.ts';
import './pdf.css';

/** pdf.js is large: it comes when the first PDF is opened. */
const PdfView = lazy(() => import('./PdfView.tsx').then(({ PdfView: view }) => ({ default: view })));

const openLink = (url: string): void => { void call('link.open', { url }).then((answer) => { if (!answer.ok) sayError(answer.error); }); };

/** The PDFs of a paper, one at a time; the way to fetch one where there is none. */
export function PdfTab({ paper, attachments }: { paper: Paper; attachments: readonly Attachment[] }) {
  const files = attachments.filter(isPdf);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = files.find((file) => file.id === chosen) ?? files[0];
  if (shown === undefined) return <NoPdf paper={paper} />;
  const picker = files.length < 2 ? null : (
    <select className="pdf-picker" aria-label={t('pdf.file')} value={shown.id} onChange={(event) => { setChosen(event.target.value); }}>
      {files.map((file) => <option key={file.id} value={file.id}>{file.title ?? file.path.slice(file.path.lastIndexOf('/') + 1)}</option>)}
    </select>
  );
  return (
    <Suspense fallback={<p className="pdf-message">{t('pdf.opening')}</p>}>
      <PdfView key={shown.id} url={`app://sheaf/file/${shown.id}`} picker={picker} onLink={openLink} onReveal={() => void call('attachment.reveal', { id: shown.id }).then((answer) => { if (!answer.ok) sayError(answer.error); })} />
    </Suspense>
  );
}

function NoPdf({ paper }: { paper: Paper }) {
  const job = useDownload(paper.id);
  const underWay = job?.state === 'running' || job?.state === 'queued';
  return (
    <div className="pdf-message">
      <p className="empty-title">{t('pdf.none')}</p>
      {!underWay && <p>{t('pdf.noneHint')}</p>}
      {job?.state === 'failed' && <p className="pdf-failed" role="alert">{t('pdf.failed', { message: job.error?.message ?? '' })}</p>}
      {underWay && (
        <>
          <p role="status">{job.state === 'queued' ? t('pdf.queued') : job.total === null ? t('pdf.downloading', { done: bytesInWords(job.done) }) : t('pdf.downloadingOf', { done: bytesInWords(job.done), total: bytesInWords(job.total) })}</p>
          <progress aria-label={t('pdf.download')} {...(job.total === null ? {} : { max: job.total, value: job.done })} />
          <Button onPress={() => void cancelDownload(job.id)}>{t('pdf.cancel')}</Button>
        </>
      )}
      {!underWay && <Button kind="main" action="pdf.download" onPress={() => void download(paper.id)}>{t(job?.state === 'failed' ? 'pdf.retry' : 'pdf.download')}</Button>}
    </div>
  );
}
