import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';
import { Tooltip } from './Tooltip.tsx';
import './button.css';

interface Props {
  children?: ReactNode;
  icon?: LucideIcon;
  /** Says what it does when it has no words of its own. */
  label?: string;
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /** The action's name, where it stands for one. */
  action?: string;
  /** Its shortcut, shown with the label when it has no words of its own. */
  keys?: string | undefined;
  disabled?: boolean;
  autoFocus?: boolean;
  onPress?: () => void;
}

/** A button: with words, an icon, or both. One without words says what it does in a tooltip. */
export function Button({ children, icon: Icon, label, kind = 'plain', action, keys, disabled, autoFocus, onPress }: Props) {
  const button = (
    <AriaButton className={`button button-${kind}${children === undefined ? ' button-icon' : ''}`} {...(label === undefined ? {} : { 'aria-label': label })}
      isDisabled={disabled ?? false} autoFocus={autoFocus ?? false} {...(onPress === undefined ? {} : { onPress })} {...(action === undefined ? {} : { 'data-action': action })}>
      {Icon === undefined ? null : <Icon size={15} strokeWidth={1.8} aria-hidden />}
      {children}
    </AriaButton>
  );
  return children === undefined && label !== undefined ? <Tooltip text={label} keys={keys}>{button}</Tooltip> : button;
}
