import { ArrowLeft, FileOutput, FilePen, FileSymlink, FolderClosed, List, TriangleAlert } from 'lucide-react';
import type { Citation, ManuscriptView } from '../../../src/contract/manuscripts.ts';
import { t, tError } from '../../messages/messages.ts';
import { chooseManuscript, closeManuscript, useManuscripts } from '../../stores/manuscripts.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { openExportCited } from '../export/index.ts';
import { collect, showList } from './acts.ts';
import { Found, Missing, Unclear } from './Citations.tsx';
import { KeptBeside } from './KeptBeside.tsx';
import { folderOf, lastPart } from './paths.ts';

function Head({ file }: { file: string }) {
  return (
    <header className="manuscript-head">
      <div className="manuscript-back"><Button kind="quiet" icon={ArrowLeft} action="manuscripts.all" onPress={closeManuscript}>{t('manuscripts.all')}</Button></div>
      <h1>{lastPart(file)}</h1>
      <p className="manuscript-folder">{folderOf(file)}</p>
    </header>
  );
}

/** What can be done with all that is cited. */
function Acts({ view }: { view: ManuscriptView }) {
  const { file, papers, all } = view;
  if (papers === 0 && !all) return null;
  return (
    <div className="manuscript-acts">
      <Button kind="main" icon={FileSymlink} action="manuscript.keep" onPress={() => { openExportCited({ file, papers }, true); }}>{t('manuscripts.keep')}</Button>
      <Button icon={FileOutput} action="manuscript.export" onPress={() => { openExportCited({ file, papers }, false); }}>{t('manuscripts.export')}</Button>
      <Button icon={List} action="manuscript.list" onPress={() => { showList(file); }}>{t('manuscripts.list')}</Button>
      <Button icon={FolderClosed} action="manuscript.collect" onPress={() => { collect(file); }}>{t('manuscripts.collect')}</Button>
    </div>
  );
}

function Summary({ view, missing, unclear }: { view: ManuscriptView; missing: number; unclear: number }) {
  return (
    <p className="manuscript-summary" role="status">
      <strong>{t('manuscripts.count', { count: view.citations.length })}</strong>
      {view.citations.length > 0 ? <span>{t('manuscripts.papers', { count: view.papers })}</span> : null}
      {missing > 0 ? <span className="manuscript-missing-count">{t('manuscripts.missingCount', { count: missing })}</span> : null}
      {unclear > 0 ? <span>{t('manuscripts.checkCount', { count: unclear })}</span> : null}
      {view.parts.length > 1 ? <span title={view.parts.map(lastPart).join(', ')}>{t('manuscripts.parts', { count: view.parts.length - 1 })}</span> : null}
    </p>
  );
}

const EXAMPLES: readonly (readonly [RegExp, string])[] = [[/\.(?:tex|ltx|latex|aux|bcf)$/i, '\\cite{key}'], [/\.typ$/i, '@key'], [/\.org$/i, '[cite:@key]']];
const exampleFor = (file: string): string => EXAMPLES.find(([ending]) => ending.test(file))?.[1] ?? '[@key]';

function Body({ view }: { view: ManuscriptView }) {
  const by = (stands: (one: Citation) => boolean): Citation[] => view.citations.filter(stands);
  const [missing, unclear, found] = [by((one) => one.stands === 'missing'), by((one) => one.stands === 'ambiguous' || one.stands === 'repeated'), by((one) => one.stands === 'found')];
  return (
    <>
      <Summary view={view} missing={missing.length} unclear={unclear.length} />
      <Acts view={view} />
      <KeptBeside file={view.file} />
      {view.all ? <p className="manuscript-note">{t('manuscripts.everything')}</p> : null}
      {view.unread.length > 0 ? <p className="manuscript-note manuscript-trouble" role="alert"><TriangleAlert size={14} aria-hidden />{t('manuscripts.unread', { count: view.unread.length, files: view.unread.map(lastPart).join(', ') })}</p> : null}
      {view.citations.length === 0 && !view.all ? <p className="manuscript-note">{t('manuscripts.none', { example: exampleFor(view.file) })}</p> : null}
      <Missing view={view} citations={missing} />
      <Unclear view={view} citations={unclear} />
      <Found view={view} citations={found} />
    </>
  );
}

/** One manuscript: what it cites, what is missing, what can be done about it. */
export function Manuscript({ file }: { file: string }) {
  const { view, error } = useManuscripts();
  return (
    <main className="page manuscript">
      <Head file={file} />
      {error !== null ? <div className="manuscript-note" role="alert"><p>{tError(error)}</p><div className="page-acts"><Button icon={FilePen} action="manuscript.open" onPress={() => void chooseManuscript()}>{t('manuscripts.again')}</Button></div></div> : null}
      {view === null && error === null ? <div className="manuscript-note" role="status"><p>{t('manuscripts.reading')}</p><Progress label={t('manuscripts.reading')} done={0} total={null} /></div> : null}
      {view === null ? null : <Body view={view} />}
    </main>
  );
}
