import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine } from '../contract/bridge.ts';
import type { Input, OperationName, Output } from '../contract/contract.ts';
import { openEngine } from '../services/engine/engine.ts';
import { claimDoor } from '../services/library/door.ts';
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

async function engineFor(folder: string, create: boolean): Promise<Engine> {
  const door = await claimDoor(folder);
  if (!door.owner) return door.connect();
  const opened = await openEngine({ folder, create });
  if (!opened.ok) {
    await door.close();
    throw refused(opened.error);
  }
  door.serve(opened.value);
  return { ...bound(opened.value), close: async () => { await opened.value.close(); await door.close(); } };
}

const bound = (engine: Engine): Engine => ({ call: engine.call.bind(engine), on: engine.on.bind(engine), close: engine.close.bind(engine) });

async function answer<N extends OperationName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await engine.call(name, input);
  if (!result.ok) throw refused(result.error);
  return result.value;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
