import type { MouseEvent } from 'react';
import { useView } from '../stores/view.ts';

/** Opens the menu of the paper where the pointer is, once `ready`. Words that are selected, and fields, keep the menu of their own. */
export async function askWhatToDo(event: MouseEvent, ready?: () => Promise<unknown>): Promise<void> {
  const inField = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]') !== null;
  if (inField || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  const at = { x: event.clientX, y: event.clientY };
  await ready?.();
  useView.setState({ overlay: 'context', at });
}
