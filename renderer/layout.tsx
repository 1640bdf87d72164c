import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from './messages/messages.ts';
import { useSettings } from './stores/settings.ts';
import { useView } from './stores/view.ts';
import { Splitter } from './ui/Splitter.tsx';

/** Sizes in px that a pane begins with and may have. */
const PANES = { sidebar: { width: 212, from: 160, to: 340 }, list: { width: 400, from: 280, to: 640 }, table: { width: 640, from: 280, to: 1600 }, above: { width: 320, from: 140, to: 900 } } as const;
type Pane = keyof typeof PANES;

/** A pane's size: the one being dragged, else the one kept in the settings. */
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

/** The list and what is read: beside each other, one above the other, or the list alone. A table may take more of the width. */
function Rooms({ list, children }: Pick<Props, 'list' | 'children'>) {
  // How papers are laid out is not how notes are: those are written beside their list.
  const papers = useView((state) => state.place === 'papers');
  const layout = useSettings((state) => (papers ? state.settings.layout : 'beside'));
  const table = useSettings((state) => papers && state.settings.density === 'table');
  const pane = layout === 'above' ? 'above' : table ? 'table' : 'list';
  const { width, drag, keep } = useWidth(pane);
  const read = <div className="pane-paper">{children}</div>;
  if (list === null) return read;
  if (layout === 'list' || layout === 'stream') return <div className="pane-list pane-alone">{list}</div>;
  const splitter = <Splitter label={t('app.resizeList')} {...PANES[pane]} width={width} onWidth={drag} onEnd={keep} {...(layout === 'above' ? { lies: true } : {})} />;
  return layout === 'above'
    ? <div className="pane-stack"><div className="pane-list" style={{ height: width }}>{list}</div>{splitter}{read}</div>
    : <><div className={`pane-list${table ? ' pane-table' : ''}`} style={{ width }}>{list}</div>{splitter}{read}</>;
}

/** Sidebar, list and what is read; in a narrow window the sidebar slides in over the rest. */
export function Layout({ narrow, sidebar, list, children }: Props) {
  const turned = useView((state) => state.sidebar);
  const left = useWidth('sidebar');
  const shown = narrow ? turned : !turned;
  return (
    <div className={`window${narrow ? ' window-narrow' : ''}`}>
      {shown ? <div className="pane-sidebar" style={{ width: left.width }}>{sidebar}</div> : null}
      {shown && narrow ? <button type="button" className="pane-shade" aria-label={t('action.sidebar')} onClick={() => { useView.setState({ sidebar: false }); }} /> : null}
      {shown && !narrow ? <Splitter label={t('app.resizeSidebar')} {...PANES.sidebar} width={left.width} onWidth={left.drag} onEnd={left.keep} /> : null}
      <Rooms list={list}>{children}</Rooms>
    </div>
  );
}
