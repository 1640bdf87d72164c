import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import './dialog.css';

interface Props { title: string; size?: 'small' | 'large'; closeLabel: string; onClose: () => void; children: ReactNode; foot?: ReactNode }

/** What takes Enter for itself. */
const CONTROLS = 'a, button, input, select, textarea, summary, [contenteditable="true"], [role="option"], [role="menuitem"], [role="switch"]';

/** Enter does what the main button does, as long as no control has the focus that takes it for itself; with Ctrl or Cmd also then. */
function pressMain(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
  if (event.target.matches(CONTROLS) && !event.ctrlKey && !event.metaKey) return;
  const main = event.currentTarget.querySelector<HTMLButtonElement>('.dialog-foot .button-main:not(:disabled)');
  if (main === null) return;
  event.preventDefault();
  main.click();
}

/** A modal dialog: Enter does its main thing, Esc and a click outside close it; the focus stays inside and returns where it was. */
export function Dialog({ title, size = 'small', closeLabel, onClose, children, foot }: Props) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={`dialog dialog-${size}`}>
        <div className="dialog-keys" onKeyDown={pressMain}><AriaDialog className="dialog-inside">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" icon={X} label={closeLabel} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {foot === undefined ? null : <footer className="dialog-foot">{foot}</footer>}
        </AriaDialog></div>
      </Modal>
    </ModalOverlay>
  );
}
