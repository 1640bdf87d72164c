import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Segment } from '../../../search/segment.ts';
import type { Disk } from '../../disk/disk.ts';
import { replaceFile } from '../../disk/replace.ts';
import { decodeSegment } from '../../index/segment-file.ts';
import { keptTextBytes, keptTextIn, noText, type KeptText } from '../../pdf-text/kept-text.ts';

/** Grows when texts would be indexed in another way. */
const FORM = 1;

/** One part of the index: its file, and the texts in it, each with the print of the PDF it was read from. */
const Part = z.object({ file: z.string().regex(/^\d+\.segment$/), crc: z.number().int(), texts: z.array(z.tuple([z.string(), z.number()])) });
const List = z.object({ form: z.literal(FORM), parts: z.array(Part) });
export type Part = z.infer<typeof Part>;

const TEXT = /^([\w-]+)\.(\d+)\.text$/;

/** What lies in cache/pdf-text: a file a text, a file a part of their index, and a list of the parts. Lost or damaged files are made anew. */
export class TextStore {
  readonly #folder: string;
  #last = 0;

  constructor(readonly disk: Disk, library: string) {
    this.#folder = join(library, 'cache', 'pdf-text');
  }

  textFile = (id: string, print: number): string => join(this.#folder, `${id}.${String(print)}.text`);

  /** Where the next part of the index goes. */
  nextPart = (): string => join(this.#folder, `${String(++this.#last)}.segment`);

  /** The texts that are there, with their prints. */
  async texts(): Promise<Map<string, number>> {
    await this.disk.mkdir(this.#folder);
    const found = new Map<string, number>();
    for (const name of await this.disk.list(this.#folder)) {
      const [, id, print] = TEXT.exec(name) ?? [];
      if (id !== undefined) found.set(id, Number(print));
      this.#last = Math.max(this.#last, Number.parseInt(/^\d+(?=\.segment$)/.exec(name)?.[0] ?? '0', 10));
    }
    return found;
  }

  async text(id: string, print: number): Promise<KeptText | null> {
    return keptTextIn(await this.disk.read(this.textFile(id, print)).catch(() => new Uint8Array()));
  }

  /** Notes of a PDF that it cannot be read. */
  async keepTrouble(id: string, print: number): Promise<void> {
    await replaceFile(this.disk, this.textFile(id, print), keptTextBytes(noText('too-much')));
  }

  async forget(id: string, print: number): Promise<void> {
    await this.disk.remove(this.textFile(id, print));
  }

  async parts(): Promise<Part[]> {
    try {
      return List.parse(JSON.parse(new TextDecoder().decode(await this.disk.read(join(this.#folder, 'list.json'))))).parts;
    } catch {
      // None there, another form, or damaged: the texts are indexed again.
      return [];
    }
  }

  /** Names the parts that count, and removes the others. */
  async keepParts(parts: readonly Part[]): Promise<void> {
    await replaceFile(this.disk, join(this.#folder, 'list.json'), Buffer.from(JSON.stringify({ form: FORM, parts })));
    const named = new Set(parts.map(({ file }) => file));
    for (const name of await this.disk.list(this.#folder)) if (name.endsWith('.segment') && !named.has(name)) await this.disk.remove(join(this.#folder, name));
  }

  /** A part that was just made, as the list names it; null where it is not sound. */
  async made(path: string): Promise<{ part: Part; segment: Segment } | null> {
    const bytes = await this.disk.read(path).catch(() => new Uint8Array());
    const segment = decodeSegment(bytes);
    const file = path.slice(this.#folder.length + 1);
    return segment === null ? null : { part: { file, crc: crc32(bytes), texts: segment.ids.map((id, i) => [id, segment.prints[i] ?? 0]) }, segment };
  }

  /** A part in memory; null where its file is lost or damaged. */
  async segment({ file, crc }: Part): Promise<Segment | null> {
    const bytes = await this.disk.read(join(this.#folder, file)).catch(() => null);
    return bytes === null || crc32(bytes) !== crc ? null : decodeSegment(bytes);
  }
}
