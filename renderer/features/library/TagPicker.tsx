import { useState } from 'react';
import { Plus } from 'lucide-react';
import type { Overview } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { useLibrary } from '../../stores/library.ts';
import { chosenCount, currentSelection } from '../../stores/selection.ts';
import { close } from '../../stores/view.ts';
import { Dot } from '../../ui/Chip.tsx';
import { Picker } from './Picker.tsx';
import type { Choice } from './Picker.tsx';
import { given, useShared } from './shared.ts';
import { tagChoices } from './tag-choices.ts';

type Tag = Overview['tags'][number];
const NONE: readonly Tag[] = [];
const NEW = 'new';

/** Gives tags to the selected papers and takes them away, by typing. */
export function TagPicker() {
  const [selection] = useState(currentSelection);
  const [count] = useState(chosenCount);
  const [text, setText] = useState('');
  const tags = useLibrary((state) => state.overview?.tags) ?? NONE;
  const shared = useShared(selection);
  const has = shared?.tags.filter((one) => one.count === shared.total).map(({ id }) => id) ?? [];
  const choices = tagChoices(text, tags, has).map(({ tag, name }): Choice => (tag === undefined
    ? { id: NEW, name: t('tags.create', { tag: name }), sign: <Plus size={14} aria-hidden /> }
    : { id: tag.id, name, sign: <Dot name={name} colour={tag.colour} />, on: given(shared, 'tags', tag.id), end: <span className="place-count">{t('count', { count: tag.count })}</span> }));
  const choose = (choice: Choice): void => {
    if (selection === null) return;
    setText('');
    const name = choice.id === NEW ? tagChoices(text, tags, has).find((one) => one.tag === undefined)?.name ?? '' : choice.name;
    if (choice.on === 'all') void act('tag.remove', { selection, tag: choice.id }, 'toast.untagged', { tag: name });
    else void act('tag.add', { selection, name }, 'toast.tagged', { tag: name });
  };
  return <Picker label={t('tags.title', { count })} placeholder={t('tags.placeholder')} hint={t('tags.hint')} listLabel={t('place.tags')} onLabel={t('tags.on')} someLabel={t('tags.some')} text={text} onText={setText} choices={choices} onChoose={choose} onClose={close} testId="tag-field" />;
}
