import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { liesIn } from '../../services/disk/lies-in.ts';
import { nodeDisk } from '../../services/disk/node-disk.ts';
import { nothingSeen } from '../../services/mirror/folder.ts';
import { keepMirror } from '../../services/mirror/mirror.ts';
import type { MirrorReport } from '../../services/mirror/pass.ts';
import { mirrorOnce } from '../../services/mirror/pass.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';

export interface MirrorOptions { watch?: boolean; json?: boolean }

const words = ({ written, removed, taken, conflicts }: MirrorReport): string => `${String(written)} written, ${String(removed)} removed, ${String(taken)} brought back${conflicts > 0 ? `, ${String(conflicts)} changed on both sides (both texts are kept)` : ''}.`;

/** `sheaf mirror DIR`: the notes as Markdown files, and edits there back as notes; `--watch` goes on until Ctrl C. */
export async function mirror(library: Library, place: string, options: MirrorOptions): Promise<void> {
  const folder = resolve(place);
  if (liesIn(library.folder, folder)) throw new Exit(EXIT.usage, 'Name a folder outside the library.');
  await mkdir(folder, { recursive: true });
  if (!options.watch) {
    const report = await mirrorOnce({ ask: library.call, disk: nodeDisk, folder, seen: nothingSeen() });
    return options.json ? printJson(report) : print(words(report));
  }
  let failed: unknown;
  const kept = keepMirror({ ask: library.call, disk: nodeDisk, folder, onPass: (report) => { if (Object.values(report).some((count) => count > 0)) void print(options.json ? JSON.stringify(report) : words(report)); }, onError: (error) => { failed = error; process.emit('SIGINT'); } });
  const silence = library.on((name) => { if (name === 'changed') kept.note(); });
  await once(process, 'SIGINT');
  silence();
  await kept.close();
  if (failed !== undefined) throw failed instanceof Error ? failed : new Exit(EXIT.failed, String(failed));
}
