import { FolderOpen, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { openPdf, troubleOf } from './open.ts';
import type { PdfTrouble } from './open.ts';
import { giveViewerStyle } from './viewer-style.ts';
import { showPdf } from './viewer.ts';
import type { Shown, Viewer } from './viewer.ts';

interface Props { url: string; picker: ReactNode; onLink: (url: string) => void; onReveal: () => void }

giveViewerStyle();

/** One PDF in pdf.js's viewer, with page number and zoom. */
export function PdfView({ url, picker, onLink, onReveal }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [trouble, setTrouble] = useState<PdfTrouble | null>(null);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let gone = false;
    setTrouble(null);
    setShown(null);
    const opening = openPdf(url);
    opening.document.then((document) => {
      if (gone || container.current === null) return;
      viewer.current = showPdf(container.current, document, setShown);
    }, (error: unknown) => { if (!gone) setTrouble(troubleOf(error)); });
    return () => {
      gone = true;
      viewer.current?.close();
      viewer.current = null;
      opening.close();
    };
  }, [url, turn]);

  return (
    <div className="pdf" aria-label={t('pdf.viewer')} onClick={(event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !/^https?:/i.test(link.href) || link.classList.contains('internalLink')) return;
      event.preventDefault();
      onLink(link.href);
    }}>
      <div className="pdf-bar">
        {picker}
        {shown !== null && <PageField shown={shown} onGo={(page) => { viewer.current?.goTo(page); }} />}
        <span className="pdf-bar-gap" />
        <Button kind="quiet" icon={ZoomOut} label={t('pdf.zoomOut')} onPress={() => { viewer.current?.zoom(1 / 1.2); }} />
        <span className="pdf-scale">{shown === null ? '' : `${String(Math.round(shown.scale * 100))} %`}</span>
        <Button kind="quiet" icon={ZoomIn} label={t('pdf.zoomIn')} onPress={() => { viewer.current?.zoom(1.2); }} />
        <Button kind="quiet" icon={MoveHorizontal} label={t('pdf.fitWidth')} onPress={() => { viewer.current?.fit('page-width'); }} />
        <Button kind="quiet" icon={FolderOpen} label={t('pdf.reveal')} onPress={onReveal} />
      </div>
      <div className="pdf-frame">
        <div key={turn} ref={container} className="pdf-pages" tabIndex={0}><div className="pdfViewer" /></div>
        {trouble !== null && <div className="pdf-message pdf-trouble" role="alert"><p className="empty-title">{t(`pdf.trouble.${trouble}`)}</p><p>{t('pdf.trouble.hint')}</p><Button onPress={() => { setTurn(turn + 1); }}>{t('pdf.retry')}</Button></div>}
        {trouble === null && shown === null && <p className="pdf-message pdf-trouble">{t('pdf.opening')}</p>}
      </div>
    </div>
  );
}

/** The page number: shows the page in view, goes to the one typed. */
function PageField({ shown, onGo }: { shown: Shown; onGo: (page: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const page = Number.parseInt(typed ?? '', 10);
    if (Number.isFinite(page)) onGo(page);
    setTyped(null);
  };
  return (
    <label className="pdf-page">
      <span className="hidden-text">{t('pdf.page')}</span>
      <input inputMode="numeric" size={4} value={typed ?? String(shown.page)} onChange={(event) => { setTyped(event.target.value); }} onBlur={go} onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Enter') go(); }} />
      <span>{t('pdf.pageOf', { count: shown.pages })}</span>
    </label>
  );
}
