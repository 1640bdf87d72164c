import { useState } from 'react';
import { FolderClosed, Plus } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useLibrary } from '../../stores/library.ts';
import { chosenCount, currentSelection } from '../../stores/selection.ts';
import { close } from '../../stores/view.ts';
import { matching } from '../../actions/matching.ts';
import { pathOf } from './collection-tree.ts';
import type { Collection } from './collection-tree.ts';
import { Picker } from './Picker.tsx';
import type { Choice } from './Picker.tsx';
import { given, useShared } from './shared.ts';

const NONE: readonly Collection[] = [];
const NEW = 'new';

/** Puts the selected papers in collections and takes them out, by typing. */
export function CollectionPicker() {
  const [selection] = useState(currentSelection);
  const [count] = useState(chosenCount);
  const [text, setText] = useState('');
  const collections = useLibrary((state) => state.overview?.collections) ?? NONE;
  const shared = useShared(selection);
  const known = collections.filter((one) => one.query === undefined).map((one): Choice => ({
    id: one.id, name: pathOf(collections, one.id), sign: <FolderClosed size={14} aria-hidden />, on: given(shared, 'collections', one.id), end: <span className="place-count">{t('count', { count: one.count })}</span>,
  })).sort((a, b) => a.name.localeCompare(b.name));
  const typed = text.trim();
  const fitting = matching(typed, known, (one) => one.name).slice(0, 50);
  const fresh = typed === '' || known.some((one) => one.name.toLowerCase() === typed.toLowerCase()) ? [] : [{ id: NEW, name: t('collections.create', { name: typed }), sign: <Plus size={14} aria-hidden /> }];
  const choose = async (choice: Choice): Promise<void> => {
    if (selection === null) return;
    setText('');
    const id = choice.id === NEW ? (await carryOut('collection.create', { name: typed }))?.created[0] : choice.id;
    const name = choice.id === NEW ? typed : choice.name;
    if (id === undefined) return;
    if (choice.on === 'all') await act('collection.remove', { selection, collection: id }, 'toast.uncollected', { name });
    else await act('collection.add', { selection, collection: id }, 'toast.collected', { name });
  };
  return <Picker label={t('collections.title', { count })} placeholder={t('collections.placeholder')} hint={t('collections.hint')} listLabel={t('place.collections')} onLabel={t('tags.on')} someLabel={t('tags.some')} text={text} onText={setText} choices={[...fitting, ...fresh]} onChoose={(choice) => void choose(choice)} onClose={close} testId="collection-field" />;
}
