import type { Socket } from 'node:net';
import { createConnection } from 'node:net';
import type { Engine } from '../../contract/bridge.ts';
import type { EventName, EventPayload, OperationName, Output } from '../../contract/contract.ts';
import { contract, events } from '../../contract/contract.ts';
import type { Result } from '../../contract/errors.ts';
import { fail, failure, ok } from '../../contract/errors.ts';
import { FromServer, Holder, WHO, onLines, send } from './door-message.ts';

type Waiting = Map<number, (result: Result<unknown>) => void>;
type Listener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
const gone = fail('library-locked', 'The window that has this library open went away.', { retryable: true });

/** The engine of another process, through its door. */
export async function connectEngine(path: string): Promise<Engine> {
  const socket = await connect(path);
  const waiting: Waiting = new Map();
  const listeners = new Set<Listener>();
  let last = 0;
  onLines(socket, (value) => hear(FromServer.parse(value), waiting, listeners));
  socket.on('error', () => socket.destroy());
  socket.once('close', () => { for (const answer of waiting.values()) answer(gone); waiting.clear(); });
  return {
    call<N extends OperationName>(name: N, input: unknown): Promise<Result<Output<N>>> {
      if (socket.destroyed) return Promise.resolve(gone);
      const id = ++last;
      send(socket, { id, name, input });
      return new Promise((resolve) => waiting.set(id, (result) => resolve(checked(name, result))));
    },
    on(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    close: () => new Promise((resolve) => { if (socket.destroyed) resolve(); else socket.once('close', () => resolve()).end(); }),
  };
}

/** How long a keeper may take to say who it is, ms: one that is still opening the library says nothing yet. */
const WHO_PATIENCE = 300;

/** Who keeps the door; null when it does not say. */
export async function askHolder(path: string): Promise<Holder | null> {
  const socket = await connect(path).catch(() => null);
  if (!socket) return null;
  return new Promise((resolve) => {
    const end = (holder: Holder | null): void => { socket.destroy(); resolve(holder); };
    socket.setTimeout(WHO_PATIENCE, () => end(null)).on('error', () => end(null)).on('close', () => end(null));
    onLines(socket, (value) => {
      const said = FromServer.parse(value);
      if ('result' in said) end(said.result.ok ? (Holder.safeParse(said.result.value).data ?? null) : null);
    });
    send(socket, { id: 0, name: WHO, input: null });
  });
}

function checked<N extends OperationName>(name: N, result: Result<unknown>): Result<Output<N>> {
  if (!result.ok) return result;
  const parsed = contract[name].output.safeParse(result.value);
  return parsed.success ? ok(parsed.data as Output<N>) : fail('internal', `The other Sheaf answered ${name} in a way that this one does not understand.`);
}

function hear(said: ReturnType<typeof FromServer.parse>, waiting: Waiting, listeners: Set<Listener>): void {
  if ('event' in said) {
    for (const listener of listeners) tell(listener, said.event, said.payload);
    return;
  }
  waiting.get(said.id)?.(said.result.ok ? ok(said.result.value) : said.result);
  waiting.delete(said.id);
}

function tell(listener: Listener, name: string, payload: unknown): void {
  if (!Object.hasOwn(events, name)) return;
  const known = name as EventName;
  const parsed = events[known].safeParse(payload);
  if (parsed.success) listener(known, parsed.data as EventPayload<typeof known>);
}

function connect(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => reject(failure('library-locked', 'Another Sheaf has this library open but does not answer.', { retryable: true })));
  });
}
