import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Annotation } from '../../../src/model/annotation.ts';
import type { Attachment } from '../../../src/model/attachment.ts';
import { isReadHere } from '../../../src/model/media-type.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { call } from '../../client/client.ts';
import { t, tError } from '../../messages/messages.ts';
import { noteOpen } from '../../stores/open-files.ts';
import { useReading } from '../../stores/reading.ts';
import { sayError } from '../../stores/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EpubReader, WebPage } from '../files/index.ts';
import { FileTabs } from './FileTabs.tsx';
import { cancelDownload, download, useDownload } from './jobs.ts';
import { bytesInWords } from './size.ts';
import './pdf.css';

/** pdf.js is large: it comes when the first PDF is opened. */
const PdfView = lazy(() => import('./PdfView.tsx').then(({ PdfView: view }) => ({ default: view })));

const openLink = (url: string): void => { void call('link.open', { url }).then((answer) => { if (!answer.ok) sayError(answer.error); }); };

/** A file that is on this disk, as far as is known, and of a kind that is shown here. */
const isRead = ({ mediaType, path }: Attachment): boolean => isReadHere(mediaType) && !/^https?:\/\//i.test(path);

/** What the view of a paper's files shows, for its name: a PDF unless there is none. */
export function readKind(attachments: readonly Attachment[], chosen: string | null): 'pdf' | 'page' | 'book' {
  const files = attachments.filter(isRead);
  const type = (files.find(({ id }) => id === chosen) ?? files[0])?.mediaType;
  return type === 'text/html' ? 'page' : type === 'application/epub+zip' ? 'book' : 'pdf';
}

const nameOf = ({ title, path }: Attachment): string => title ?? path.slice(path.lastIndexOf('/') + 1);

/** The files of a paper that are read here, one at a time, under the tabs of all that are open; the way to fetch one where there is none. `name`: the paper's title in plain words. */
export function PdfTab({ paper, name, attachments, annotations }: { paper: Paper; name: string; attachments: readonly Attachment[]; annotations: readonly Annotation[] }) {
  const files = attachments.filter(isRead);
  const chosen = useReading((state) => state.file);
  const shown = files.find((file) => file.id === chosen) ?? files[0];
  const file = shown?.id;
  const title = shown === undefined ? '' : files.length < 2 ? name || nameOf(shown) : nameOf(shown);
  useEffect(() => { if (file !== undefined) noteOpen({ paper: paper.id, file, title }); }, [paper.id, file, title]);
  if (shown === undefined) return <NoPdf paper={paper} />;
  const picker = files.length < 2 ? null : (
    <select className="pdf-picker" aria-label={t('pdf.file')} value={shown.id} onChange={(event) => { useReading.setState({ file: event.target.value }); }}>
      {files.map((one) => <option key={one.id} value={one.id}>{nameOf(one)}</option>)}
    </select>
  );
  return <div className="file-view"><FileTabs inSight={shown.id} /><div className="file-body"><File shown={shown} paper={paper} annotations={annotations} picker={picker} /></div></div>;
}

function File({ shown, paper, annotations, picker }: { shown: Attachment; paper: Paper; annotations: readonly Annotation[]; picker: ReactNode }) {
  if (shown.mediaType === 'text/html') return <WebPage key={shown.id} id={shown.id} picker={picker} />;
  if (shown.mediaType === 'application/epub+zip') return <EpubReader key={shown.id} id={shown.id} picker={picker} />;
  return (
    <Suspense fallback={<p className="pdf-message">{t('pdf.opening')}</p>}>
      <PdfView key={shown.id} attachment={shown.id} paper={paper} annotations={annotations} picker={picker} onLink={openLink} onReveal={() => void call('attachment.reveal', { id: shown.id }).then((answer) => { if (!answer.ok) sayError(answer.error); })} />
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
      {job?.state === 'failed' && <p className="pdf-failed" role="alert">{t('pdf.failed', { message: job.error === undefined ? '' : tError(job.error) })}</p>}
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
