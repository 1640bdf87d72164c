import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { closeFind, findAgain, look, useReader } from './reader.ts';
import type { Finding } from './reader.ts';

/** Find in the PDF: all hits are marked and counted; Enter goes to the next, Shift+Enter to the one before, Escape closes. */
export function FindBar() {
  const finding = useReader((state) => state.finding);
  return finding === null ? null : <Bar finding={finding} />;
}

function Bar({ finding }: { finding: Finding }) {
  const found = useReader((state) => state.found);
  const asked = useReader((state) => state.asked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { field.current?.focus(); field.current?.select(); }, [asked]);
  const none = finding.query !== '' && !found.searching && found.total === 0;
  return (
    <div className="pdf-find" role="search" aria-label={t('pdf.find')} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); closeFind(); } }}>
      <input ref={field} className={none ? 'pdf-find-none' : ''} type="text" spellCheck={false} aria-label={t('pdf.findWords')} placeholder={t('pdf.findWords')} value={finding.query}
        onChange={(event) => { look({ query: event.target.value }); }}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); event.stopPropagation(); findAgain(event.shiftKey); } }} />
      <span className="pdf-find-count" role="status">{finding.query === '' || (found.searching && found.total === 0) ? '' : none ? t('pdf.foundNone') : t('pdf.found', { current: found.current, total: found.total })}</span>
      <Button kind="quiet" icon={ChevronUp} label={t('pdf.findPrevious')} keys="Shift+F3" disabled={found.total === 0} onPress={() => { findAgain(true); }} />
      <Button kind="quiet" icon={ChevronDown} label={t('pdf.findNext')} keys="F3" disabled={found.total === 0} onPress={() => { findAgain(false); }} />
      <button type="button" className="icon-button pdf-toggle" aria-pressed={finding.matchCase} aria-label={t('pdf.matchCase')} title={t('pdf.matchCase')} onClick={() => { look({ matchCase: !finding.matchCase }); }}><CaseSensitive size={17} aria-hidden="true" /></button>
      <button type="button" className="icon-button pdf-toggle" aria-pressed={finding.wholeWords} aria-label={t('pdf.wholeWords')} title={t('pdf.wholeWords')} onClick={() => { look({ wholeWords: !finding.wholeWords }); }}><WholeWord size={17} aria-hidden="true" /></button>
      <span className="pdf-bar-gap" />
      <Button kind="quiet" icon={X} label={t('pdf.findClose')} keys="Escape" onPress={closeFind} />
    </div>
  );
}
