import { BookmarkPlus } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { useLibrary, useTagById } from '../../stores/library.ts';
import { alsoTag, go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { open } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { PdfScope } from './PdfScope.tsx';
import { keepSearch } from './organise.ts';
import { runAction } from '../../actions/run.ts';

/** What the list is narrowed to beyond its place: several tags, words; each with its way out, and the way to keep it. In the trash, what can be done there. */
export function Asked() {
  const scope = useSelection((state) => state.query.scope);
  const tags = useSelection((state) => state.query.tags);
  const words = useSelection((state) => state.query.text.trim() !== '');
  const tagById = useTagById();
  const trash = useLibrary((state) => state.overview?.counts.trash ?? 0);
  if (scope.in === 'trash') {
    return trash === 0 ? null : (
      <div className="asked"><span className="grow">{t('trash.hint')}</span><Button action="trash.restoreAll" onPress={() => runAction('trash.restoreAll')}>{t('action.restoreAll')}</Button><Button kind="danger" action="trash.empty" onPress={() => { open('emptyTrash'); }}>{t('trash.empty')}</Button></div>
    );
  }
  if (tags.length === 0 && !words) return null;
  const asked = scope.in === 'tag' ? [scope.tag, ...tags] : tags;
  return (
    <div className="asked">
      {tags.length === 0 ? null : asked.map((id) => {
        const tag = tagById.get(id);
        return tag === undefined ? null : <Chip key={id} name={tag.name} colour={tag.colour} removeLabel={t('tag.notAlso', { tag: tag.name })} onRemove={() => { if (scope.in === 'tag' && scope.tag === id && tags.length === 0) go({ in: 'all' }); else alsoTag(id); }} />;
      })}
      {!words ? null : <PdfScope />}
      <span className="grow" />
      <Button kind="quiet" icon={BookmarkPlus} action="search.keep" onPress={() => void keepSearch()}>{t('action.keepSearch')}</Button>
    </div>
  );
}
