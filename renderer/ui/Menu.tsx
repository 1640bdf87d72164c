import type { ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';
import { Kbd } from './Kbd.tsx';
import './menu.css';

export interface Item { id: string; label: string; icon?: LucideIcon | undefined; keys?: string | undefined; checked?: boolean; danger?: boolean }
export interface Section { id: string; title?: string; items: readonly Item[] }

const Line = ({ item }: { item: Item }) => (
  <MenuItem id={item.id} textValue={item.label} className={`menu-item${item.danger === true ? ' menu-danger' : ''}`} data-action={item.id}>
    <span className="menu-sign" aria-hidden>{item.checked === true ? '✓' : item.icon === undefined ? null : <item.icon size={14} strokeWidth={1.8} />}</span>
    <span className="menu-label">{item.label}</span>
    {item.keys === undefined ? null : <Kbd keys={item.keys} />}
  </MenuItem>
);

/** The list inside a menu, in sections. */
export function MenuList({ label, sections, onChoose }: { label: string; sections: readonly Section[]; onChoose: (id: string) => void }) {
  return (
    <AriaMenu className="menu" aria-label={label} autoFocus="first" onAction={(key) => { onChoose(String(key)); }}>
      {sections.map((section) => (
        <MenuSection key={section.id} className="menu-section" {...(section.title === undefined ? { 'aria-label': section.id } : {})}>
          {section.title === undefined ? null : <Header className="menu-title">{section.title}</Header>}
          {section.items.map((item) => <Line key={item.id} item={item} />)}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

/** A button that opens a menu. */
export function MenuButton({ button, label, sections, onChoose }: { button: ReactNode; label: string; sections: readonly Section[]; onChoose: (id: string) => void }) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" placement="bottom end"><MenuList label={label} sections={sections} onChoose={onChoose} /></Popover>
    </MenuTrigger>
  );
}
