import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Annotation } from '../../../src/model/annotation.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { useAskedPage } from './hit.ts';
import { FindBar } from './FindBar.tsx';
import { LinkPreview } from './LinkPreview.tsx';
import { Marks } from './Marks.tsx';
import { Password } from './Password.tsx';
import { PdfBar } from './PdfBar.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useReader } from './reader.ts';
import { usePdf } from './usePdf.ts';
import { giveViewerStyle } from './viewer-style.ts';

interface Props { attachment: string; paper: Paper; annotations: readonly Annotation[]; picker: ReactNode; onLink: (url: string) => void; onReveal: () => void }

giveViewerStyle();

/** One PDF in pdf.js's viewer, with its bar, panels and find. */
export function PdfView({ attachment, paper, annotations, picker, onLink, onReveal }: Props) {
  const marks = useMemo(() => annotations.filter(({ target }) => target.type === 'pdf' && target.attachment === attachment), [annotations, attachment]);
  const container = useRef<HTMLDivElement>(null);
  const [turn, setTurn] = useState(0);
  const { trouble, locked } = usePdf(attachment, container, turn);
  const viewer = useReader((state) => state.viewer);
  const shown = useReader((state) => state.shown);
  useAskedPage(viewer, attachment);
  const panel = useReader((state) => state.panel);
  const dark = useSettings((state) => state.settings.pdfDark);
  return (
    <div className={`pdf${dark ? ' pdf-dark' : ''}`} onClick={(event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !/^(https?|mailto):/i.test(link.href) || link.classList.contains('internalLink')) return;
      event.preventDefault();
      onLink(link.href);
    }}>
      <PdfBar picker={picker} viewer={viewer} shown={shown} dark={dark} onReveal={onReveal} />
      <FindBar />
      <div className="pdf-body">
        {panel !== null && viewer !== null && shown !== null && <SidePanel panel={panel} viewer={viewer} shown={shown} marks={marks} />}
        <div className="pdf-frame">
          <div key={turn} ref={container} className="pdf-pages" tabIndex={0} role="region" aria-label={t('pdf.viewer')}><div className="pdfViewer" /></div>
          {viewer !== null && <Marks viewer={viewer} container={container} paper={paper} attachment={attachment} marks={marks} />}
          {viewer !== null && <LinkPreview viewer={viewer} container={container} labels={shown?.labels ?? null} />}
          {trouble !== null && <div className="pdf-message pdf-trouble" role="alert"><p className="empty-title">{t(`pdf.trouble.${trouble}`)}</p><p>{t('pdf.trouble.hint')}</p><Button onPress={() => { setTurn(turn + 1); }}>{t('pdf.retry')}</Button>{trouble === 'missing' ? <Button action="files.findMissing" onPress={() => runAction('files.findMissing')}>{t('files.findMissing')}</Button> : <Button action="pdf.reveal" onPress={onReveal}>{t('pdf.reveal')}</Button>}</div>}
          {trouble === null && locked !== null && <Password key={locked.turn} locked={locked} />}
          {trouble === null && locked === null && shown === null && <p className="pdf-message pdf-trouble">{t('pdf.opening')}</p>}
        </div>
      </div>
    </div>
  );
}
