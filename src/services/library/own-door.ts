import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';
import type { Door } from './door.ts';
import { claimDoor } from './door.ts';
import type { Holder } from './door-message.ts';

export type OwnDoor = Door & { owner: true };

interface Patience {
  /** How long to wait for another to leave, ms: a command takes a second or two. */
  patience?: number;
  /** Hears who is waited for (null: it does not say), whenever that is somebody else. */
  waiting?: (holder: Holder | null) => void;
}

const PATIENCE = 8000;
const AGAIN = 100;

/** Claims a door for keeps. One that another holds for a moment is waited for; who still holds it after that is named in `library-locked`. */
export async function ownDoor(folder: string, { patience = PATIENCE, waiting = () => undefined }: Patience = {}): Promise<Result<OwnDoor>> {
  let seen: Holder | null | undefined;
  for (const until = Date.now() + patience; ; await delay(AGAIN)) {
    const door = await claimDoor(folder);
    if (door.owner) return ok(door);
    const holder = await door.holder();
    if (seen === undefined || holder?.pid !== seen?.pid) waiting(holder);
    seen = holder;
    if (Date.now() > until) return fail('library-locked', `${named(holder)} has this library open. Close it, or wait until it has finished.`, { retryable: true, details: { reason: 'held', program: 'unknown', ...holder } });
  }
}

const named = (holder: Holder | null): string => (holder === null ? 'Another program' : `${holder.program === 'window' ? 'Another Sheaf window' : 'A sheaf command'} (process ${holder.pid})`);
