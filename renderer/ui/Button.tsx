import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';
import './button.css';

interface Props {
  children?: ReactNode;
  icon?: LucideIcon;
  /** Says what it does when it has no words of its own. */
  label?: string;
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /** The action's name, where it stands for one. */
  action?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  onPress?: () => void;
}

/** A button: with words, an icon, or both. */
export function Button({ children, icon: Icon, label, kind = 'plain', action, disabled, autoFocus, onPress }: Props) {
  return (
    <AriaButton className={`button button-${kind}${children === undefined ? ' button-icon' : ''}`} {...(label === undefined ? {} : { 'aria-label': label })}
      isDisabled={disabled ?? false} autoFocus={autoFocus ?? false} {...(onPress === undefined ? {} : { onPress })} {...(action === undefined ? {} : { 'data-action': action })}>
      {Icon === undefined ? null : <Icon size={15} strokeWidth={1.8} aria-hidden />}
      {children}
    </AriaButton>
  );
}
