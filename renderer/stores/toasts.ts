import { create } from 'zustand';
import type { SheafError } from '../../src/contract/errors.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Values } from '../messages/messages.ts';
import { t, tError } from '../messages/messages.ts';

export interface Toast { id: number; text: string; tone: 'plain' | 'error'; action?: { label: string; run: () => void } }

/** Short messages at the foot of the window. */
export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let last = 0;
const push = (toast: Omit<Toast, 'id'>): void => useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id: ++last }] }));

/** Says something that was done; `action` offers the way back. */
export function say(key: MessageKey, values?: Values, action?: { label: MessageKey; run: () => void }): void {
  push({ text: t(key, values), tone: 'plain', ...(action === undefined ? {} : { action: { label: t(action.label), run: action.run } }) });
}

/** Says why something was not done. */
export const sayError = (error: Pick<SheafError, 'code' | 'message'>): void => push({ text: tError(error), tone: 'error' });

export const dismiss = (id: number): void => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
