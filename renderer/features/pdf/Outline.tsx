import { useEffect, useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import type { Viewer } from './viewer.ts';

type Items = Awaited<ReturnType<Viewer['document']['getOutline']>>;
type Item = Items[number];

/** The document's own table of contents; null says that it has none. */
export function Outline({ viewer }: { viewer: Viewer }) {
  const [items, setItems] = useState<Items | 'reading'>('reading');
  useEffect(() => {
    let gone = false;
    // pdf.js answers null where there is no outline, whatever its types say.
    viewer.document.getOutline().then((found: Items | null) => { if (!gone) setItems(found ?? []); }, () => { if (!gone) setItems([]); });
    return () => { gone = true; };
  }, [viewer]);
  if (items === 'reading') return null;
  if (items.length === 0) return <p className="pdf-panel-empty">{t('pdf.noOutline')}</p>;
  return <div className="pdf-outline"><Branch items={items} viewer={viewer} level={0} /></div>;
}

function Branch({ items, viewer, level }: { items: Items; viewer: Viewer; level: number }) {
  return <ul>{items.map((item, index) => <Line key={index} item={item} viewer={viewer} level={level} />)}</ul>;
}

function Line({ item, viewer, level }: { item: Item; viewer: Viewer; level: number }) {
  // A negative count says that the file wants the entry folded.
  const [open, setOpen] = useState(level === 0 && (item.count === undefined || item.count >= 0));
  const children: Items = item.items;
  const { dest } = item;
  const title = item.title.trim() === '' ? t('pdf.untitledEntry') : item.title;
  return (
    <li>
      <div className="pdf-outline-line" style={{ paddingLeft: level * 14 }}>
        {children.length > 0
          ? <button type="button" className={`pdf-fold${open ? ' pdf-fold-open' : ''}`} aria-expanded={open} aria-label={t('pdf.entriesUnder', { title })} onClick={() => { setOpen(!open); }}><ChevronRight size={13} aria-hidden="true" /></button>
          : <span className="pdf-fold" />}
        <button type="button" className="pdf-outline-name" disabled={dest === null} dir="auto" style={{ fontWeight: item.bold ? 600 : undefined, fontStyle: item.italic ? 'italic' : undefined }} onClick={() => { if (dest !== null) viewer.goToDest(dest); }}>{title}</button>
      </div>
      {open && children.length > 0 && <Branch items={children} viewer={viewer} level={level + 1} />}
    </li>
  );
}
