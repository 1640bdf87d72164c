import { FilePen, X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../messages/messages.ts';
import { chooseManuscript, followManuscript, forgetManuscript, openManuscript, useManuscripts } from '../../stores/manuscripts.ts';
import { Button } from '../../ui/Button.tsx';
import { Manuscript } from './Manuscript.tsx';
import { folderOf, lastPart } from './paths.ts';
import './manuscripts.css';

function Recent() {
  const recent = useManuscripts((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="manuscripts-recent">
      <h2 id="manuscripts-recent">{t('manuscripts.recent')}</h2>
      <ul className="lines">
        {recent.map(({ file, there }) => (
          <li key={file} className="line manuscript-line">
            <button type="button" className="manuscript-open" disabled={!there} onClick={() => void openManuscript(file)}>
              <FilePen size={16} strokeWidth={1.6} aria-hidden />
              <span className="manuscript-name"><span>{lastPart(file)}</span><small>{there ? folderOf(file) : t('manuscripts.gone', { folder: folderOf(file) })}</small></span>
            </button>
            <Button kind="quiet" icon={X} label={t('manuscripts.forget', { name: lastPart(file) })} onPress={() => void forgetManuscript(file)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The manuscripts that one writes: those looked at before, or what one of them cites. */
export function ManuscriptsView() {
  const file = useManuscripts((state) => state.file);
  useEffect(followManuscript, []);
  if (file !== null) return <Manuscript file={file} />;
  return (
    <main className="page">
      <h1>{t('manuscripts.title')}</h1>
      <div className="manuscripts-empty">
        <p>{t('manuscripts.what')}</p>
        <p className="manuscripts-kinds">{t('manuscripts.kinds')}</p>
        <div className="page-acts"><Button kind="main" icon={FilePen} action="manuscript.open" onPress={() => void chooseManuscript()}>{t('manuscripts.choose')}</Button></div>
      </div>
      <Recent />
    </main>
  );
}
