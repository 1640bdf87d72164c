import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import type { Server, Socket } from 'node:net';
import { createConnection, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../contract/bridge.ts';
import { failure } from '../../contract/errors.ts';
import { errorCode } from '../disk/disk.ts';
import { askHolder, connectEngine } from './door-client.ts';
import type { Holder } from './door-message.ts';
import { serveEngine } from './door-server.ts';

/** The door of a library: ours to keep, or another process's to knock at. */
export type Door =
  | { owner: true; serve(engine: Engine, program: Holder['program']): void; close(): Promise<void> }
  | { owner: false; connect(): Promise<Engine>; holder(): Promise<Holder | null>; close(): Promise<void> };

/**
 * Claims a library for this process, or finds who has it. A local socket is lock and door at once; it lies outside the
 * folder, so that a synced folder carries no lock, and is named by a hash of the folder's real path.
 */
export async function claimDoor(folder: string): Promise<Door> {
  const real = await fs.realpath(folder).catch(() => folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 20);
  return process.platform === 'win32' ? claimPipe(`\\\\.\\pipe\\sheaf-${hash}`) : claimSocket(await privateFolder(), hash);
}

/** A folder that only this user may enter: that is what guards the door. */
async function privateFolder(): Promise<string> {
  const runtime = process.env['XDG_RUNTIME_DIR'];
  const { uid } = userInfo();
  const path = runtime ? join(runtime, 'sheaf') : join(tmpdir(), `sheaf-${uid}`);
  await fs.mkdir(path, { recursive: true, mode: 0o700 });
  const facts = await fs.lstat(path);
  if (!facts.isDirectory() || facts.uid !== uid) throw failure('not-allowed', `${path} belongs to somebody else; Sheaf does not put its socket there.`, { details: { reason: 'socket', path } });
  if ((facts.mode & 0o077) !== 0) await fs.chmod(path, 0o700);
  return path;
}

/**
 * Sockets of a library are numbered: `<hash>.<n>`. The newest is the lock. A dead one (its process was killed) is never
 * reused or removed first: the next number is claimed, by a hard link, which only one process can make, to a socket that
 * already listens. Who finds a higher number afterwards came too late and withdraws. So no two ever own the library.
 */
async function claimSocket(folder: string, hash: string): Promise<Door> {
  for (;;) {
    const newest = Math.max(0, ...(await numbers(folder, hash)));
    const path = join(folder, `${hash}.${newest}`);
    if (newest > 0 && (await answers(path))) return knock(path);
    const claimed = await claimNumber(folder, hash, newest + 1);
    if (claimed) return claimed;
  }
}

async function claimNumber(folder: string, hash: string, number: number): Promise<Door | null> {
  const path = join(folder, `${hash}.${number}`);
  const private_ = join(folder, `${hash}.${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
  const { server, sockets } = await listen(private_);
  const linked = await fs.link(private_, path).then(() => true, (error: unknown) => { if (errorCode(error) === 'EEXIST') return false; throw error; });
  await fs.rm(private_, { force: true });
  const all = await numbers(folder, hash);
  if (linked && Math.max(...all) === number) {
    for (const old of all) if (old < number) await fs.rm(join(folder, `${hash}.${old}`), { force: true });
    return owned(server, sockets, () => fs.rm(path, { force: true }));
  }
  if (linked) await fs.rm(path, { force: true });
  await stop(server, sockets);
  return null;
}

const numbers = async (folder: string, hash: string): Promise<number[]> =>
  (await fs.readdir(folder)).flatMap((name) => (name.startsWith(`${hash}.`) && /^\d+$/.test(name.slice(hash.length + 1)) ? [Number(name.slice(hash.length + 1))] : []));

/** A named pipe disappears with its process and can be listened on once: it needs no numbers. */
async function claimPipe(path: string): Promise<Door> {
  try {
    const { server, sockets } = await listen(path);
    return owned(server, sockets, () => Promise.resolve());
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes(errorCode(error))) return knock(path);
    throw error;
  }
}

const knock = (path: string): Door => ({ owner: false, connect: () => connectEngine(path), holder: () => askHolder(path), close: () => Promise.resolve() });

interface Listening { server: Server; sockets: Set<Socket> }

async function listen(path: string): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return { server, sockets };
}

function owned(server: Server, sockets: Set<Socket>, release: () => Promise<void>): Door {
  return {
    owner: true,
    serve(engine, program) {
      const holder: Holder = { program, pid: process.pid };
      // Who knocked before the engine was ready has waited; its first bytes are still in its socket.
      for (const socket of sockets) serveEngine(socket, engine, holder);
      server.on('connection', (socket: Socket) => serveEngine(socket, engine, holder));
    },
    async close() {
      // The name goes first, so that nobody knocks at a door that is being shut.
      await release();
      await stop(server, sockets);
    },
  };
}

async function stop(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Whether a process listens. A full queue counts as one. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(errorCode(error))));
  });
}
