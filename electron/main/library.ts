import { access, cp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Engine } from '../../src/contract/bridge.ts';
import type { EventName, EventPayload, OperationName, Output } from '../../src/contract/contract.ts';
import { Failure, fail, failure, type Result, type SheafError } from '../../src/contract/errors.ts';
import { fillWithExample } from '../../src/services/example-library.ts';
import { startEngine } from './engine-host.ts';
import { asset } from './paths.ts';

type State = Output<'library.state'>['state'];

/** The library that is open in this app: one at a time, with an engine of its own. */
export interface OpenLibrary {
  state(): { state: State; folder: string; error?: SheafError };
  call<N extends OperationName>(name: N, input: unknown): Promise<Result<Output<N>>>;
  open(folder: string, create: boolean): Promise<void>;
  /** Copies the folder, opens the copy, then removes the old one: at no moment is there none. */
  move(to: string): Promise<void>;
  example(): Promise<void>;
  close(): Promise<void>;
}

export function openLibraries(onEvent: <N extends EventName>(name: N, payload: EventPayload<N>) => void): OpenLibrary {
  let engine: Engine | null = null;
  let folder = '';
  let state: State = 'none';
  let error: SheafError | undefined;
  let opening: Promise<void> = Promise.resolve();

  const become = (next: State, why?: SheafError): void => {
    state = next;
    error = why;
    onEvent('library', { state });
  };
  const close = async (): Promise<void> => {
    const old = engine;
    engine = null;
    await old?.close();
  };
  const openNow = async (next: string, create: boolean): Promise<void> => {
    await close();
    folder = next;
    become('opening');
    const started = await startEngine(next, create, () => { engine = null; become('failed', fail('internal', 'The library engine stopped unexpectedly. What was saved is on disk.').error); });
    if (!started.ok) {
      become('failed', started.error);
      throw new Failure(started.error);
    }
    engine = started.value;
    engine.on(onEvent);
    become('open');
  };
  const open = (next: string, create: boolean): Promise<void> => {
    const opened = opening.catch(() => undefined).then(() => openNow(resolve(next), create));
    opening = opened;
    return opened;
  };

  return {
    state: () => ({ state, folder, ...(error ? { error } : {}) }),
    open,
    close,
    async call(name, input) {
      await opening.catch(() => undefined);
      return engine ? engine.call(name, input) : fail('library-missing', error?.message ?? 'No library is open.');
    },
    async example() { if (engine) await fillWithExample(engine, asset('example')); },
    async move(to) {
      const from = folder;
      const target = resolve(to);
      if (target === from || target.startsWith(from + sep)) throw failure('invalid-input', 'A library cannot be moved into itself.');
      if (await access(target).then(() => true, () => false)) throw failure('conflict', `${target} exists already.`);
      await close();
      await copyWhole(from, target).catch(async (reason: unknown) => { await open(from, false); throw reason; });
      await open(target, false);
      await rm(from, { recursive: true, force: true });
    },
  };
}

/** The target appears under its name only when all of it is there. */
async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = join(dirname(to), `.${basename(to)}.moving`);
  try {
    await cp(from, unfinished, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw failure('no-space', `The library could not be copied to ${to}: ${error instanceof Error ? error.message : String(error)}. It stays where it is.`);
  }
}
