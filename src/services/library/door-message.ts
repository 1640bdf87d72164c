import type { Socket } from 'node:net';
import { z } from 'zod';
import { SheafError } from '../../contract/errors.ts';

/** What goes through the door: one JSON value a line. */
export const Request = z.object({ id: z.number().int(), name: z.string(), input: z.unknown() });
export const Answer = z.object({ id: z.number().int(), result: z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: SheafError })]) });
export const Event = z.object({ event: z.string(), payload: z.unknown() });
export const FromServer = z.union([Answer, Event]);

/** Who keeps a door: a window, or one command of the command line. */
export const Holder = z.object({ program: z.enum(['window', 'command']), pid: z.number().int() });
export type Holder = z.infer<typeof Holder>;
/** What is asked at the door itself, not of the library behind it. */
export const WHO = 'door.holder';

/** No line may be longer (bytes): whoever sends more is cut off. */
const LONGEST = 512_000_000;

export const send = (socket: Socket, value: unknown): void => { if (!socket.destroyed) socket.write(`${JSON.stringify(value)}\n`); };

/** Calls back with the value of every whole line; the socket is closed at one that is not JSON. */
export function onLines(socket: Socket, take: (value: unknown) => void): void {
  let parts: Buffer[] = [];
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    for (let from = 0; ;) {
      const end = chunk.indexOf(10, from);
      parts.push(end < 0 ? chunk.subarray(from) : chunk.subarray(from, end));
      length += parts.at(-1)?.length ?? 0;
      if (length > LONGEST) return void socket.destroy();
      if (end < 0) return;
      const line = Buffer.concat(parts).toString('utf8');
      [parts, length, from] = [[], 0, end + 1];
      try {
        take(JSON.parse(line));
      } catch {
        return void socket.destroy();
      }
    }
  });
}
