import type { Disk } from '../disk/disk.ts';
import type { PlacedHead } from './group.ts';
import { readHeads } from './segment.ts';
import { listSegments } from './segments.ts';
import { asBuffer } from './sheet.ts';

/** This machine's commands in order, heads only. What happened before the library was opened is read when asked for. */
export class Timeline {
  private heads: PlacedHead[];
  /** All segments up to this one are still to be read; 0 when none is. */
  private unread: number;
  private reading: Promise<void> | null = null;

  /** `recent`: the commands after the place that the files cover. */
  constructor(private readonly disk: Disk, private readonly folder: string, private readonly machine: string, recent: PlacedHead[], segment: number) {
    this.heads = recent;
    this.unread = segment;
  }

  add(head: PlacedHead): void {
    this.heads.push(head);
  }

  /** The command that undo takes back: the newest that was not undone and is no undo itself. */
  async undoable(): Promise<PlacedHead | null> {
    const undone = new Set<string>();
    for await (const one of this.backwards()) {
      if (one.head.mends) continue;
      if (one.head.undoes !== undefined) undone.add(one.head.undoes);
      else if (!undone.has(one.head.id)) return one;
    }
    return null;
  }

  /** The command that redo brings back: what the newest undo took, when nothing else was done since. */
  async redoable(): Promise<PlacedHead | null> {
    const redone = new Set<string>();
    let wanted: string | undefined;
    for await (const one of this.backwards()) {
      const { id, undoes, redoes, mends } = one.head;
      if (mends) continue;
      if (wanted !== undefined) {
        if (id === wanted) return one;
      } else if (redoes !== undefined) redone.add(redoes);
      else if (undoes === undefined) return null;
      else if (!redone.has(undoes)) wanted = undoes;
    }
    return null;
  }

  private async *backwards(): AsyncGenerator<PlacedHead> {
    for (let nth = 1; ; nth++) {
      while (nth > this.heads.length && this.unread > 0) await (this.reading ??= this.readEarlier().finally(() => { this.reading = null; }));
      const one = this.heads[this.heads.length - nth];
      if (!one) return;
      yield one;
    }
  }

  private async readEarlier(): Promise<void> {
    const segment = this.unread;
    const files = ((await listSegments(this.disk, this.folder)).get(this.machine) ?? []).filter((file) => file.segment === segment);
    const earlier: PlacedHead[] = [];
    for (const file of files) earlier.push(...readHeads(asBuffer(await this.disk.read(file.path)), this.machine, segment));
    const known = new Set(this.heads.map((one) => one.head.id));
    this.heads.unshift(...earlier.filter((one) => !known.has(one.head.id)));
    this.unread--;
  }
}
