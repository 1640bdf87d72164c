import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Check, Minus } from 'lucide-react';
import { useHeld } from '../../ui/useHeld.ts';
import './picker.css';

/** Something to choose. `on`: given to all, to some, to none. */
export interface Choice { id: string; name: string; sign: ReactNode; end?: ReactNode; on?: 'all' | 'some' | 'none' }

interface Props {
  label: string;
  placeholder: string;
  hint: string;
  listLabel: string;
  /** Whether the choices are those of the words typed; absent where they always are. */
  ready?: boolean;
  onLabel?: string;
  someLabel?: string;
  text: string;
  onText: (text: string) => void;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
  onClose: () => void;
  head?: ReactNode;
  testId: string;
}

/** Chooses by typing: arrows walk, Enter takes, Tab completes, Escape closes. */
export function Picker({ label, placeholder, hint, listLabel, onLabel, someLabel, text, onText, choices, ready = true, onChoose, onClose, head, testId }: Props) {
  const [at, setAt] = useState(0);
  const now = Math.min(at, Math.max(0, choices.length - 1));
  const enter = useHeld(ready, () => { const choice = choices[now]; if (choice !== undefined) onChoose(choice); });
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = choices[now];
    if (step !== undefined) setAt(Math.min(Math.max(0, now + step), choices.length - 1));
    else if (event.key === 'Enter') enter.press();
    else if (event.key === 'Tab' && !event.shiftKey && choice !== undefined && text !== choice.name) onText(choice.name);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay className="veil veil-top" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className="dialog dialog-small">
        <Dialog className="dialog-inside" aria-label={label}>
          {head}
          <input className="picker-field" autoFocus role="combobox" aria-expanded aria-controls={`${testId}-choices`} {...(choices.length === 0 ? {} : { 'aria-activedescendant': `${testId}-${String(now)}` })} aria-label={label}
            placeholder={placeholder} value={text} maxLength={200} spellCheck={false} data-testid={testId} onChange={(event) => { onText(event.target.value); setAt(0); enter.drop(); }} onKeyDown={keys} />
          <ul className="picker-list" id={`${testId}-choices`} role="listbox" aria-label={listLabel}>
            {choices.map((choice, index) => (
              <li key={choice.id} id={`${testId}-${String(index)}`} role="option" aria-selected={index === now} className="picker-item" onMouseMove={() => { if (index !== now) setAt(index); }} onClick={() => { onChoose(choice); }}
                ref={(element) => { if (index === now) element?.scrollIntoView({ block: 'nearest' }); }}>
                {choice.sign}<span className="picker-name">{choice.name}</span>
                {choice.on === 'all' ? <Check size={14} aria-label={onLabel} /> : choice.on === 'some' ? <Minus size={14} aria-label={someLabel} /> : null}
                {choice.end}
              </li>
            ))}
          </ul>
          <p className="picker-hint">{hint}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
