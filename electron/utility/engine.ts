import { join } from 'node:path';
import type { OwnDoor } from '../../src/services/library/own-door.ts';
import { ownDoor } from '../../src/services/library/own-door.ts';
import { typesetIn } from '../../src/services/styles/typeset.ts';
import { openEngine } from '../../src/services/engine/engine.ts';
import { nodeDisk } from '../../src/services/disk/node-disk.ts';
import { inWords } from '../../src/services/engine/disk-trouble.ts';
import { answerTo } from '../../src/services/engine/log.ts';
import type { Engine } from '../../src/contract/bridge.ts';
import type { OperationName } from '../../src/contract/contract.ts';
import { contract } from '../../src/contract/contract.ts';
import type { Result } from '../../src/contract/errors.ts';
import { fail, ok } from '../../src/contract/errors.ts';
import type { FromEngine } from './messages.ts';
import { ToEngine } from './messages.ts';

/** The part of Electron's parentPort that is used here; plain Node has none. */
interface ParentPort { postMessage(message: FromEngine): void; on(event: 'message', listener: (event: { data: unknown }) => void): void }

const { parentPort } = process as unknown as { parentPort: ParentPort };
const post = (message: FromEngine): void => { parentPort.postMessage(message); };
const log = (id: string, error: unknown): void => { process.stderr.write(`sheaf engine ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`); };

typesetIn(join(__dirname, '../cite/cite.cjs'));

let engine: Engine | null = null;
let door: OwnDoor | null = null;

/** Opens the library and its door; where another process (the command line) has it, that one may finish first. */
async function open(folder: string, create: boolean): Promise<Result<null>> {
  const claimed = await ownDoor(folder, { waiting: (holder) => { post({ waiting: holder }); } });
  if (!claimed.ok) return claimed;
  door = claimed.value;
  const opened = await openEngine({ folder, create, log });
  if (!opened.ok) {
    await claimed.value.close();
    return opened;
  }
  engine = opened.value;
  engine.on((event, payload) => { post({ event, payload }); });
  claimed.value.serve(engine, 'window');
  return ok(null);
}

async function call(id: number, name: string, input: unknown): Promise<void> {
  const known = Object.hasOwn(contract, name);
  post({ id, result: engine && known ? await engine.call(name as OperationName, input) : fail('library-missing', 'No library is open.', { details: { reason: 'none-open' } }) });
}

async function close(): Promise<void> {
  await engine?.close();
  await door?.close();
  post({ closed: true });
  process.exit(0);
}

parentPort.on('message', ({ data }) => {
  const message = ToEngine.parse(data);
  if ('open' in message) void open(message.open.folder, message.open.create).catch(async (error: unknown) => answerTo(await inWords(error, nodeDisk, message.open.folder), log)).then((opened) => { post({ opened }); });
  else if ('id' in message) void call(message.id, message.name, message.input);
  else void close().catch((error: unknown) => { log('close', error); process.exit(1); });
});
