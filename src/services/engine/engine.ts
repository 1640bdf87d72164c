import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Engine } from '../../contract/bridge.ts';
import type { EventName, EventPayload, OperationName, Output } from '../../contract/contract.ts';
import { contract } from '../../contract/contract.ts';
import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';
import { risingIds } from '../../model/id.ts';
import type { Disk } from '../disk/disk.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { createLibrary } from '../library/create.ts';
import { KeptIndex } from '../index/kept-index.ts';
import { LIBRARY_FILE } from '../library/layout.ts';
import type { Store, StoreOptions } from '../library/store.ts';
import { openStore } from '../library/store.ts';
import { machineName } from '../machine.ts';
import { pooledRandom } from '../random.ts';
import type { Caller } from './caller.ts';
import { caller } from './caller.ts';
import { inWords } from './disk-trouble.ts';
import { watchForeign } from './foreign.ts';
import { Gate } from './gate.ts';
import type { Handler, Handlers } from './handlers.ts';
import { Lists } from './lists.ts';
import { answerTo } from './log.ts';
import { attachments } from './operations/attachments.ts';
import { cite } from './operations/cite.ts';
import { commands } from './operations/commands.ts';
import { downloads } from './operations/downloads.ts';
import { exports } from './operations/export.ts';
import { files } from './operations/files.ts';
import { history } from './operations/history.ts';
import { imports } from './operations/import.ts';
import { keys } from './operations/keys.ts';
import { library } from './operations/library.ts';
import { noteImages } from './operations/note-images.ts';
import { manuscripts } from './operations/manuscripts.ts';
import { notes } from './operations/notes.ts';
import { papers } from './operations/papers.ts';
import { pdfs } from './operations/pdf.ts';
import { pdfTexts } from './operations/pdf-texts.ts';
import { PdfTexts } from './pdf-texts/pdf-texts.ts';
import { Manuscripts } from './manuscripts.ts';
import { Previews } from './previews.ts';
import type { Emit, Session } from './session.ts';
import { Texts } from './texts.ts';
import { Writer } from './writer.ts';

export interface EngineOptions {
  folder: string;
  /** Makes a library where there is none. */
  create?: boolean;
  disk?: Disk;
  /** This computer's name in journals; found by itself unless told. */
  machine?: string;
  now?: () => number;
  random?: (length: number) => Uint8Array;
  /** Whether the full text is made ready at once (for a window) or when words are first looked for (for one command). */
  index?: 'now' | 'asked';
  /** Who asks, unless a call says so itself. */
  by?: Caller;
  /** Hears of exceptions nobody expected, with the id that the caller was given. */
  log?: (id: string, error: unknown) => void;
}

const handlers: Handlers = { ...library, ...papers, ...notes, ...noteImages, ...commands, ...history, ...imports, ...exports, ...cite, ...keys, ...attachments, ...files, ...pdfs, ...pdfTexts, ...downloads, ...manuscripts };

/** A `changed` event names at most so many records. */
const NAMED = 100;

/** Opens a library and what answers for it. The caller holds the library's door. Errors: those of openStore and createLibrary. */
export async function openEngine(options: EngineOptions): Promise<Result<Engine>> {
  const gate = new Gate();
  const store = await storeFor(options, gate);
  return store.ok ? ok(engineOver(store.value, gate, options)) : store;
}

async function storeFor({ folder, create = false, disk = nodeDisk, machine, now = Date.now, random = pooledRandom }: EngineOptions, gate: Gate): Promise<Result<Store>> {
  const options: StoreOptions = { folder, disk, machine: machine ?? (await machineName()), now, random, giveWay: () => gate.wait() };
  if (!create || (await disk.stat(join(folder, LIBRARY_FILE)))) return openStore(options);
  if (disk === nodeDisk) await mkdir(folder, { recursive: true });
  return createLibrary({ ...options, name: basename(folder) });
}

function engineOver(store: Store, gate: Gate, { disk = nodeDisk, now = Date.now, random = pooledRandom, index = 'now', by = 'window', log = () => undefined }: EngineOptions): Engine {
  const listeners = new Set<<N extends EventName>(name: N, payload: EventPayload<N>) => void>();
  const emit: Emit = (name, payload) => { for (const listener of listeners) listener(name, payload); };
  const newId = risingIds(now, random);
  const session = sessionOver(store, disk, emit, gate, () => ({ now: new Date(now()).toISOString(), newId }));
  if (index === 'now') session.texts.start();
  const stopWatching = disk === nodeDisk && !store.readOnly ? watchForeign(store.folder, store.machine, () => void session.writer.hear().catch((error: unknown) => answerTo(error, log))) : () => undefined;
  let closing: Promise<void> | null = null;
  return {
    call: (name, input, from = by) => (closing ? Promise.resolve(fail('library-missing', 'The library is closed.', { details: { reason: 'closed' } })) : caller.run(from, () => gate.pass(() => answer(session, name, input, log)))),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= (async () => {
        stopWatching();
        await session.writer.settled();
        session.pdfTexts.close();
        session.manuscripts.close();
        await session.texts.close();
        await store.close();
      })();
      return closing;
    },
  };
}

function sessionOver(store: Store, disk: Disk, emit: Emit, gate: Gate, context: Session['context']): Session {
  const complete = (): void => {
    lists.retext();
    emit('indexed', { revision: store.revision });
  };
  const inPdfs = new PdfTexts(store.state, disk, store.folder, store.readOnly, gate, complete);
  const texts = new Texts(store.state, store.readOnly ? null : new KeptIndex(disk, store.folder), gate, complete, (words, prefix) => inPdfs.scores(words, prefix));
  const lists = new Lists(store.state, texts);
  const manuscripts = new Manuscripts((file) => {
    const read = manuscripts.last(file);
    if (read) lists.recite(file, read);
    emit('manuscript', { file });
  });
  const writer = new Writer(store, () => context().newId(), {
    changed(changes, touched) {
      texts.note(changes, touched);
      inPdfs.note(changes);
      lists.note(touched);
    },
    durable({ revision, papers: touched }, changes) {
      emit('changed', { revision, tables: [...new Set(changes.map(({ table }) => table))], ids: named(new Set(changes.map(({ id }) => id))), papers: named(touched) });
    },
  });
  return { store, disk, context, emit, writer, lists, texts, pdfTexts: inPdfs, previews: new Previews(), manuscripts };
}

const named = (ids: ReadonlySet<string>): string[] | null => (ids.size > NAMED ? null : [...ids]);

async function answer<N extends OperationName>(session: Session, name: N, input: unknown, log: (id: string, error: unknown) => void): Promise<Result<Output<N>>> {
  if (!Object.hasOwn(handlers, name)) return fail('unsupported', `The engine does not answer ${name}.`);
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) return fail('invalid-input', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  try {
    // The two tables, contract and handlers, have one type per name: parsed by the one, the input fits the other.
    const handler = handlers[name as keyof Handlers] as unknown as Handler<N>;
    return await handler(session, parsed.data as Parameters<Handler<N>>[1]);
  } catch (error) {
    return answerTo(await inWords(error, session.disk, session.store.folder), log);
  }
}
