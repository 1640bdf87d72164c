import path from 'node:path';

/** Whether a path is a folder or lies in it, as both are written. `system`: whose paths they are. */
export function liesIn(folder: string, one: string, system: Pick<typeof path, 'relative' | 'isAbsolute' | 'sep'> = path): boolean {
  const way = system.relative(folder, one);
  return !system.isAbsolute(way) && way !== '..' && !way.startsWith(`..${system.sep}`);
}
