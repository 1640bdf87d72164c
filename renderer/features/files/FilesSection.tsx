import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PaperDetail } from '../../../src/contract/views.ts';
import { call, on } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { useDownloadUnderWay } from '../../stores/jobs.ts';
import { open } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { FileLine } from './FileLine.tsx';
import { useFileWork } from './store.ts';
import { chooseAndBring } from './work.ts';
import './files.css';

type Present = ReadonlyMap<string, { there: boolean; bytes: number | null }>;

/** The files of a paper: read, added, named, taken away. */
export function FilesSection({ detail: { paper, attachments } }: { detail: PaperDetail }) {
  const present = usePresent(paper.id, attachments.map(({ id, path }) => `${id} ${path}`).join('\n'));
  return (
    <section aria-labelledby="side-files" className="files" data-drop={`files:${paper.id}`} data-drop-name={paper.item.title}>
      <h2 id="side-files" className="side-heading">{t('files.heading')}{attachments.length > 0 && <span className="side-count">{attachments.length}</span>}</h2>
      {attachments.length === 0 && <p className="side-hint">{t('files.empty')}</p>}
      <OnItsWay paper={paper.id} />
      {attachments.length > 0 && (
        <ul className="file-lines" aria-label={t('files.list')}>
          {attachments.map((file, index) => <FileLine key={file.id} file={file} main={attachments.length > 1 && index === 0} several={attachments.length > 1} there={present.get(file.id)?.there ?? true} bytes={file.bytes ?? present.get(file.id)?.bytes ?? null} />)}
        </ul>
      )}
      <div className="file-acts">
        <button type="button" className="quiet-button" data-action="files.add" onClick={() => void chooseAndBring(paper.id)}>{t('files.add')}</button>
        <MenuButton label={t('files.addMenu')} button={<Button kind="quiet" icon={Plus} label={t('files.addMenu')} />}
          sections={[{ id: t('files.addMenu'), items: [{ id: 'files.link', label: t('files.link') }, { id: 'files.linkAddress', label: t('files.linkAddress') }] }]}
          onChoose={(id) => { if (id === 'files.link') void chooseAndBring(paper.id, true); else linkAddress(paper.id); }} />
      </div>
    </section>
  );
}

/** The PDF that is being fetched, where the files are. */
function OnItsWay({ paper }: { paper: string }) {
  const job = useDownloadUnderWay(paper);
  if (job === null) return null;
  return <div className="file-coming" data-testid="file-coming"><span>{t(job.state === 'queued' ? 'pdf.queued' : 'files.coming')}</span>{job.state === 'running' ? <Progress label={t('files.coming')} done={job.done} total={job.total} /> : null}</div>;
}

/** Asks for an address to link. */
export function linkAddress(paper: string): void {
  useFileWork.setState({ linking: paper });
  open('linkAddress');
}

/** Which files are where they should be; looked at again whenever they or their places change, and when the window is turned to. */
function usePresent(paper: string, files: string): Present {
  const [present, setPresent] = useState<Present>(new Map());
  useEffect(() => {
    let gone = false;
    const look = (): void => {
      if (files !== '') void call('attachment.present', { paper }).then((answer) => { if (answer.ok && !gone) setPresent(new Map(answer.value.map((one) => [one.id, one]))); });
    };
    look();
    window.addEventListener('focus', look);
    const deaf = on('changed', ({ tables }) => { if (tables.length === 0 || tables.includes('attachment')) look(); });
    return () => {
      gone = true;
      window.removeEventListener('focus', look);
      deaf();
    };
  }, [paper, files]);
  return present;
}
