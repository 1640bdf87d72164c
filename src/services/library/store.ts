import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Result } from '../../contract/errors.ts';
import { fail, failure, ok } from '../../contract/errors.ts';
import type { LibraryState } from '../../library/state.ts';
import { applyChange } from '../../library/state.ts';
import type { Change } from '../../model/change.ts';
import { isFull, onlyFull, type Disk } from '../disk/disk.ts';
import { backUp } from './backup.ts';
import type { Before } from './records.ts';
import { find, putBack, rememberAll } from './records.ts';
import type { Clock } from './clock.ts';
import { makeClock } from './clock.ts';
import type { Snapshot } from './fold.ts';
import { LayingAside, Touched, encodeMoment, settleSnapshot, sweep, takeMoment } from './fold.ts';
import type { Group, GroupHead, GroupPlace, Move, PlacedHead } from './group.ts';
import { formerlyCalled } from './former-keys.ts';
import { historyOf } from './history.ts';
import { Journal } from './journal.ts';
import type { LibraryFile } from './library-file.ts';
import { loadLibrary } from './load.ts';
import { mergeForeign } from './merge.ts';
import { carryOut, isInside, movesOf, placesOf } from './moves.ts';
import { readyJournal } from './open-journal.ts';
import type { Problem } from './problem.ts';
import type { Covers, History } from './replay.ts';
import { readHistory, replayChange } from './replay.ts';
import { encodeLine } from './line.ts';
import { encodeGroup } from './segment.ts';
import type { Encoded } from './shard.ts';
import { readGroupAt } from './segments.ts';
import { Steady } from './steady.ts';
import { Timeline } from './timeline.ts';

export interface StoreOptions {
  folder: string;
  disk: Disk;
  /** This computer's name in journals: letters, digits and hyphens, the same at every start. */
  machine: string;
  /** Wall clock, ms since 1970. */
  now: () => number;
  /** Random bytes for ids. */
  random: (length: number) => Uint8Array;
  /** Where a file of records is split, in bytes (about 4 MB unless told). */
  shardBytes?: number;
  /** The length of the journal, in bytes, at which it is folded in by itself (4 MB unless told). */
  foldBytes?: number;
  /** Lets whoever asks something go first, while the journal is folded in by itself. */
  giveWay?: () => Promise<void>;
}

/** A command as it goes to the journal. `at` is ISO 8601. `moves` are files beyond those that follow from the changes. */
export interface Command { id: string; name: string; label: string; at: string; changes: Change[]; undoes?: string; redoes?: string; moves?: Move[]; mends?: true; by?: 'command-line' }

const FOLD_BYTES = 4_000_000;
const ROTATE_BYTES = 1_000_000;

/**
 * Opens a library folder. Fails with library-missing, library-damaged, unsupported (a later format) or not-allowed. What needs
 * room before it can be written to, such as a damaged file that is to be kept aside, is on a full disk opened to be read.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const { disk, folder, machine } = options;
  if (!/^[A-Za-z0-9-]+$/.test(machine)) return fail('invalid-input', 'A machine is named by letters, digits and hyphens.');
  if (!(await disk.stat(folder))) return fail('library-missing', 'There is no library in this folder.', { details: { reason: 'nothing-there' } });
  if (!(await disk.writable(folder))) return openAs(options, 'protected');
  try {
    return await openAs(options, null);
  } catch (error) {
    if (!isFull(error)) throw error;
    return openAs(options, 'full');
  }
}

/** Why a library can only be read: its folder is write-protected, or its disk has no room for what must be written first. */
type OnlyRead = 'protected' | 'full';

async function openAs(options: StoreOptions, onlyRead: OnlyRead | null): Promise<Result<Store>> {
  const { disk, folder, machine } = options;
  const readOnly = onlyRead !== null;
  const loaded = await loadLibrary(disk, folder, readOnly);
  if (!loaded.ok) return loaded;
  const { file, state, problems, damaged } = loaded.value;
  const history = await readHistory(disk, folder, file.covers);
  const touched = new Touched(damaged);
  const own = history.groups.filter((group) => group.place.machine === machine);
  for (const group of own) replayGroup(state, group, touched);
  await mergeForeign({ disk, folder, machine, state, history, touched });
  problems.push(...problemsOf(history, folder));
  const clock = makeClock(options.now);
  for (const time of [file.clock, ...history.groups.map((group) => group.head.hlc)]) clock.hear(time);
  const ready = readOnly ? null : await readyJournal(disk, folder, machine, file.id, file.covers[machine]);
  problems.push(...(ready?.problems ?? []));
  if (onlyRead === 'full' && problems.length === 0) problems.push({ file: `journal/${machine}.ndjson`, message: 'The journal is damaged and cannot be put aside: the disk is full. Every command in it that is whole was read.' });
  const store = new Store(options, { file, state, problems, clock, touched, own, history, journal: ready, onlyRead });
  if (ready) await store.recover(own, history.moved);
  return ok(store);
}

function replayGroup(state: LibraryState, group: Group, touched: Touched): void {
  for (const change of group.changes) replayChange(state, change, group.head.at);
  touched.note(group.changes);
}

const problemsOf = (history: History, folder: string): Problem[] => [
  ...history.damage.map(({ file, from, to }) => ({ file: file.slice(folder.length + 1), message: `Bytes ${from} to ${to} cannot be read; every whole command around them was kept.` })),
  ...history.missing.map((machine) => ({ file: `history/${machine}`, message: 'Some of this journal’s files are missing.' })),
];

interface Opened { file: LibraryFile; state: LibraryState; problems: Problem[]; clock: Clock; touched: Touched; own: Group[]; history: History; journal: Awaited<ReturnType<typeof readyJournal>> | null; onlyRead: OnlyRead | null }

/** An open library: its records in memory, and the one way to change them durably. */
export class Store {
  readonly state: LibraryState;
  readonly problems: Problem[];
  readonly folder: string;
  readonly readOnly: boolean;
  /** It can only be read until there is room on its disk and it is opened again. */
  readonly full: boolean;
  /** Grows with every change of `state`. */
  revision = 1;
  private file: LibraryFile;
  private touched: Touched;
  /** The lines of records that are new since the last fold. */
  private encoded: Encoded = new Map();
  private readonly clock: Clock;
  private readonly timeline: Timeline;
  private readonly journal: Journal | null;
  private readonly heard: Covers = {};
  /** Journals take other names in a fold, under the eyes of whoever reads them. */
  private readonly steady = new Steady();
  /** Applied in memory, not yet known to be durable. Oldest first. */
  private pending: { changes: Change[]; before: Before[] }[] = [];
  /** Attachments whose files go when the library is closed: until then undo may bring them back. */
  private readonly purged = new Set<string>();
  private moving = new Set<Promise<unknown>>();
  /** Folds and backups, one after the other: a backup copies files that a fold would change. */
  private filing: Promise<unknown> = Promise.resolve();
  /** Those at work or waiting for their turn at the files. */
  private inLine = 0;
  private filingSoon = false;
  /** A fold that stopped after its texts were laid aside: the next one brings it to its end first. */
  private unsettled: Snapshot | null = null;

  constructor(private readonly options: StoreOptions, opened: Opened) {
    const { disk, folder, machine } = options;
    ({ state: this.state, problems: this.problems, file: this.file, clock: this.clock, touched: this.touched } = opened);
    this.folder = folder;
    this.readOnly = opened.journal === null;
    this.full = opened.onlyRead === 'full';
    this.timeline = new Timeline(disk, folder, machine, opened.own.map(({ head, place }) => ({ head, place })), opened.journal?.head.segment ?? opened.file.covers[machine]?.segment ?? 1);
    this.journal = opened.journal && new Journal({ disk, folder, head: opened.journal.head, end: opened.journal.end, begun: opened.journal.begun, onLost: () => this.rollBack() });
    for (const { place } of opened.history.groups) if (place.machine !== machine) this.heard[place.machine] = { segment: place.segment, offset: place.offset + place.length };
  }

  get id(): string { return this.file.id; }
  get name(): string { return this.file.name; }
  get machine(): string { return this.options.machine; }

  /**
   * Runs a command: its changes are in `state` when this returns, on disk when the promise resolves. Files move
   * in between. Rejects with Failure `no-space` or `not-allowed`; then memory is as it was, and so is the disk.
   */
  async commit(command: Command): Promise<void> {
    const { journal } = this;
    if (this.full) throw failure('no-space', 'The disk is full, and files of this library were damaged: it can only be read. Free some space and open it again.', { details: { reason: 'opened-full' } });
    if (!journal) throw failure('not-allowed', 'This library can only be read: its folder is write-protected.', { details: { reason: 'read-only' } });
    const pending = { changes: command.changes, before: rememberAll(this.state, command.changes) };
    const places = placesOf(this.state, command.changes);
    this.apply(command, pending.before);
    const moves = [...(command.moves ?? []), ...movesOf(places, placesOf(this.state, command.changes))].filter((move) => isInside(move.from));
    const head = this.headOf(command, moves);
    this.revision++;
    this.pending.push(pending);
    const pieces = encodeGroup(head, command.changes, this.encoded);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    // What is durable leaves the pending ones in the same breath: a later failure must not roll it back.
    const place = await journal.append(pieces, (at) => {
      this.pending.splice(this.pending.indexOf(pending), 1);
      this.touched.note(command.changes);
      this.notePurged(command.changes);
      this.timeline.add({ head, place: { machine: this.options.machine, ...at, length } });
    });
    if (moves.length > 0) await this.track(this.move(head.id, moves));
    if (place.offset + length > (this.options.foldBytes ?? FOLD_BYTES)) this.fileSoon();
  }

  /** The command that undo would take back. Survives restarts and folds. */
  undoable(): Promise<PlacedHead | null> { return this.steady.read(() => this.timeline.undoable()); }
  redoable(): Promise<PlacedHead | null> { return this.steady.read(() => this.timeline.redoable()); }
  readGroup(place: GroupPlace): Promise<Group | null> { return this.steady.read(() => readGroupAt(this.options.disk, this.folder, place)); }
  /** The commands of every machine that touched a paper or what belongs to it (all commands for null), newest first. */
  historyOf(paper: string | null, limit = 100): Promise<Group[]> { return this.steady.read(() => historyOf(this.options.disk, this.folder, this.state, paper, limit)); }

  /** The papers that had this citation key before, the last to give it up first. */
  formerlyCalled(keys: readonly string[]): Promise<Map<string, string[]>> { return this.steady.read(() => formerlyCalled(this.options.disk, this.folder, keys)); }

  /**
   * Takes in what other machines' journals say that was not read yet, and gives it. Nothing may be committed meanwhile. A
   * machine whose journals have not all arrived yet is left for later. Never beside a fold, which would write its covers without it.
   */
  hear(): Promise<Change[]> {
    return this.inTurn(() => this.hearNow());
  }

  /** Makes the bytes and the name of a file durable that a command is about to take over (a finished download in cache/). */
  async settle(path: string): Promise<void> {
    const handle = await this.options.disk.openAppend(join(this.folder, path));
    await handle.sync().finally(() => handle.close());
    for (let at = dirname(path); at !== '.'; at = dirname(at)) await this.options.disk.syncDir(join(this.folder, at));
  }

  /** Writes what changed since the last fold into the library's files. Commands go on meanwhile. */
  async fold(): Promise<void> {
    return this.inTurn(() => this.foldNow(turn));
  }

  /** A snapshot of the files under backups/, at most one a day; older ones are thinned out. Gives its name, null when there is one already. */
  async backup(): Promise<string | null> {
    if (!this.journal) return null;
    return this.inTurn(() => this.backUpNow(turn));
  }

  /** Folds, backs up once a day, and closes the journal. The store must not be used afterwards. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.moving]);
    for (const id of this.purged) if (!find(this.state, 'attachment', id)) await this.options.disk.remove(join(this.folder, 'trash', id)).catch(() => undefined);
    await this.backup().catch((error: unknown) => this.problems.push({ file: 'backups', message: error instanceof Error ? error.message : 'No backup was made.' }));
    await this.journal?.close();
  }

  /** After opening: finishes what a crash interrupted. */
  async recover(own: Group[], moved: Set<string>): Promise<void> {
    await sweep(this.options.disk, this.folder, this.file);
    for (const { changes } of own) this.notePurged(changes);
    for (const { head } of own) if (head.moves && !moved.has(head.id)) await this.move(head.id, head.moves).catch(onlyFull);
    if (this.touched.damaged) await this.fold().catch(onlyFull);
  }

  private headOf({ id, name, label, at, undoes, redoes, mends, by }: Command, moves: Move[]): GroupHead {
    return { id, name, label, hlc: this.clock.tick(), at, ...(undoes === undefined ? {} : { undoes }), ...(redoes === undefined ? {} : { redoes }), ...(moves.length === 0 ? {} : { moves }), ...(mends ? { mends } : {}), ...(by === undefined ? {} : { by }) };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.inLine++;
    const done = this.filing.then(work).finally(() => { this.inLine--; });
    this.filing = done.catch(() => undefined);
    return done;
  }

  /** The journal has grown long: it is folded in behind the commands that go on. What fails is tried again at the next one. */
  private fileSoon(): void {
    if (this.filingSoon) return;
    this.filingSoon = true;
    // Who waits for the files does not wait for callers as well.
    const giveWay = (): Promise<void> => (this.inLine > 1 ? turn() : (this.options.giveWay ?? turn)());
    // Whoever ran the command hears first that it is done.
    void turn().then(() => this.inTurn(() => this.backUpNow(giveWay))).catch(() => undefined).finally(() => { this.filingSoon = false; });
  }

  private async backUpNow(giveWay: () => Promise<void>): Promise<string | null> {
    await this.foldNow(giveWay);
    return backUp(this.options.disk, this.folder, this.file, new Date(this.options.now()));
  }

  /** All changes or none: one that cannot be applied takes those before it back. */
  private apply({ changes, at }: Command, before: Before[]): void {
    try {
      for (const change of changes) applyChange(this.state, change, at);
    } catch (error) {
      for (const one of before) putBack(this.state, one);
      throw error;
    }
  }

  private notePurged(changes: Change[]): void {
    const papers = new Set(changes.flatMap(({ table, op, id }) => (table === 'paper' && op === 'purge' ? [id] : [])));
    const goes = (change: Change): boolean => change.op === 'purge' || (change.op === 'remove' && change.erased === true && papers.has(String(change.record['paper'])));
    for (const change of changes) if (change.table === 'attachment' && goes(change)) this.purged.add(change.id);
  }

  private rollBack(): void {
    for (const { before } of this.pending.reverse()) for (const one of before.reverse()) putBack(this.state, one);
    this.pending = [];
    this.revision++;
  }

  private async move(id: string, moves: Move[]): Promise<void> {
    try {
      await carryOut(this.options.disk, this.folder, moves);
    } catch (error) {
      // The command stands; its files are moved at the next opening, which finds no word that they were.
      this.problems.push({ file: moves[0]?.from ?? '', message: `The file could not be moved yet: ${error instanceof Error ? error.message : ''}` });
      return;
    }
    void this.journal?.append([Buffer.from(encodeLine({ moved: id }))]).catch(() => undefined);
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.moving.add(work);
    return work.finally(() => this.moving.delete(work));
  }

  private async hearNow(): Promise<Change[]> {
    if (!this.journal) return [];
    const { disk, folder, machine } = this.options;
    const history = await readHistory(disk, folder, { ...this.file.covers, ...this.heard, [machine]: this.journal.place });
    const groups = history.groups.filter(({ place }) => place.machine !== machine && !history.missing.includes(place.machine));
    if (groups.length === 0) return [];
    await mergeForeign({ disk, folder, machine, state: this.state, history: { ...history, groups }, touched: this.touched });
    this.revision++;
    for (const { head, place } of groups) {
      this.clock.hear(head.hlc);
      this.heard[place.machine] = { segment: place.segment, offset: place.offset + place.length };
    }
    return groups.flatMap(({ changes }) => changes);
  }

  private async finishFold(snapshot: Snapshot): Promise<void> {
    this.unsettled = snapshot;
    await settleSnapshot(this.options.disk, this.folder, snapshot);
    this.file = snapshot.file;
    this.unsettled = null;
  }

  /** `giveWay` lets others run, between two files. */
  private async foldNow(giveWay: () => Promise<void>): Promise<void> {
    const { journal } = this;
    if (!journal) return;
    await giveWay();
    if (this.unsettled) await this.finishFold(this.unsettled);
    if (this.touched.empty) return;
    const { disk, folder, machine } = this.options;
    const [touched, place, encoded] = [this.touched, journal.place, this.encoded];
    for (const { changes } of this.pending) touched.note(changes);
    this.touched = new Touched();
    this.encoded = new Map();
    try {
      const moment = takeMoment(this.state, { ...this.file, clock: this.clock.now }, touched, { ...this.file.covers, ...this.heard, [machine]: place });
      // What it holds must be durable in the journal before it counts.
      await journal.append([]);
      await Promise.all([...this.moving]);
      const aside = new LayingAside(disk, folder);
      const snapshot = await encodeMoment(moment, { limit: this.options.shardBytes, encoded, made: aside.add, giveWay });
      await aside.done();
      await this.finishFold(snapshot);
    } catch (error) {
      this.touched.absorb(touched);
      throw error;
    }
    if (place.offset > (this.options.foldBytes ?? ROTATE_BYTES)) await this.steady.move(() => journal.rotate());
  }
}
