import { resolve } from 'node:path';
import type { Engine } from '../../src/contract/bridge.ts';
import type { EventName, EventPayload, OperationName, Output } from '../../src/contract/contract.ts';
import { Failure, fail, type Result, type SheafError } from '../../src/contract/errors.ts';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import { fillWithExample } from '../../src/services/example-library.ts';
import { claimDoor } from '../../src/services/library/door.ts';
import { moveLibrary } from '../../src/services/library/move-library.ts';
import { createCrashCount } from './crashes.ts';
import { startEngine } from './engine-host.ts';
import { logUnexpected } from './log.ts';
import { asset } from './paths.ts';

/** What only reads may be asked once more of an engine that was started again; a change may be in the library already. */
const READING = /^(?:papers\.|cite\.|export\.text$|history\.list$|import\.preview$|library\.overview$|attachment\.locate$|pdf\.(?:marked|hits|textProgress)$)/;

type State = Output<'library.state'>['state'];

/** The library that is open in this app: one at a time, with an engine of its own. */
export interface OpenLibrary {
  state(): { state: State; folder: string; error?: SheafError; waitingFor?: 'window' | 'command' | 'unknown' };
  call<N extends OperationName>(name: N, input: unknown): Promise<Result<Output<N>>>;
  open(folder: string, create: boolean): Promise<void>;
  /** Moves the folder while nobody else can open it, and opens it at its new place, or again at its old one. */
  move(to: string): Promise<void>;
  example(): Promise<void>;
  close(): Promise<void>;
}

/** Work that belongs to the open library: it ends before the library is left, since it writes into its folder. */
export interface Attending { entered(folder: string): Promise<void>; leaving(): Promise<void> }

export function openLibraries(onEvent: <N extends EventName>(name: N, payload: EventPayload<N>) => void, attending: Attending): OpenLibrary {
  let engine: Engine | null = null;
  let folder = '';
  let state: State = 'none';
  let error: SheafError | undefined;
  let waitingFor: 'window' | 'command' | 'unknown' | undefined;
  let opening: Promise<void> = Promise.resolve();

  const crashes = createCrashCount(Date.now);

  const become = (next: State, why?: SheafError): void => {
    const same = next === 'restarting' || (next === 'open' && state === 'restarting');
    state = next;
    error = why;
    waitingFor = undefined;
    onEvent('library', { state, same });
  };
  const close = async (): Promise<void> => {
    const old = engine;
    if (old) await attending.leaving();
    engine = null;
    await old?.close();
  };
  const begin = async (create: boolean): Promise<Result<null>> => {
    const started = await startEngine(folder, create, () => { opening = restart(); }, (holder) => {
      waitingFor = holder?.program ?? 'unknown';
      onEvent('library', { state, same: state === 'restarting' });
    });
    if (!started.ok) return started;
    engine = started.value;
    engine.on(onEvent);
    become('open');
    return { ok: true, value: null };
  };
  /** After a crash: the engine reads again all that was acknowledged. Calls wait meanwhile; crash upon crash is given up. */
  const restart = async (): Promise<void> => {
    engine = null;
    let why = fail('engine-stopped', '', { retryable: true }).error;
    while (why.code === 'engine-stopped' && crashes.mayRestart()) {
      become('restarting');
      const begun = await begin(false);
      if (begun.ok) return;
      why = begun.error;
    }
    become('failed', why);
  };
  const openNow = async (next: string, create: boolean): Promise<void> => {
    await close();
    crashes.forget();
    folder = next;
    become('opening');
    const begun = await begin(create);
    if (begun.ok) {
      await attending.entered(folder).catch((reason: unknown) => { logUnexpected('downloads', reason); });
      return;
    }
    become('failed', begun.error);
    throw new Failure(begun.error);
  };
  const open = (next: string, create: boolean): Promise<void> => {
    const opened = opening.catch(() => undefined).then(() => openNow(resolve(next), create));
    opening = opened;
    return opened;
  };

  const ask = <N extends OperationName>(name: N, input: unknown): Promise<Result<Output<N>>> =>
    engine ? engine.call(name, input) : Promise.resolve({ ok: false, error: error ?? fail('library-missing', 'No library is open.', { details: { reason: 'none-open' } }).error });

  return {
    state: () => ({ state, folder, ...(error ? { error } : {}), ...(waitingFor ? { waitingFor } : {}) }),
    open,
    async close() {
      await opening.catch(() => undefined);
      await close();
    },
    async call(name, input) {
      await opening.catch(() => undefined);
      const answer = await ask(name, input);
      if (answer.ok || answer.error.code !== 'engine-stopped' || !READING.test(name)) return answer;
      await opening.catch(() => undefined);
      return ask(name, input);
    },
    async example() { if (engine) await fillWithExample(engine, asset('example')); },
    async move(to) {
      const from = folder;
      const target = resolve(to);
      await close();
      const moved = await moveHeld(from, target);
      await open(moved.ok ? target : from, false);
      if (!moved.ok) throw new Failure(moved.error);
    },
  };
}

/**
 * Moves a library nobody has open: its door is held meanwhile, so that no command line writes to the folder that goes.
 * A failure leaves the old folder as it was.
 */
async function moveHeld(from: string, to: string): Promise<Result<null>> {
  const door = await claimDoor(from);
  try {
    return door.owner ? await moveLibrary(nodeDisk, from, to) : fail('library-locked', 'Another program is working on the library. Try again when it has finished.', { retryable: true, details: { reason: 'working' } });
  } finally {
    await door.close();
  }
}
