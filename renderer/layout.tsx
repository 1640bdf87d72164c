import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from './messages/messages.ts';
import { useSettings } from './stores/settings.ts';
import { useView } from './stores/view.ts';
import { Splitter } from './ui/Splitter.tsx';

/** Widths in px that a pane begins with and may have. */
const PANES = { sidebar: { width: 212, from: 160, to: 340 }, list: { width: 400, from: 280, to: 640 } } as const;
type Pane = keyof typeof PANES;

/** A pane's width: the one being dragged, else the one kept in the settings. */
function useWidth(pane: Pane): { width: number; drag: (width: number) => void; keep: (width: number) => void } {
  const kept = useSettings((state) => state.settings.panes[pane]);
  const [dragged, setDragged] = useState<number | null>(null);
  const keep = (width: number): void => {
    setDragged(null);
    const { settings, set } = useSettings.getState();
    void set({ panes: { ...settings.panes, [pane]: width } });
  };
  return { width: dragged ?? kept ?? PANES[pane].width, drag: setDragged, keep };
}

interface Props { narrow: boolean; sidebar: ReactNode; list: ReactNode | null; children: ReactNode }

/** Sidebar, list and what is read, side by side; in a narrow window the sidebar slides in over the rest. */
export function Layout({ narrow, sidebar, list, children }: Props) {
  const turned = useView((state) => state.sidebar);
  const left = useWidth('sidebar');
  const middle = useWidth('list');
  const shown = narrow ? turned : !turned;
  return (
    <div className={`window${narrow ? ' window-narrow' : ''}`}>
      {shown ? <div className="pane-sidebar" style={{ width: left.width }}>{sidebar}</div> : null}
      {shown && narrow ? <button type="button" className="pane-shade" aria-label={t('action.sidebar')} onClick={() => { useView.setState({ sidebar: false }); }} /> : null}
      {shown && !narrow ? <Splitter label={t('app.resizeSidebar')} {...PANES.sidebar} width={left.width} onWidth={left.drag} onEnd={left.keep} /> : null}
      {list === null ? null : (
        <>
          <div className="pane-list" style={{ width: middle.width }}>{list}</div>
          <Splitter label={t('app.resizeList')} {...PANES.list} width={middle.width} onWidth={middle.drag} onEnd={middle.keep} />
        </>
      )}
      <div className="pane-paper">{children}</div>
    </div>
  );
}
