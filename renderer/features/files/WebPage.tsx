import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../messages/messages.ts';
import { say } from '../../stores/toasts.ts';
import './files.css';

/**
 * A saved web page, in an origin of its own that has neither scripts nor a network. A link that leads out of it is stopped by the
 * window's policy, which tells no more of it than its site.
 */
export function WebPage({ id, picker }: { id: string; picker: ReactNode }) {
  const [turn, setTurn] = useState(0);
  const loads = useRef(0);
  useEffect(() => {
    const stopped = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
      if (effectiveDirective === 'frame-src' && /^https?:/i.test(blockedURI)) say('toast.linkStopped', { site: new URL(blockedURI).host });
    };
    document.addEventListener('securitypolicyviolation', stopped);
    return () => { document.removeEventListener('securitypolicyviolation', stopped); };
  }, []);
  // What a stopped link leaves in the frame is an empty page: the saved one is shown again.
  const loaded = (): void => {
    loads.current += 1;
    if (loads.current === 1) return;
    loads.current = 0;
    setTurn(turn + 1);
  };
  return (
    <div className="web-page">
      <div className="pdf-bar">{picker}<span className="web-note">{t('files.readerNote')}</span></div>
      <iframe key={turn} title={t('files.reader')} sandbox="" referrerPolicy="no-referrer" src={`page://view/${id}`} onLoad={loaded} />
    </div>
  );
}
