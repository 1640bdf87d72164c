import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/messages.ts';
import type { Shown, Viewer } from './viewer.ts';

const ROW = 178;
const WIDTH = 110;
const HEIGHT = 146;

/** The pages small, only those in sight being drawn. Arrows go from page to page. */
export function Thumbnails({ viewer, shown }: { viewer: Viewer; shown: Shown }) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: shown.pages, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 2 });
  useEffect(() => { rows.scrollToIndex(shown.page - 1, { align: 'auto' }); }, [rows, shown.page]);
  const move = (event: React.KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const page = Math.min(shown.pages, Math.max(1, shown.page + by));
    viewer.goTo(page);
    requestAnimationFrame(() => { scroll.current?.querySelector<HTMLElement>(`[data-thumb="${String(page)}"]`)?.focus(); });
  };
  return (
    <div ref={scroll} className="pdf-thumbs" onKeyDown={move}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const page = index + 1;
          const current = page === shown.page;
          return (
            <button key={page} type="button" className="pdf-thumb" data-thumb={page} style={{ top: start, height: ROW }} tabIndex={current ? 0 : -1} aria-current={current ? 'page' : undefined} aria-label={t('pdf.pageNamed', { page: shown.labels?.[index] ?? String(page) })} onClick={() => { viewer.goTo(page); }}>
              <Picture viewer={viewer} page={page} rotation={shown.rotation} />
              <span>{shown.labels?.[index] ?? page}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

function Picture({ viewer, page, rotation }: { viewer: Viewer; page: number; rotation: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const draw = async (): Promise<void> => {
      const proxy = await viewer.document.getPage(page);
      const element = canvas.current;
      if (gone || element === null) return;
      const whole = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + rotation) % 360 });
      const fit = Math.min(WIDTH / whole.width, HEIGHT / whole.height);
      const viewport = proxy.getViewport({ scale: fit * window.devicePixelRatio, rotation: (proxy.rotate + rotation) % 360 });
      element.width = Math.max(1, Math.round(viewport.width));
      element.height = Math.max(1, Math.round(viewport.height));
      element.style.width = `${String(Math.round(whole.width * fit))}px`;
      element.style.height = `${String(Math.round(whole.height * fit))}px`;
      const task = proxy.render({ canvas: element, viewport });
      stop = () => { task.cancel(); };
      await task.promise;
    };
    // A page that cannot be drawn stays blank here, and says so in the reader itself.
    draw().catch(() => undefined);
    return () => { gone = true; stop(); };
  }, [viewer, page, rotation]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
