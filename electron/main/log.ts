import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { app } from 'electron';
import pino from 'pino';

let logger: pino.Logger | null = null;

/** The log of this user's Sheaf: a file of JSON lines, written as it happens so that a crash is in it. */
function log(): pino.Logger {
  const folder = join(app.getPath('userData'), 'logs');
  mkdirSync(folder, { recursive: true });
  logger ??= pino({ base: null }, { write: (line: string) => { appendFileSync(join(folder, 'sheaf.log'), line); } });
  return logger;
}

/** Writes down an exception nobody expected, and answers the id by which people can quote it. */
export function logUnexpected(where: string, error: unknown): string {
  const id = randomUUID().slice(0, 8);
  log().error({ id, where, message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined });
  return id;
}
