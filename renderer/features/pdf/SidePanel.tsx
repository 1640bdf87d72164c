import type { Annotation } from '../../../src/model/annotation.ts';
import { t } from '../../messages/messages.ts';
import { MarkList } from './MarkList.tsx';
import { Outline } from './Outline.tsx';
import { togglePanel, useReader } from './reader.ts';
import type { Panel } from './reader.ts';
import { Thumbnails } from './Thumbnails.tsx';
import type { Shown, Viewer } from './viewer.ts';

const PANELS: readonly Panel[] = ['pages', 'outline', 'marks'];

/** Beside the pages: all of them small, the outline, or the marks. */
export function SidePanel({ panel, viewer, shown, marks }: { panel: Panel; viewer: Viewer; shown: Shown; marks: readonly Annotation[] }) {
  return (
    <nav className={`pdf-panel pdf-panel-${panel}`} aria-label={t('pdf.panel')} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); togglePanel(panel); } }}>
      <div className="pdf-panel-choice">
        {PANELS.map((one) => <button key={one} type="button" aria-pressed={one === panel} onClick={() => { useReader.setState({ panel: one }); }}>{t(`pdf.${one}`)}</button>)}
      </div>
      {panel === 'pages' ? <Thumbnails viewer={viewer} shown={shown} /> : panel === 'outline' ? <Outline viewer={viewer} /> : <MarkList marks={marks} labels={shown.labels} />}
    </nav>
  );
}
