import type { Bridge } from '../../src/contract/bridge.ts';
import type { EventName, EventPayload, Input, OperationName, Output } from '../../src/contract/contract.ts';
import { fail } from '../../src/contract/errors.ts';
import type { Result } from '../../src/contract/errors.ts';
import { waitedFor } from './waiting.ts';

declare global {
  interface Window { sheaf?: Bridge }
}

type Listener = (name: OperationName, input: unknown) => void;
const listeners = new Set<Listener>();

/** Hears of everything this window asked for and got; the answer stops listening. */
export function onDone(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the engine or the main process. Every failure, also a broken bridge, comes back as a value. */
export async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  try {
    if (window.sheaf === undefined) return fail('internal', 'bridge missing');
    const answer = await waitedFor(name, window.sheaf.call(name, input));
    if (answer.ok) for (const tell of listeners) tell(name, input);
    return answer;
  } catch (error) {
    return fail('internal', error instanceof Error ? error.message : String(error), { retryable: true });
  }
}

/** Listens to an event; the answer stops listening. */
export function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.sheaf?.on(name, listener) ?? (() => undefined);
}

/** The path of a dropped file; empty when it has none. */
export const pathOf = (file: File): string => window.sheaf?.pathOf(file) ?? '';
