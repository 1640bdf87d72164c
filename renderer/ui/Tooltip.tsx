import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import './tooltip.css';

/** Says what a control does, and its keys, while it is pointed at or has the focus. */
export function Tooltip({ text, keys, children }: { text: string; keys?: string | undefined; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>{text}{keys === undefined ? null : <Kbd keys={keys} />}</AriaTooltip>
    </TooltipTrigger>
  );
}
