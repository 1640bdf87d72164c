import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '../contract/bridge.ts';
import type { Input, OperationName, Output } from '../contract/contract.ts';
import { openEngine } from '../services/engine/engine.ts';
import { claimDoor, type Door } from '../services/library/door.ts';
import { defaultLibrary } from '../services/places.ts';
import { EXIT, Exit, refused } from './output.ts';

/** An open library: through the window that owns it, or by an engine of our own. */
export interface Library {
  folder: string;
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>;
  on: Engine['on'];
  close(): Promise<void>;
}

export interface LibraryOptions { library?: string | undefined; create?: boolean }

/** Opens the library that was named, or the default one. A missing one is made only for commands that bring something in. */
export async function openLibrary({ library, create = false }: LibraryOptions): Promise<Library> {
  const folder = resolve(library ?? defaultLibrary());
  if (!create && !(await exists(folder))) throw new Exit(EXIT.nothing, `There is no library in ${folder} yet. "sheaf import FILE" makes one; --library names another place.`);
  const engine = await engineFor(folder, create);
  return { folder, call: (name, input) => answer(engine, name, input), on: engine.on.bind(engine), close: () => engine.close() };
}

/** How long a library may be in the middle of changing hands. */
const HANDOVER = 20_000;

/** The engine of who owns the library, else one of our own. An owner that is just leaving is waited for. */
async function engineFor(folder: string, create: boolean): Promise<Engine> {
  for (const until = Date.now() + HANDOVER; ; await delay(50)) {
    const door = await claimDoor(folder);
    if (door.owner) return ownEngine(door, folder, create);
    const engine = await door.connect().catch(() => null);
    if (engine && (await engine.call('library.overview', {})).ok) return engine;
    await engine?.close();
    if (Date.now() > until) throw new Exit(EXIT.failed, 'Another Sheaf has this library open but does not answer.');
  }
}

/** An engine that also serves other commands; whoever is let in may finish before it closes. */
async function ownEngine(door: Door & { owner: true }, folder: string, create: boolean): Promise<Engine> {
  const opened = await openEngine({ folder, create, index: 'asked', by: 'command-line' });
  if (!opened.ok) {
    await door.close();
    throw refused(opened.error);
  }
  const engine = opened.value;
  let guests = 0;
  let empty = (): void => undefined;
  door.serve({
    ...bound(engine),
    on(listener) {
      guests++;
      const stop = engine.on(listener);
      return () => {
        stop();
        if (--guests === 0) empty();
      };
    },
  }, 'command');
  const close = async (): Promise<void> => {
    while (guests > 0) await new Promise<void>((resolve) => { empty = resolve; });
    await engine.close();
    await door.close();
  };
  return { ...bound(engine), close };
}

const bound = (engine: Engine): Engine => ({ call: engine.call.bind(engine), on: engine.on.bind(engine), close: engine.close.bind(engine) });

async function answer<N extends OperationName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await engine.call(name, input);
  if (!result.ok) throw refused(result.error);
  return result.value;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
