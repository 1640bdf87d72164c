import type { Low } from 'lowdb';
import { z } from 'zod';
import { Job } from '../../contract/views.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { openSheet } from '../library/sheet.ts';

export const DownloadRequest = z.object({ paper: z.string(), title: z.string(), url: z.string() });
export type DownloadRequest = z.infer<typeof DownloadRequest>;

/** A download as it is kept on disk. `partial`: what its unfinished file belongs to. */
export const KeptDownload = z.object({ job: Job, request: DownloadRequest, order: z.number(), partial: z.object({ url: z.string(), validator: z.string() }).nullable() });
export type KeptDownload = z.infer<typeof KeptDownload>;

const KeptFile = z.object({ version: z.literal(1), downloads: z.array(KeptDownload) });

export interface JobFile { read(): Promise<KeptDownload[]>; /** The newest list wins; answers when it is on disk. */ write(downloads: () => KeptDownload[]): Promise<void> }

/**
 * The list of downloads beside their unfinished files, in cache/downloads/ of the library: they belong to each other, and
 * whoever deletes cache/ loses no paper, only has to ask for its file again.
 */
export function openJobFile(path: string): JobFile {
  const sheet: Low<z.infer<typeof KeptFile>> = openSheet(nodeDisk, path, { encode: (value) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`), decode: (bytes) => KeptFile.parse(JSON.parse(bytes.toString('utf8'))) }, { version: 1, downloads: [] } as z.infer<typeof KeptFile>);
  let writing = Promise.resolve();
  let asked = false;
  const writeNow = async (downloads: () => KeptDownload[]): Promise<void> => {
    asked = false;
    sheet.data = { version: 1, downloads: downloads() };
    await sheet.write();
  };
  return {
    async read() {
      // A list that cannot be read is begun anew: what it named can be asked for again.
      await sheet.read().catch(() => undefined);
      return sheet.data.downloads;
    },
    write(downloads) {
      if (asked) return writing;
      asked = true;
      writing = writing.catch(() => undefined).then(() => writeNow(downloads));
      return writing;
    },
  };
}
