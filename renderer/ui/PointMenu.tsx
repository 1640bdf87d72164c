import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { MenuList } from './Menu.tsx';
import type { Section } from './Menu.tsx';

interface Props { at: { x: number; y: number }; label: string; sections: readonly Section[]; onChoose: (id: string) => void; onClose: () => void }

/** A menu where the pointer is. */
export function PointMenu({ at, label, sections, onChoose, onClose }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={place} className="context-at" style={{ left: at.x, top: at.y }} />
      <Popover className="popover" triggerRef={place} isOpen placement="right top" offset={2} onOpenChange={(open) => { if (!open) onClose(); }}>
        <MenuList label={label} sections={sections} onChoose={onChoose} />
      </Popover>
    </>
  );
}
