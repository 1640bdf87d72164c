import { dirname } from 'node:path';
import { failure } from '../../contract/errors.ts';
import type { AppendHandle, Disk } from '../disk/disk.ts';
import { isFull } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import type { Place, SegmentHead } from './group.ts';
import { historyFile, journalFile } from './layout.ts';
import { encodeLine } from './line.ts';

interface Waiting { pieces: readonly Buffer[]; length: number; done: (place: Place) => void; failed: (error: unknown) => void }
interface Options { disk: Disk; folder: string; head: SegmentHead; end: number; begun: boolean; onLost: () => void }

/**
 * The open journal of this machine. Concurrent appends share one fsync. When a write fails, everything that waits
 * is refused (later entries may build on earlier ones) and the file is cut back to its last durable byte.
 */
export class Journal {
  private waiting: Waiting[] = [];
  private writing = 0;
  private end: number;
  private head: SegmentHead;
  private handle: AppendHandle | null = null;
  private running: Promise<void> | null = null;
  /** A rotation that waits for the writing to pause, and then has it to itself. */
  private turning: { grant: () => void; granted: boolean } | null = null;
  private torn = false;
  /** Whether the file of this segment is there. */
  private begun: boolean;

  /** `end`: bytes that are known to be whole and durable. `onLost` runs before the refused callers hear of it. */
  constructor(private readonly at: Options) {
    this.end = at.end;
    this.head = at.head;
    this.begun = at.begun;
  }

  /** Where the next entry will begin: behind everything durable and everything waiting. */
  get place(): Place {
    const offset = this.waiting.reduce((sum, { length }) => sum + length, this.end + this.writing);
    return { segment: this.head.segment, offset };
  }

  /**
   * Resolves with the place of the bytes when they are durable; `durable` hears of it before anything else can happen.
   * Throws Failure `no-space` or the disk's error.
   */
  append(pieces: readonly Buffer[], durable?: (place: Place) => void): Promise<Place> {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const done = new Promise<Place>((resolve, reject) => this.waiting.push({ pieces, length, failed: reject, done: (place) => { durable?.(place); resolve(place); } }));
    this.run();
    return done;
  }

  /** Moves the file to history/ and begins the next segment. Entries that wait go into the new one. */
  async rotate(): Promise<void> {
    await new Promise<void>((grant) => { this.turning = { grant, granted: false }; this.run(); });
    // The drain paused for us; nothing is being written now.
    try {
      await this.release();
      const file = journalFile(this.at.folder, this.head.machine);
      await this.at.disk.rename(file, historyFile(this.at.folder, this.head.machine, this.head.segment));
      // From here on the next segment is the current one, even if its file cannot be made just now.
      this.head = { ...this.head, segment: this.head.segment + 1 };
      this.end = emptyEnd(this.head);
      this.begun = false;
      await this.at.disk.syncDir(dirname(historyFile(this.at.folder, this.head.machine, 1)));
      await this.begin();
    } finally {
      this.turning = null;
      this.run();
    }
  }

  async close(): Promise<void> {
    while (this.running) await this.running;
    await this.release();
  }

  private async release(): Promise<void> {
    await this.handle?.close().catch(() => undefined);
    this.handle = null;
  }

  private run(): void {
    this.running ??= Promise.resolve().then(() => this.drain()).finally(() => {
      this.running = null;
      // What came while the last run was ending must not be left waiting.
      if (this.turning ? !this.turning.granted : this.waiting.length > 0) this.run();
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0 && !this.turning) await this.flush();
    if (!this.turning) return;
    this.turning.granted = true;
    this.turning.grant();
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    this.writing = batch.reduce((sum, { length }) => sum + length, 0);
    try {
      // An import of a hundred thousand papers is not copied once more.
      if (this.writing > 0) await this.write(batch.length === 1 && batch[0] ? batch[0].pieces : [Buffer.concat(batch.flatMap(({ pieces }) => pieces))]);
    } catch (error) {
      return this.refuse(batch, error);
    }
    this.writing = 0;
    for (const one of batch) {
      one.done({ segment: this.head.segment, offset: this.end });
      this.end += one.length;
    }
  }

  private async begin(): Promise<void> {
    if (!this.begun) await beginSegment(this.at.disk, this.at.folder, this.head);
    this.begun = true;
  }

  private async write(pieces: readonly Buffer[]): Promise<void> {
    await this.mend();
    await this.begin();
    const file = journalFile(this.at.folder, this.head.machine);
    // An open handle goes on taking bytes for a file that nobody will find any more.
    if (!(await this.at.disk.stat(file))) throw failure('library-missing', `The folder of the library is no longer at ${this.at.folder}. Put it back there, or open the library where it is now; everything that was saved is in it.`, { retryable: true, details: { reason: 'folder-gone', folder: this.at.folder } });
    this.handle ??= await this.at.disk.openAppend(file);
    for (const piece of pieces) await this.handle.append(piece);
    await this.handle.sync();
  }

  private async refuse(batch: Waiting[], error: unknown): Promise<void> {
    this.torn = true;
    await this.mend().catch(() => undefined);
    this.writing = 0;
    const refused = [...batch, ...this.waiting];
    this.waiting = [];
    this.at.onLost();
    const reason = isFull(error) ? failure('no-space', 'There is no room left on the disk; nothing was changed.', { retryable: true, details: { reason: 'unchanged' } }) : error;
    for (const one of refused) one.failed(reason);
  }

  /** After a failed write or fsync nothing behind `end` can be trusted; it goes before anything else is written. */
  private async mend(): Promise<void> {
    if (!this.torn || !this.begun) return;
    await this.release();
    const file = journalFile(this.at.folder, this.head.machine);
    if (await this.at.disk.stat(file)) await this.at.disk.truncate(file, this.end);
    this.torn = false;
  }
}

const headBytes = (head: SegmentHead): Buffer => Buffer.from(encodeLine({ journal: head }));

/** Where the first entry of a segment begins. */
export const emptyEnd = (head: SegmentHead): number => headBytes(head).length;

/** Makes the file of a new segment, durably. */
export async function beginSegment(disk: Disk, folder: string, head: SegmentHead): Promise<void> {
  await replaceFile(disk, journalFile(folder, head.machine), headBytes(head));
}
