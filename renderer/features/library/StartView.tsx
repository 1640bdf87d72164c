import { useState } from 'react';
import { FileText, FolderInput, FolderOpen, FolderPlus, Leaf, Sparkles } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { runAction } from '../../actions/run.ts';
import { t, tError } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { createLibrary, openLibrary } from '../../stores/open.ts';
import { openExample } from '../guide/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Progress } from '../../ui/Progress.tsx';
import './start.css';

interface Way { icon: LucideIcon; name: string; title: string; hint: string; go: () => Promise<unknown> }

function ways(suggested: string): Way[] {
  return [
    { icon: Sparkles, name: 'start.example', title: t('start.example'), hint: t('start.exampleHint'), go: openExample },
    { icon: Leaf, name: 'start.empty', title: t('start.empty'), hint: t('start.emptyHint', { folder: suggested }), go: () => createLibrary({}) },
    { icon: FileText, name: 'start.import', title: t('start.import'), hint: t('start.importHint'), go: async () => (await createLibrary({})) && runAction('import.open') },
    { icon: FolderInput, name: 'start.folder', title: t('start.folder'), hint: t('start.folderHint'), go: async () => (await createLibrary({})) && runAction('import.folder') },
    { icon: FolderPlus, name: 'library.createElsewhere', title: t('start.elsewhere'), hint: t('start.elsewhereHint'), go: () => createLibrary({ choose: true }) },
    { icon: FolderOpen, name: 'library.open', title: t('start.open'), hint: t('start.openHint'), go: () => openLibrary() },
  ];
}

function Welcome() {
  const suggested = useLibrary((state) => state.suggested);
  const [busy, setBusy] = useState(false);
  const take = (way: Way): void => {
    setBusy(true);
    void way.go().finally(() => { setBusy(false); });
  };
  return (
    <>
      <h1>{t('start.welcome')}</h1>
      <p className="start-lead">{t('start.lead')}</p>
      <ul className="ways">
        {ways(suggested).map((way, index) => (
          <li key={way.name}>
            <button type="button" className="way" disabled={busy} autoFocus={index === 0} data-action={way.name} onClick={() => { take(way); }}>
              <way.icon size={20} strokeWidth={1.5} aria-hidden /><span><strong>{way.title}</strong><span className="way-hint">{way.hint}</span></span>
            </button>
          </li>
        ))}
      </ul>
      {busy ? <Progress label={t('start.opening')} done={0} total={null} /> : null}
    </>
  );
}

function Failed() {
  const { error, folder } = useLibrary();
  const nothingThere = error?.code === 'library-missing' && folder !== '';
  return (
    <div role="alert">
      <h1>{t('start.failed')}</h1>
      <p className="start-lead">{error === null ? t('start.engine') : tError(error)}</p>
      <p className="start-calm">{t('start.failedCalm')} {folder === '' ? '' : t('start.failedFolder', { folder })}</p>
      <div className="start-buttons">
        {nothingThere ? <Button kind="main" autoFocus action="start.here" onPress={() => void createLibrary({ folder })}>{t('start.here')}</Button> : <Button kind="main" autoFocus onPress={() => void openLibrary(folder === '' ? undefined : folder)}>{t('start.again')}</Button>}
        <Button action="library.open" onPress={() => void openLibrary()}>{t('settings.open')}</Button>
        <Button action="library.create" onPress={() => void createLibrary({})}>{t('settings.create')}</Button>
      </div>
    </div>
  );
}

function Opening() {
  const waitingFor = useLibrary((state) => state.waitingFor);
  const words = waitingFor === null || waitingFor === undefined ? t('start.opening') : t('start.waiting', { program: waitingFor });
  return <div className="start-wait"><p className="start-lead" role="status">{words}</p><Progress label={words} done={0} total={null} /></div>;
}

/** What is shown while no library is open: the ways to one, that it opens, or why it does not. */
export function StartView() {
  const state = useLibrary((one) => one.state);
  return (
    <main className="start">
      <div className="start-page">
        <Mark size={44} />
        {state === 'failed' ? <Failed /> : state === 'none' ? <Welcome /> : <Opening />}
      </div>
    </main>
  );
}
