import { create } from 'zustand';
import type { SheafError } from '../../src/contract/errors.ts';
import { on } from '../client/client.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Values } from '../messages/messages.ts';
import { t, tError } from '../messages/messages.ts';

export interface Toast { id: number; text: string; tone: 'plain' | 'error'; action?: { label: string; run: () => void }; revision?: number }

/** Short messages at the foot of the window. */
export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let last = 0;
/** The newest word counts: what was done before it could no longer be undone from its own message. */
const push = (toast: Omit<Toast, 'id'>): void => useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter((one) => one.tone === 'error').slice(-1), { ...toast, id: ++last }] }));

interface WayBack { label: MessageKey; run: () => void; revision?: number | undefined }

/** Says something that was done; `action` offers the way back while the library is at its `revision`. */
export function say(key: MessageKey, values?: Values, action?: WayBack): void {
  push({ text: t(key, values), tone: 'plain', ...(action?.revision === undefined ? {} : { revision: action.revision }), ...(action === undefined ? {} : { action: { label: t(action.label), run: action.run } }) });
}

/** Says why something was not done; `action` offers another try. */
export function sayError(error: Pick<SheafError, 'code' | 'message' | 'details'>, action?: Omit<WayBack, 'revision'>): void {
  push({ text: tError(error), tone: 'error', ...(action === undefined ? {} : { action: { label: t(action.label), run: action.run } }) });
}

export const dismiss = (id: number): void => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));

/** Takes messages away whose way back would now lead elsewhere. */
export function followToasts(): void {
  on('changed', ({ revision }) => {
    const { toasts } = useToasts.getState();
    const left = toasts.filter((toast) => toast.revision === undefined || toast.revision >= revision);
    if (left.length < toasts.length) useToasts.setState({ toasts: left });
  });
}
