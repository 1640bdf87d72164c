import { readFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { PdfPlace } from '../contract/pdf-place.ts';
import { nodeDisk } from './disk/node-disk.ts';
import { replaceFile } from './disk/replace.ts';

/** More would be read at each start for the sake of files nobody opens again. */
const MOST = 2000;

/** Where reading stopped in each PDF, in one small file of this machine: not a thing of the library, which would change with every scroll. */
export interface PdfPlaces {
  of(attachment: string): Promise<PdfPlace | null>;
  keep(attachment: string, place: PdfPlace): Promise<void>;
}

/** Reads the file at first use. One that cannot be understood counts as empty: nothing in it is worth a question. */
export function openPdfPlaces(file: string): PdfPlaces {
  let reading: Promise<Map<string, PdfPlace>> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const places = (): Promise<Map<string, PdfPlace>> => (reading ??= read(file));
  return {
    of: async (attachment) => (await places()).get(attachment) ?? null,
    async keep(attachment, place) {
      const known = await places();
      known.delete(attachment);
      known.set(attachment, place);
      for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
      // What is kept while a write is under way goes with the next one, all together.
      const save = (): Promise<void> => { next = null; return write(file, JSON.stringify([...known])); };
      writing = next ??= writing.then(save, save);
      await writing;
    },
  };
}

async function read(file: string): Promise<Map<string, PdfPlace>> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  try {
    return new Map(z.array(z.tuple([z.string(), PdfPlace])).parse(JSON.parse(text)));
  } catch {
    return new Map();
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(nodeDisk, file, Buffer.from(text));
}
