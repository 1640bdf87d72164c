/** Lets many read the journals' files while none of them takes another name: who moves one waits for those who read, and who comes later waits for the move. A reader must not read within its reading. */
export class Steady {
  private readonly readers = new Set<Promise<unknown>>();
  private moved: Promise<unknown> = Promise.resolve();

  read<T>(work: () => Promise<T>): Promise<T> {
    const reading = this.moved.then(work);
    const over = reading.then(() => undefined, () => undefined).then(() => { this.readers.delete(over); });
    this.readers.add(over);
    return reading;
  }

  move<T>(work: () => Promise<T>): Promise<T> {
    const moving = Promise.all([this.moved, ...this.readers]).then(work);
    this.moved = moving.catch(() => undefined);
    return moving;
  }
}
