import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { useSettings } from '../../../stores/settings.ts';
import { sayError } from '../../../stores/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { BookTrouble } from './archive.ts';
import type { Trouble } from './archive.ts';
import { openBook } from './book.ts';
import type { Book } from './book.ts';
import { pageOf } from './page.ts';
import { placeOf, rememberPlace } from './place.ts';
import { bookStyle, useShownTheme } from './style.ts';
import '../files.css';

/** A book of the library, part after part; it opens where it was left. */
export function EpubReader({ id, picker }: { id: string; picker: ReactNode }) {
  const [book, setBook] = useState<Book | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    let gone = false;
    fetchBook(id).then((found) => { if (!gone) setBook(found); }, (error: unknown) => { if (!gone) setTrouble(error instanceof BookTrouble ? error.trouble : 'damaged'); });
    return () => { gone = true; };
  }, [id]);
  if (trouble !== null) return <div className="web-page"><div className="pdf-bar">{picker}</div><div className="pdf-message" role="alert"><p className="empty-title">{t('files.bookTrouble', { why: t(`files.book.${trouble}`) })}</p></div></div>;
  return book === null ? <p className="pdf-message">{t('pdf.opening')}</p> : <Pages id={id} book={book} picker={picker} />;
}

async function fetchBook(id: string): Promise<Book> {
  const answer = await fetch(`app://sheaf/file/${id}`);
  if (!answer.ok) throw new BookTrouble('missing');
  return openBook(new Uint8Array(await answer.arrayBuffer()));
}

interface Spot { part: number; at: number; anchor: string }

function Pages({ id, book, picker }: { id: string; book: Book; picker: ReactNode }) {
  const [spot, setSpot] = useState<Spot>(() => placeOf(id, book.parts.length));
  const frame = useRef<HTMLIFrameElement>(null);
  const theme = useShownTheme();
  const size = useSettings((state) => state.settings.abstractSize);
  const path = book.parts[spot.part] ?? '';
  const html = useMemo(() => pageOf(book, path, bookStyle(theme, size)), [book, path, theme, size]);
  const go = (part: number, anchor = '', at = 0): void => {
    const to = Math.max(0, Math.min(book.parts.length - 1, part));
    setSpot({ part: to, at, anchor });
    rememberPlace(id, to, at);
    if (to === spot.part) arrive(frame.current, { part: to, at, anchor });
  };
  const follow = (link: Element): void => {
    const out = link.getAttribute('data-out');
    const part = book.parts.indexOf(link.getAttribute('data-to') ?? '');
    if (out !== null) void call('link.open', { url: out }).then((answer) => { if (!answer.ok) sayError(answer.error); });
    else if (part >= 0) go(part, link.getAttribute('data-anchor') ?? '');
  };
  const key = (event: Pick<KeyboardEvent, 'key' | 'preventDefault' | 'altKey' | 'ctrlKey' | 'metaKey'>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    go(spot.part + step);
  };
  // The page has no scripts of its own: what is pressed and scrolled in it is heard from here.
  const loaded = (): void => {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    arrive(frame.current, spot);
    inside.addEventListener('click', (event) => { const link = linkAt(event); if (link !== null) { event.preventDefault(); follow(link); } });
    inside.addEventListener('keydown', (event) => {
      const link = event.key === 'Enter' ? linkAt(event) : null;
      if (link !== null) follow(link); else key(event);
    });
    inside.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = inside.documentElement;
      rememberPlace(id, spot.part, scrollHeight > clientHeight ? Math.min(1, scrollTop / (scrollHeight - clientHeight)) : 0);
    });
  };
  return (
    <div className="web-page" aria-label={t('files.book')} onKeyDown={(event) => { if (!(event.target instanceof HTMLSelectElement)) key(event); }}>
      <div className="pdf-bar">
        {picker}
        {book.contents.length > 0 && (
          <select className="pdf-picker book-parts" aria-label={t('files.contents')} value={String(lastBefore(book, spot.part))} onChange={(event) => { const line = book.contents[Number(event.target.value)]; if (line) go(line.part, line.anchor); }}>
            {lastBefore(book, spot.part) < 0 && <option value="-1">{t('files.contents')}</option>}
            {book.contents.map((line, index) => <option key={`${String(index)} ${line.title}`} value={String(index)}>{`${'\u2003'.repeat(line.depth)}${line.title}`}</option>)}
          </select>
        )}
        <span className="pdf-bar-gap" />
        <Button kind="quiet" icon={ChevronLeft} label={t('files.previous')} keys="ArrowLeft" disabled={spot.part === 0} onPress={() => { go(spot.part - 1); }} />
        <span className="pdf-scale">{t('files.part', { at: spot.part + 1, count: book.parts.length })}</span>
        <Button kind="quiet" icon={ChevronRight} label={t('files.next')} keys="ArrowRight" disabled={spot.part === book.parts.length - 1} onPress={() => { go(spot.part + 1); }} />
      </div>
      <iframe key={spot.part} ref={frame} title={book.title || t('files.book')} sandbox="allow-same-origin" referrerPolicy="no-referrer" srcDoc={html} onLoad={loaded} />
    </div>
  );
}

/** The element a link is, for a press anywhere in it. A node of another frame is no Element of this one. */
function linkAt(event: Event): Element | null {
  const target = event.target as Partial<Element> | null;
  return typeof target?.closest === 'function' ? target.closest('[data-to], [data-out]') : null;
}

/** Scrolls to where a part is to be read on. */
function arrive(frame: HTMLIFrameElement | null, { at, anchor }: Spot): void {
  const inside = frame?.contentDocument;
  const root = inside?.documentElement;
  const named = anchor === '' ? null : inside?.getElementById(anchor);
  if (named) named.scrollIntoView();
  else if (root) root.scrollTop = at * (root.scrollHeight - root.clientHeight);
}

/** The heading a part is under: its own first one, else the last before it. */
function lastBefore(book: Book, part: number): number {
  const own = book.contents.findIndex((line) => line.part === part);
  return own >= 0 ? own : book.contents.findLastIndex((line) => line.part < part);
}
