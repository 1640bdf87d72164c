import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';
import { writeLog } from './log-file.ts';

/** Writes down an exception nobody expected, as a line of JSON and at once, so that a crash is in it too; answers the id by which people can quote it. */
export function logUnexpected(where: string, error: unknown): string {
  const id = randomUUID().slice(0, 8);
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  writeLog(join(app.getPath('userData'), 'logs'), `${JSON.stringify({ time: new Date().toISOString(), id, where, message, stack })}\n`);
  return id;
}
