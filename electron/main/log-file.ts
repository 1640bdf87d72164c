import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes after which the log begins anew; the one before it stays beside it. */
const MOST = 5_000_000;

/** Adds a line to the log in a folder. Where it cannot be written it goes to the terminal: what tells of a fault must not be one more. */
export function writeLog(folder: string, line: string, most = MOST): void {
  const file = join(folder, 'sheaf.log');
  try {
    mkdirSync(folder, { recursive: true });
    if (existsSync(file) && statSync(file).size > most) renameSync(file, join(folder, 'sheaf.old.log'));
    appendFileSync(file, line);
  } catch {
    process.stderr.write(line);
  }
}
