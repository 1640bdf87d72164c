import type { MouseEvent } from 'react';
import { useView } from '../stores/view.ts';

/** Asked for with the menu key (or Shift+F10) instead of the pointer; on macOS Ctrl with the first button is the pointer's. */
export const byKey = (event: MouseEvent): boolean => event.button !== 2 && !event.ctrlKey;

/** Where the menu belongs: at the pointer, or with the key at `about`, else at the text in what has the focus. */
export function menuPlace(event: MouseEvent, about: Element | null = null): { x: number; y: number } {
  const element = about ?? (event.target instanceof Element ? event.target : null);
  if (!byKey(event) || element === null) return { x: event.clientX, y: event.clientY };
  const { left, top, bottom } = (element.querySelector('article') ?? element).getBoundingClientRect();
  return { x: left + 24, y: Math.min(bottom - 4, top + 40) };
}

/** Opens the menu of the paper where the pointer is, once `ready`. Words that are selected, and fields, keep the menu of their own. */
export async function askWhatToDo(event: MouseEvent, ready?: () => Promise<unknown>): Promise<void> {
  const inField = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]') !== null;
  if (inField || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  const at = menuPlace(event);
  await ready?.();
  useView.setState({ overlay: 'context', at });
}
