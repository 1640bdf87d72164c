import { t } from '../../messages/messages.ts';
import { Outline } from './Outline.tsx';
import { togglePanel, useReader } from './reader.ts';
import type { Panel } from './reader.ts';
import { Thumbnails } from './Thumbnails.tsx';
import type { Shown, Viewer } from './viewer.ts';

const PANELS: readonly Panel[] = ['pages', 'outline'];

/** Beside the pages: all of them small, or the outline. */
export function SidePanel({ panel, viewer, shown }: { panel: Panel; viewer: Viewer; shown: Shown }) {
  return (
    <nav className="pdf-panel" aria-label={t('pdf.panel')} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); togglePanel(panel); } }}>
      <div className="pdf-panel-choice">
        {PANELS.map((one) => <button key={one} type="button" aria-pressed={one === panel} onClick={() => { useReader.setState({ panel: one }); }}>{t(`pdf.${one}`)}</button>)}
      </div>
      {panel === 'pages' ? <Thumbnails viewer={viewer} shown={shown} /> : <Outline viewer={viewer} />}
    </nav>
  );
}
