import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { SearchIndex } from '../../search/search-index.ts';
import type { Segment } from '../../search/segment.ts';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { decodeSegment, encodeSegment } from './segment-file.ts';

/** Grows when the same paper would be indexed in another way: what was kept before is then made anew. */
const FORM = 2;

const Entry = z.object({ file: z.string().regex(/^\d+\.segment$/), crc: z.number().int(), papers: z.number().int(), dead: z.array(z.number().int().nonnegative()) });
const List = z.object({ form: z.literal(FORM), segments: z.array(Entry) });
type Entry = z.infer<typeof Entry>;

/**
 * The search index as it is kept in cache/search/: one file a segment (some 2 MB, never changed) and a list that names them with
 * their CRC-32 and the papers in them that no longer count. Nothing depends on it: what is missing or damaged is indexed again.
 */
export class KeptIndex {
  readonly #folder: string;
  readonly #written = new WeakMap<Segment, Omit<Entry, 'dead'>>();
  #last = 0;

  constructor(readonly disk: Disk, library: string) {
    this.#folder = join(library, 'cache', 'search');
  }

  /** The segments that can be read, one at a time. */
  async *load(): AsyncGenerator<Segment> {
    for (const entry of await this.#list()) {
      const segment = await this.#read(entry);
      this.#last = Math.max(this.#last, Number.parseInt(entry.file, 10));
      if (segment) yield segment;
    }
  }

  /** Writes what is not written yet, then the list, then removes what that no longer names. */
  async save(index: SearchIndex, pause: () => Promise<void>): Promise<void> {
    const segments = [...index.segments()];
    await this.disk.mkdir(this.#folder);
    for (const segment of segments) {
      if (this.#written.has(segment)) continue;
      await this.#write(segment);
      await pause();
    }
    const entries = segments.flatMap((segment) => { const entry = this.#written.get(segment); return entry ? [{ ...entry, dead: deadIn(segment) }] : []; });
    await replaceFile(this.disk, join(this.#folder, 'list.json'), Buffer.from(JSON.stringify({ form: FORM, segments: entries })));
    const named = new Set(entries.map(({ file }) => file));
    for (const name of await this.disk.list(this.#folder)) if (name.endsWith('.segment') && !named.has(name)) await this.disk.remove(join(this.#folder, name));
  }

  async #write(segment: Segment): Promise<void> {
    const file = `${String(++this.#last)}.segment`;
    const bytes = encodeSegment(segment);
    await this.disk.write(join(this.#folder, file), bytes);
    this.#written.set(segment, { file, crc: crc32(bytes), papers: segment.ids.length });
  }

  async #read({ file, crc, papers, dead }: Entry): Promise<Segment | null> {
    const bytes = await this.disk.read(join(this.#folder, file)).catch(() => null);
    if (!bytes || crc32(bytes) !== crc) return null;
    const segment = decodeSegment(bytes);
    if (segment?.ids.length !== papers) return null;
    for (const paper of dead) if (segment.alive[paper] === 1) { segment.alive[paper] = 0; segment.live--; }
    this.#written.set(segment, { file, crc, papers });
    return segment;
  }

  async #list(): Promise<Entry[]> {
    try {
      return List.parse(JSON.parse(new TextDecoder().decode(await this.disk.read(join(this.#folder, 'list.json'))))).segments;
    } catch {
      // None there, another form, or damaged: the index is made anew.
      return [];
    }
  }
}

function deadIn(segment: Segment): number[] {
  const dead: number[] = [];
  segment.alive.forEach((alive, paper) => { if (alive === 0) dead.push(paper); });
  return dead;
}
