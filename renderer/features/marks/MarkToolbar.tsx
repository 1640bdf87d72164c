import { COLOURS } from '../../../src/model/annotation.ts';
import type { Colour } from '../../../src/model/annotation.ts';
import { t } from '../../messages/messages.ts';

export interface ToolbarActions { mark: (colour: Colour) => void; underline: () => void; strike?: () => void; comment: () => void; copy: () => void; tag?: () => void; quote?: () => void }
interface Props extends ToolbarActions { left: number; top: number; last: Colour; nameOf: (colour: Colour) => string }

/** What can be done with the selected words. It takes no focus, so that the selection stays. */
export function MarkToolbar({ left, top, last, nameOf, mark, underline, strike, comment, copy, tag, quote }: Props) {
  return (
    <div className="mark-toolbar" role="toolbar" aria-label={t('abstract.markToolbar')} style={{ left, top }} onMouseDown={(event) => { event.preventDefault(); }}>
      {COLOURS.map((colour, at) => (
        <button key={colour} type="button" className="mark-dot" data-colour={colour} aria-pressed={colour === last} title={`${nameOf(colour)} (${String(at + 1)})`} aria-label={nameOf(colour)} onClick={() => { mark(colour); }} />
      ))}
      <span className="mark-toolbar-rule" />
      <button type="button" className="mark-act" title={`${t('abstract.underline')} (U)`} onClick={underline}><u>U</u></button>
      {strike !== undefined && <button type="button" className="mark-act" title={t('abstract.strikeout')} aria-label={t('abstract.strikeout')} onClick={strike}><s>S</s></button>}
      <button type="button" className="mark-act" title={`${t('abstract.comment')} (M)`} onClick={comment}>{t('abstract.comment')}</button>
      {tag !== undefined && <button type="button" className="mark-act" title={t('abstract.tagWords')} onClick={tag}>{t('abstract.tagMark')}</button>}
      {quote !== undefined && <button type="button" className="mark-act" title={`${t('abstract.quoteInNote')} (Shift+Q)`} onClick={quote}>{t('abstract.toNote')}</button>}
      <button type="button" className="mark-act" title={t('abstract.copyWithCitation')} onClick={copy}>{t('abstract.copy')}</button>
    </div>
  );
}
