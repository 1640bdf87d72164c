import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import './dialog.css';

interface Props { title: string; size?: 'small' | 'large'; closeLabel: string; onClose: () => void; children: ReactNode; foot?: ReactNode }

/** A modal dialog: Esc and a click outside close it; the focus stays inside and returns where it was. */
export function Dialog({ title, size = 'small', closeLabel, onClose, children, foot }: Props) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-inside">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" icon={X} label={closeLabel} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {foot === undefined ? null : <footer className="dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
