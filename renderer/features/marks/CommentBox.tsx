import { useEffect, useRef } from 'react';
import { t } from '../../messages/messages.ts';

interface Props { comment: string; focus?: boolean; onSave: (comment: string) => void; onDone?: () => void }

/** The comment of a mark: saved when left (also by going to another paper), and by Ctrl+Enter; Escape leaves it as it was. */
export function CommentBox({ comment, focus = false, onSave, onDone }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useRef(comment);
  const saved = useRef(comment);
  const leave = useRef<() => void>(() => undefined);
  leave.current = () => {
    const text = draft.current.trim();
    if (text === saved.current) return;
    saved.current = text;
    onSave(text);
  };
  // Changed from elsewhere (undo, another window): what nobody typed over follows.
  useEffect(() => {
    if (draft.current.trim() === saved.current) draft.current = comment;
    saved.current = comment;
  }, [comment]);
  useEffect(() => { if (focus) box.current?.focus(); }, [focus]);
  useEffect(() => () => { leave.current(); }, []);
  return (
    <textarea
      ref={box} className="comment-box" defaultValue={comment} rows={2} dir="auto" maxLength={20_000} placeholder={t('abstract.commentHint')} aria-label={t('abstract.comment')}
      onChange={(event) => { draft.current = event.target.value; }}
      onBlur={() => { leave.current(); }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
        event.preventDefault();
        if (event.key === 'Escape') draft.current = comment;
        event.currentTarget.blur();
        onDone?.();
      }}
    />
  );
}
