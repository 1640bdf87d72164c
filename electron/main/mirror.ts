import type { OperationName } from '../../src/contract/contract.ts';
import { Failure } from '../../src/contract/errors.ts';
import type { MirrorView } from '../../src/contract/notes.ts';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import type { Mirror } from '../../src/services/mirror/mirror.ts';
import { keepMirror } from '../../src/services/mirror/mirror.ts';
import type { Ask } from '../../src/services/mirror/pass.ts';
import type { SettingsFile } from '../../src/services/settings.ts';
import type { OpenLibrary } from './library.ts';
import { logUnexpected } from './log.ts';

/** The mirror of the library that is open, if it has one. */
export interface Mirrors {
  enter(folder: string): Promise<void>;
  leave(): Promise<void>;
  /** Hears which tables changed. */
  hear(tables: readonly string[]): void;
  state(): MirrorView;
  /** Mirrors the open library's notes in this folder from now on; null: no longer. The files stay. */
  set(folder: string | null): Promise<MirrorView>;
}

export function createMirrors(library: () => OpenLibrary, settings: SettingsFile): Mirrors {
  let mirror: Mirror | null = null;
  let entered: string | null = null;
  let last: Omit<MirrorView, 'folder'> = { at: null, conflicts: 0, trouble: null };
  const folderOf = (): string | null => (entered === null ? null : settings.get().noteMirrors[entered] ?? null);
  const ask: Ask = async <N extends OperationName>(name: N, input: unknown) => {
    const answer = await library().call(name, input);
    if (!answer.ok) throw new Failure(answer.error);
    return answer.value;
  };
  const stop = async (): Promise<void> => {
    const old = mirror;
    mirror = null;
    await old?.close();
  };
  const begin = async (): Promise<void> => {
    await stop();
    last = { at: null, conflicts: 0, trouble: null };
    const folder = folderOf();
    if (folder === null) return;
    mirror = keepMirror({
      ask, disk: nodeDisk, folder,
      onPass: ({ conflicts }) => { last = { at: new Date().toISOString(), conflicts: last.conflicts + conflicts, trouble: null }; },
      onError: (error) => {
        logUnexpected('mirror', error);
        last = { ...last, trouble: error instanceof Error ? error.message : String(error) };
      },
    });
  };
  const state = (): MirrorView => ({ folder: folderOf(), ...last });
  return {
    async enter(folder) { entered = folder; await begin(); },
    async leave() { entered = null; await stop(); },
    hear(tables) { if (tables.some((table) => table === 'note' || table === 'paper' || table === 'tag')) mirror?.note(); },
    state,
    async set(folder) {
      if (entered === null) return state();
      const others = Object.fromEntries(Object.entries(settings.get().noteMirrors).filter(([one]) => one !== entered));
      await settings.set({ noteMirrors: folder === null ? others : { ...others, [entered]: folder } });
      await begin();
      return state();
    },
  };
}
