import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../src/model/annotation.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useLibrary } from '../../stores/library.ts';

const LIST = 'mark-tag-names';

/** The tags of a mark: each can be taken off, and one is added by its name. */
export function MarkTags({ mark, focus = false }: { mark: Annotation; focus?: boolean }) {
  const tags = useLibrary((state) => state.overview?.tags) ?? [];
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (focus) field.current?.focus(); }, [focus]);
  const add = (): void => {
    if (name.trim() !== '') void carryOut('annotation.tag', { annotation: mark.id, name: name.trim() });
    setName('');
  };
  return (
    <div className="mark-tags">
      {mark.tags.map((id) => {
        const called = tags.find((tag) => tag.id === id)?.name ?? '';
        return <span key={id} className="mark-tag">{called}<button type="button" aria-label={t('marks.untag', { tag: called })} onClick={() => void carryOut('annotation.untag', { annotation: mark.id, tag: id })}><X size={11} aria-hidden="true" /></button></span>;
      })}
      <input ref={field} list={LIST} value={name} maxLength={200} placeholder={t('marks.addTag')} aria-label={t('marks.addTag')} onChange={(event) => { setName(event.target.value); }} onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.stopPropagation();
          if (event.key === 'Enter') { event.preventDefault(); add(); }
        }} />
      <datalist id={LIST}>{tags.map((tag) => <option key={tag.id} value={tag.name} />)}</datalist>
    </div>
  );
}
