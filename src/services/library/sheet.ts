import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';

/** How one kind of JSON file is turned into a value and back. `decode` throws on what it cannot take. */
export interface Form<T> { encode(value: T): Buffer; decode(bytes: Buffer): T }

/** lowdb's door to one JSON file of the library: read and checked on the way in, replaced whole and durably on the way out. */
class SheetAdapter<T> implements Adapter<T> {
  constructor(private readonly disk: Disk, private readonly path: string, private readonly form: Form<T>) {}

  async read(): Promise<T | null> {
    if (!(await this.disk.stat(this.path))) return null;
    return this.form.decode(asBuffer(await this.disk.read(this.path)));
  }

  async write(value: T): Promise<void> {
    await replaceFile(this.disk, this.path, this.form.encode(value));
  }
}

/** One JSON file of the library as a lowdb database. */
export const openSheet = <T>(disk: Disk, path: string, form: Form<T>, initial: T): Low<T> => new Low(new SheetAdapter(disk, path, form), initial);

/** A view on the same bytes, not a copy. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
