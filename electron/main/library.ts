import { resolve } from 'node:path';
import type { Engine } from '../../src/contract/bridge.ts';
import type { EventName, EventPayload, OperationName, Output } from '../../src/contract/contract.ts';
import { Failure, fail, type Result, type SheafError } from '../../src/contract/errors.ts';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import { claimDoor } from '../../src/services/library/door.ts';
import { moveLibrary } from '../../src/services/library/move-library.ts';
import { createCrashCount } from './crashes.ts';
import type { startEngine } from './engine-host.ts';

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
  close(): Promise<void>;
}

/** Work that belongs to the open library: it ends before the library is left, since it writes into its folder. Nothing is answered until it has begun. */
export interface Attending { entered(folder: string): Promise<void>; leaving(): Promise<void> }

interface Needs {
  start: typeof startEngine;
  onEvent: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  attending: Attending;
  /** Hears of exceptions nobody expected. */
  unexpected: (where: string, error: unknown) => void;
}

/** No library is open at first. */
export function openLibraries({ start, onEvent, attending, unexpected }: Needs): OpenLibrary {
  let engine: Engine | null = null;
  let folder = '';
  let state: State = 'none';
  let error: SheafError | undefined;
  let waitingFor: 'window' | 'command' | 'unknown' | undefined;
  let opening: Promise<void> = Promise.resolve();
  let leaving = false;
  /** Openings and the like that are asked for and not over. */
  let works = 0;
  /** Whether calls go through: not while there is no engine, nor before the work that belongs to a library has begun. */
  let askable = true;
  const waiting: (() => void)[] = [];

  const crashes = createCrashCount(Date.now);

  const become = (next: State, why?: SheafError): void => {
    const same = next === 'restarting' || (next === 'open' && state === 'restarting');
    state = next;
    error = why;
    waitingFor = undefined;
    onEvent('library', { state, same });
  };
  const letAsk = (may: boolean): void => {
    askable = may;
    if (may) for (const go of waiting.splice(0)) go();
  };
  const ready = async (): Promise<void> => { while (!askable) await new Promise<void>((resolve) => { waiting.push(resolve); }); };
  /** One after the other. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    works++;
    if (engine === null) letAsk(false);
    const done = opening.catch(() => undefined).then(work).finally(() => { if (--works === 0) letAsk(true); });
    opening = done;
    return done;
  };
  const close = async (): Promise<void> => {
    const old = engine;
    if (old === null) return;
    leaving = true;
    // Those who attend it ask until they have ended, and are waited for.
    letAsk(true);
    try {
      await attending.leaving();
      letAsk(false);
      engine = null;
      await old.close();
    } finally {
      leaving = false;
    }
  };
  const begin = async (create: boolean): Promise<Result<null>> => {
    const started = await start(folder, create, lost, (holder) => {
      waitingFor = holder?.program ?? 'unknown';
      onEvent('library', { state, same: state === 'restarting' });
    });
    if (!started.ok) return started;
    engine = started.value;
    engine.on(onEvent);
    become('open');
    return { ok: true, value: null };
  };
  const lost = (): void => {
    if (leaving) return;
    engine = null;
    inTurn(restart).catch((reason: unknown) => { unexpected('restart', reason); });
  };
  /** After a crash: the engine reads again all that was acknowledged. Calls wait meanwhile; crash upon crash is given up. */
  const restart = async (): Promise<void> => {
    if (engine !== null) return;
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
      await attending.entered(folder).catch((reason: unknown) => { unexpected('library', reason); });
      return;
    }
    become('failed', begun.error);
    throw new Failure(begun.error);
  };
  const moveNow = async (to: string): Promise<void> => {
    const from = folder;
    await close();
    const moved = await moveHeld(from, to);
    await openNow(moved.ok ? to : from, false);
    if (!moved.ok) throw new Failure(moved.error);
  };
  const ask = <N extends OperationName>(name: N, input: unknown): Promise<Result<Output<N>>> =>
    engine ? engine.call(name, input) : Promise.resolve({ ok: false, error: error ?? fail('library-missing', 'No library is open.', { details: { reason: 'none-open' } }).error });

  return {
    state: () => ({ state, folder, ...(error ? { error } : {}), ...(waitingFor ? { waitingFor } : {}) }),
    open: (next, create) => inTurn(() => openNow(resolve(next), create)),
    move: (to) => inTurn(() => moveNow(resolve(to))),
    async close() {
      await opening.catch(() => undefined);
      await close();
      letAsk(true);
    },
    async call(name, input) {
      await ready();
      const answer = await ask(name, input);
      if (answer.ok || answer.error.code !== 'engine-stopped' || !READING.test(name)) return answer;
      await ready();
      return ask(name, input);
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
