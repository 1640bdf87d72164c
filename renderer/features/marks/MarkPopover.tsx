import { useEffect, useRef } from 'react';
import { COLOURS } from '../../../src/model/annotation.ts';
import type { Annotation, Colour } from '../../../src/model/annotation.ts';
import { t } from '../../messages/messages.ts';
import { CommentBox } from './CommentBox.tsx';
import { MarkTags } from './MarkTags.tsx';

interface Props { mark: Annotation; left: number; top: number; nameOf: (colour: Colour) => string; begin?: 'comment' | 'tags'; onQuote?: () => void; onEdit: (set: { colour?: Colour; comment?: string; kind?: 'highlight' | 'underline' }) => void; onDelete: () => void; onClose: () => void }

const ON_WORDS = new Set<Annotation['kind']>(['highlight', 'underline', 'strikeout']);

/** A mark opened where it stands: its colour, its kind, its comment. Closes on Escape and on a click elsewhere. */
export function MarkPopover({ mark, left, top, nameOf, begin = 'comment', onQuote, onEdit, onDelete, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const away = (event: PointerEvent): void => { if (event.target instanceof Node && box.current?.contains(event.target) === false) onClose(); };
    document.addEventListener('pointerdown', away);
    return () => { document.removeEventListener('pointerdown', away); };
  }, [onClose]);
  const other = mark.kind === 'underline' ? 'highlight' : 'underline';
  return (
    <div ref={box} className="mark-popover" role="dialog" aria-label={t('abstract.mark')} style={{ left, top }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}>
      <div className="mark-popover-row">
        {COLOURS.map((colour) => <button key={colour} type="button" className="mark-dot" data-colour={colour} aria-pressed={colour === mark.colour} aria-label={nameOf(colour)} title={nameOf(colour)} onClick={() => { onEdit({ colour }); }} />)}
        <span className="mark-toolbar-rule" />
        {ON_WORDS.has(mark.kind) && <button type="button" className="mark-act" onClick={() => { onEdit({ kind: other }); }}>{t(other === 'underline' ? 'abstract.underline' : 'abstract.highlight')}</button>}
        {onQuote !== undefined && <button type="button" className="mark-act" title={t('abstract.quoteInNote')} onClick={onQuote}>{t('abstract.toNote')}</button>}
        <button type="button" className="mark-act mark-act-end" onClick={onDelete}>{t('abstract.deleteMark')}</button>
      </div>
      <CommentBox key={mark.id} comment={mark.comment} focus={begin === 'comment'} onSave={(comment) => { onEdit({ comment }); }} onDone={onClose} />
      <MarkTags mark={mark} focus={begin === 'tags'} />
    </div>
  );
}
