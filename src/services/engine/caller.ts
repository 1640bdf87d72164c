import { AsyncLocalStorage } from 'node:async_hooks';

export type Caller = 'window' | 'command-line';

/** Who asked for what is being done: it goes with a call to wherever that is written, past all that need not know. */
export const caller = new AsyncLocalStorage<Caller>();
