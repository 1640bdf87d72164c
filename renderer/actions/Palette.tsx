import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../messages/messages.ts';
import { close } from '../stores/view.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { actionContext } from './context.ts';
import { shortcutsOf } from './keys.ts';
import { matching } from './matching.ts';
import { allActions } from './registry.ts';
import type { Action } from './registry.ts';
import { runAction } from './run.ts';
import './palette.css';

function Line({ action, id, selected, onPoint, onChoose }: { action: Action; id: string; selected: boolean; onPoint: () => void; onChoose: () => void }) {
  const [keys] = shortcutsOf(action);
  return (
    <li id={id} role="option" aria-selected={selected} className="palette-item" data-action={action.name} onMouseMove={onPoint} onClick={onChoose} ref={(element) => { if (selected) element?.scrollIntoView({ block: 'nearest' }); }}>
      <span className="palette-sign">{action.icon === undefined ? null : <action.icon size={15} strokeWidth={1.7} aria-hidden />}</span>
      <span className="palette-name">{t(action.label)}</span>
      <span className="palette-group">{t(`group.${action.group}`)}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </li>
  );
}

/** Every action that applies now, found by typing. */
export function Palette() {
  const [possible] = useState(() => { const ctx = actionContext(); return allActions().filter((action) => action.hidden !== true && action.when(ctx)); });
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(text, possible, (action) => t(action.label));
  const choose = (action: Action | undefined): void => {
    if (action === undefined) return;
    close();
    // After the dialog has given the focus back, so that an action may move it on.
    setTimeout(() => runAction(action.name), 0);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(Math.min(Math.max(0, at + step), found.length - 1));
    else if (event.key === 'Enter') choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay className="veil veil-top" isOpen isDismissable onOpenChange={(open) => { if (!open) close(); }}>
      <Modal className="dialog dialog-small">
        <Dialog className="dialog-inside" aria-label={t('palette.title')}>
          <input className="palette-field" autoFocus role="combobox" aria-expanded aria-controls="palette-list" aria-activedescendant={`palette-${String(at)}`} aria-label={t('palette.title')} placeholder={t('palette.placeholder')}
            value={text} spellCheck={false} data-testid="palette" onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={keys} />
          <ul id="palette-list" className="palette-list" role="listbox" aria-label={t('palette.title')}>
            {found.map((action, index) => <Line key={action.name} id={`palette-${String(index)}`} action={action} selected={index === at} onPoint={() => { if (at !== index) setAt(index); }} onChoose={() => { choose(action); }} />)}
          </ul>
          {found.length === 0 ? <p className="palette-none">{t('palette.none')}</p> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
