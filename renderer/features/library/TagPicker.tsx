import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Modal, ModalOverlay, Dialog } from 'react-aria-components';
import { Check, Plus } from 'lucide-react';
import type { Overview, Selection } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { useLibrary } from '../../stores/library.ts';
import { usePaper } from '../../stores/paper.ts';
import { chosenCount, currentSelection } from '../../stores/selection.ts';
import { close } from '../../stores/view.ts';
import { Dot } from '../../ui/Chip.tsx';
import { tagChoices } from './tag-choices.ts';
import type { TagChoice } from './tag-choices.ts';
import './picker.css';

type Tag = Overview['tags'][number];
const NONE: readonly Tag[] = [];
const NO_IDS: readonly string[] = [];

async function turn(choice: TagChoice, selection: Selection): Promise<void> {
  const { tag, name, on } = choice;
  if (tag !== undefined && on) await act('tag.remove', { selection, tag: tag.id }, 'toast.untagged', { tag: name });
  else await act('tag.add', { selection, name }, 'toast.tagged', { tag: name });
}

/** Gives tags to the selected papers and takes them away, by typing. */
export function TagPicker() {
  const [selection] = useState(currentSelection);
  const [count] = useState(chosenCount);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const tags = useLibrary((state) => state.overview?.tags) ?? NONE;
  const paper = usePaper().detail?.paper;
  const choices = tagChoices(text, tags, count === 1 && paper !== undefined ? paper.tags : NO_IDS);
  const choose = (choice: TagChoice | undefined): void => {
    if (choice === undefined || selection === null) return;
    setText('');
    setAt(0);
    void turn(choice, selection);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.min(Math.max(0, at + step), choices.length - 1));
    else if (event.key === 'Enter') choose(choices[at]);
    else if (event.key === 'Tab' && choices[at] !== undefined) setText(choices[at].name);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay className="veil veil-top" isOpen isDismissable onOpenChange={(open) => { if (!open) close(); }}>
      <Modal className="dialog dialog-small">
        <Dialog className="dialog-inside" aria-label={t('tags.title', { count })}>
          <input className="picker-field" autoFocus role="combobox" aria-expanded aria-controls="tag-choices" aria-activedescendant={`tag-choice-${String(at)}`} aria-label={t('tags.title', { count })}
            placeholder={t('tags.placeholder')} value={text} maxLength={200} spellCheck={false} data-testid="tag-field" onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={keys} />
          <ul className="picker-list" id="tag-choices" role="listbox" aria-label={t('place.tags')}>
            {choices.map((choice, index) => (
              <li key={choice.name} id={`tag-choice-${String(index)}`} role="option" aria-selected={index === at} className="picker-item" onMouseEnter={() => { setAt(index); }} onClick={() => { choose(choice); }}>
                {choice.tag === undefined ? <Plus size={14} aria-hidden /> : <Dot name={choice.name} colour={choice.tag.colour} />}
                <span className="picker-name">{choice.tag === undefined ? t('tags.create', { tag: choice.name }) : choice.name}</span>
                {choice.on ? <Check size={14} aria-label={t('tags.on')} /> : null}
                {choice.tag === undefined ? null : <span className="place-count">{t('count', { count: choice.tag.count })}</span>}
              </li>
            ))}
          </ul>
          <p className="picker-hint">{t('tags.hint')}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
