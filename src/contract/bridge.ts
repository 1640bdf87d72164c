import type { EventName, EventPayload, Input, OperationName, Output } from './contract.ts';
import type { Result } from './errors.ts';

/** What the preload script puts on `window.sheaf`, and nothing else. */
export interface Bridge {
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** The path of a dropped or picked File, which the window may name from then on; empty when it has none. */
  pathOf(file: unknown): string;
}

/** IPC channels: one for calls, one for events; and one of the preload's own, on which it says what file a person dropped or picked. */
export const CALL = 'sheaf:call';
export const EVENT = 'sheaf:event';
export const GRANT = 'sheaf:grant';

/** The library engine as its hosts (utility process, command line, tests) see it: calls in, events out. */
export interface Engine {
  /** `from` is kept with what it changes, for histories. */
  call<N extends OperationName>(name: N, input: unknown, from?: 'window' | 'command-line'): Promise<Result<Output<N>>>;
  on(listener: <N extends EventName>(name: N, payload: EventPayload<N>) => void): () => void;
  /** Folds what it may, releases the lock, closes files. */
  close(): Promise<void>;
}
