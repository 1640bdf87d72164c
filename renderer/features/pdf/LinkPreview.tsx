import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { t } from '../../messages/messages.ts';
import { linkTarget } from './link-target.ts';
import { spotOf } from './mark-spot.ts';
import type { Spot } from './mark-spot.ts';
import type { Viewer } from './viewer.ts';

/** How long a pointer rests on a link before it is told where that leads, ms. */
const REST = 180;

interface Preview extends Spot { text: string; page: number }

/** What a link in the PDF leads to, as long as the pointer or the focus is on it: of a citation, the reference. */
export function LinkPreview({ viewer, container, labels }: { viewer: Viewer; container: RefObject<HTMLDivElement | null>; labels: readonly string[] | null }) {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    const pages = container.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    let on: Element | null = null;
    const hide = (): void => { turn++; on = null; clearTimeout(timer); setPreview(null); };
    const show = async (link: HTMLElement): Promise<void> => {
      const mine = ++turn;
      const id = link.closest<HTMLElement>('[data-annotation-id]')?.dataset['annotationId'];
      const page = Number(link.closest<HTMLElement>('.page')?.dataset['pageNumber']);
      const found = id === undefined ? null : await linkTarget(viewer, page, id).catch(() => null);
      const spot = spotOf(pages, link.getBoundingClientRect());
      if (turn === mine && found !== null && spot !== null) setPreview({ ...found, ...spot });
    };
    const over = ({ target, type }: Event): void => {
      const link = target instanceof Element ? target.closest<HTMLElement>('.annotationLayer a') : null;
      if (link === on) return;
      hide();
      on = link;
      if (link !== null) timer = setTimeout(() => void show(link), type === 'focusin' ? 0 : REST);
    };
    const leave = ({ key }: KeyboardEvent): void => { if (key === 'Escape') hide(); };
    for (const name of ['mousemove', 'focusin']) pages?.addEventListener(name, over);
    for (const name of ['scroll', 'mouseleave', 'focusout', 'click']) pages?.addEventListener(name, hide, { passive: true });
    pages?.addEventListener('keydown', leave);
    return () => {
      clearTimeout(timer);
      for (const name of ['mousemove', 'focusin']) pages?.removeEventListener(name, over);
      for (const name of ['scroll', 'mouseleave', 'focusout', 'click']) pages?.removeEventListener(name, hide);
      pages?.removeEventListener('keydown', leave);
    };
  }, [viewer, container]);
  if (preview === null) return null;
  return (
    <div className="pdf-link-preview" role="status" style={{ left: preview.left, top: preview.top }}>
      <p dir="auto">{preview.text}</p>
      <p className="pdf-link-page">{t('marks.page', { page: labels?.[preview.page - 1] ?? String(preview.page) })}</p>
    </div>
  );
}
