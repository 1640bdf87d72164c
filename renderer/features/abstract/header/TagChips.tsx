import { X } from 'lucide-react';
import { useState } from 'react';
import type { Paper } from '../../../../src/model/paper.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { useLibrary } from '../../../stores/library.ts';
import { go } from '../../../stores/query.ts';
import { useView } from '../../../stores/view.ts';
import { tagColour } from '../../../ui/Chip.tsx';
import { TagInput } from './TagInput.tsx';

/** The tags of a paper, each with its way out, and the way in. */
export function TagChips({ paper }: { paper: Paper }) {
  const tags = useLibrary((state) => state.overview?.tags);
  const inPapers = useView(({ place }) => place === 'papers');
  const [adding, setAdding] = useState(false);
  const selection = { ids: [paper.id] };
  const named = paper.tags.flatMap((id) => tags?.find((tag) => tag.id === id) ?? []);
  return (
    <>
      {named.map((tag) => (
        <span key={tag.id} className="paper-chip paper-chip-tag" style={{ '--tag': tagColour(tag.name, tag.colour) }}>
          {inPapers ? <button type="button" dir="auto" className="paper-chip-name" title={t('abstract.tagShow', { name: tag.name })} onClick={() => { go({ in: 'tag', tag: tag.id }); }}>{tag.name}</button> : <span dir="auto">{tag.name}</span>}
          <button type="button" className="paper-chip-remove" aria-label={t('abstract.tagRemove', { name: tag.name })} title={t('abstract.tagRemove', { name: tag.name })} onClick={() => void carryOut('tag.remove', { selection, tag: tag.id })}><X size={11} aria-hidden="true" /></button>
        </span>
      ))}
      {adding
        ? <TagInput known={tags ?? []} taken={paper.tags} onAdd={(name) => void carryOut('tag.add', { selection, name })} onClose={() => { setAdding(false); }} />
        : <button type="button" className="paper-chip paper-chip-button paper-chip-add" aria-label={t('abstract.tagName')} onClick={() => { setAdding(true); }}>+ {t('abstract.tagAdd')}</button>}
    </>
  );
}
