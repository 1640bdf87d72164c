import { useState } from 'react';
import { FolderClosed, Library } from 'lucide-react';
import { matching } from '../../actions/matching.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { useLibrary } from '../../stores/library.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { Dot } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { moveInto } from './CollectionList.tsx';
import { liesWithin, pathOf } from './collection-tree.ts';
import type { Collection } from './collection-tree.ts';
import { usePlaces } from './organise.ts';
import { Picker } from './Picker.tsx';
import { TagEditor } from './TagEditor.tsx';

const TOP = 'top';
const shut = (): void => usePlaces.setState({ dialog: null });

function MergeTag({ id }: { id: string }) {
  const tags = useLibrary((state) => state.overview?.tags) ?? [];
  const [text, setText] = useState('');
  const tag = tags.find((one) => one.id === id);
  const choices = matching(text, tags.filter((one) => one.id !== id), (one) => one.name).slice(0, 50).map((one) => ({ id: one.id, name: one.name, sign: <Dot name={one.name} colour={one.colour} />, end: <span className="place-count">{t('count', { count: one.count })}</span> }));
  const merge = async (into: string, name: string): Promise<void> => {
    if (!(await act('tag.merge', { from: id, into }, 'toast.tagMerged', { tag: tag?.name ?? '', into: name }))) return;
    shut();
    const { scope } = useSelection.getState().query;
    if (scope.in === 'tag' && scope.tag === id) go({ in: 'tag', tag: into });
  };
  return <Picker label={t('tag.mergeTitle', { tag: tag?.name ?? '' })} placeholder={t('tag.mergePlaceholder', { tag: tag?.name ?? '' })} hint={t('tag.mergeHint')} listLabel={t('place.tags')} text={text} onText={setText} choices={choices} onChoose={(choice) => void merge(choice.id, choice.name)} onClose={shut} testId="merge-field" />;
}

function MoveCollection({ id }: { id: string }) {
  const collections = useLibrary((state) => state.overview?.collections) ?? [];
  const [text, setText] = useState('');
  const places = [{ id: TOP, name: t('collection.top'), sign: <Library size={14} aria-hidden /> }, ...collections.filter((one) => !liesWithin(collections, one.id, id)).map((one) => ({ id: one.id, name: pathOf(collections, one.id), sign: <FolderClosed size={14} aria-hidden /> })).sort((a, b) => a.name.localeCompare(b.name))];
  return <Picker label={t('collection.moveTitle')} placeholder={t('collection.movePlaceholder')} hint={t('collection.moveHint')} listLabel={t('place.collections')} text={text} onText={setText} choices={matching(text, places, (one) => one.name).slice(0, 50)} onChoose={(choice) => { shut(); void moveInto(id, choice.id === TOP ? null : choice.id); }} onClose={shut} testId="move-field" />;
}

function QueryEditor({ collection }: { collection: Collection }) {
  const [query, setQuery] = useState(collection.query ?? '');
  const save = async (): Promise<void> => { if (query.trim() === '' || (await act('collection.edit', { collection: collection.id, query: query.trim() }, 'toast.collectionEdited', { name: collection.name }))) shut(); };
  return (
    <Dialog title={collection.name} closeLabel={t('close')} onClose={shut} foot={<><Button onPress={shut}>{t('cancel')}</Button><Button kind="main" onPress={() => void save()}>{t('tag.save')}</Button></>}>
      <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <label>{t('collection.query')}<input className="input" autoFocus value={query} maxLength={2000} spellCheck={false} onChange={(event) => { setQuery(event.target.value); }} /><span className="form-hint">{t('collection.queryHint')}</span></label>
      </form>
    </Dialog>
  );
}

/** What is asked about a tag or collection of the sidebar. */
export function PlaceDialogs() {
  const dialog = usePlaces((state) => state.dialog);
  const overview = useLibrary((state) => state.overview);
  const tag = overview?.tags.find((one) => one.id === dialog?.id);
  const collection = overview?.collections.find((one) => one.id === dialog?.id);
  if (dialog?.kind === 'tag' && tag !== undefined) return <TagEditor tag={tag} onClose={shut} />;
  if (dialog?.kind === 'merge' && tag !== undefined) return <MergeTag id={tag.id} />;
  if (dialog?.kind === 'move' && collection !== undefined) return <MoveCollection id={collection.id} />;
  return dialog?.kind === 'query' && collection !== undefined ? <QueryEditor collection={collection} /> : null;
}
