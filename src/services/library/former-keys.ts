import type { Disk } from '../disk/disk.ts';
import { readMentions } from './segment.ts';
import { listSegments } from './segments.ts';
import { asBuffer } from './sheet.ts';

/** The papers that had each of these citation keys and got another one, by the journals of every machine, read once: the last to give it up first. Lines that name none of the keys are not parsed. */
export async function formerlyCalled(disk: Disk, folder: string, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, { hlc: string; id: string }[]>(keys.map((key) => [key, []]));
  const named = keys.map((key) => `"citationKey":${JSON.stringify(key)}`);
  for (const files of (named.length === 0 ? new Map<string, never[]>() : await listSegments(disk, folder)).values()) {
    for (const file of files) {
      for (const { head, changes } of readMentions(asBuffer(await disk.read(file.path)), file.machine, file.segment, named)) {
        for (const change of changes) if (change.op === 'set' && change.table === 'paper') found.get(String(change.before['citationKey']))?.push({ hlc: head.hlc, id: change.id });
      }
    }
  }
  return new Map([...found].map(([key, all]) => [key, [...new Set(all.sort((a, b) => (a.hlc < b.hlc ? 1 : -1)).map(({ id }) => id))]]));
}
