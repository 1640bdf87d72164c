import { utilityProcess, type UtilityProcess } from 'electron';
import { contract, events, type EventName, type EventPayload, type OperationName, type Output } from '../../src/contract/contract.ts';
import type { Engine } from '../../src/contract/bridge.ts';
import { fail, ok, type Result } from '../../src/contract/errors.ts';
import type { Holder } from '../../src/services/library/door-message.ts';
import { FromEngine, type ToEngine } from '../utility/messages.ts';
import { inApp } from './paths.ts';

type Listener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

const gone = fail('engine-stopped', '', { retryable: true });

/**
 * Starts the library engine in a process of its own and opens a library in it. The engine it answers fails every call
 * once that process is gone; `onGone` says so when nobody asked for it. `onWaiting` hears who must leave the library first.
 */
export async function startEngine(folder: string, create: boolean, onGone: () => void, onWaiting: (holder: Holder | null) => void): Promise<Result<Engine>> {
  const child = utilityProcess.fork(inApp('engine', 'engine.cjs'), [], { serviceName: 'Sheaf library', stdio: 'inherit' });
  const calls = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Set<Listener>();
  let isOpen = false;
  let closing = false;
  let closed: () => void = () => undefined;

  const opened = new Promise<Result<unknown>>((resolve) => {
    child.on('message', (raw: unknown) => { receive(raw, { opened: resolve, waiting: onWaiting, closed: () => { closed(); } }, calls, listeners); });
    child.once('exit', () => {
      resolve(gone);
      for (const answer of calls.values()) answer(gone);
      calls.clear();
      closed();
      if (isOpen && !closing) onGone();
    });
  });
  post(child, { open: { folder, create } });
  const result = await opened;
  if (!result.ok) {
    closing = true;
    child.kill();
    return result;
  }
  isOpen = true;
  return ok(hosted(child, calls, listeners, () => {
    closing = true;
    return new Promise<void>((resolve) => { closed = resolve; });
  }));
}

interface Opening { opened: (result: Result<unknown>) => void; waiting: (holder: Holder | null) => void; closed: () => void }

function receive(raw: unknown, opening: Opening, calls: Map<number, (result: Result<unknown>) => void>, listeners: Set<Listener>): void {
  const message = FromEngine.parse(raw);
  // Heard as well as the end of the process: while the app quits, that end is not always told.
  if ('closed' in message) opening.closed();
  else if ('waiting' in message) opening.waiting(message.waiting);
  else if ('opened' in message) opening.opened(message.opened);
  else if ('id' in message) {
    calls.get(message.id)?.(message.result);
    calls.delete(message.id);
  } else if ('event' in message) emit(message.event, message.payload, listeners);
}

function emit(name: string, payload: unknown, listeners: Set<Listener>): void {
  if (!isEvent(name)) return;
  const parsed = events[name].safeParse(payload);
  if (parsed.success) for (const listener of listeners) listener(name, parsed.data);
}

const isEvent = (name: string): name is EventName => name in events;
const post = (child: UtilityProcess, message: ToEngine): void => { child.postMessage(message); };

function hosted(child: UtilityProcess, calls: Map<number, (result: Result<unknown>) => void>, listeners: Set<Listener>, close: () => Promise<void>): Engine {
  let last = 0;
  return {
    async call<N extends OperationName>(name: N, input: unknown): Promise<Result<Output<N>>> {
      if (!child.pid) return gone;
      const id = ++last;
      const result = await new Promise<Result<unknown>>((resolve) => {
        calls.set(id, resolve);
        post(child, { id, name, input });
      });
      return result.ok ? trusted<N>(name, result.value) : result;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (!child.pid) return;
      const ended = close();
      post(child, { close: true });
      await ended;
    },
  };
}

/** The engine is code of ours in another process; its answers are checked all the same while developing, where a mistake should show at once. */
function trusted<N extends OperationName>(name: N, value: unknown): Result<Output<N>> {
  if (process.env['SHEAF_CHECK_ANSWERS'] === '1') contract[name].output.parse(value);
  return ok(value as Output<N>);
}
