import type { ReactNode } from 'react';
import { t } from '../../messages/messages.ts';
import './files.css';

/** A saved web page, in an origin of its own that has neither scripts nor a network. */
export function WebPage({ id, picker }: { id: string; picker: ReactNode }) {
  return (
    <div className="web-page">
      <div className="pdf-bar">{picker}<span className="web-note">{t('files.readerNote')}</span></div>
      <iframe title={t('files.reader')} sandbox="" referrerPolicy="no-referrer" src={`page://view/${id}`} />
    </div>
  );
}
