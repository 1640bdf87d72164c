import type { Disk } from '../disk/disk.ts';
import { readMentions } from './segment.ts';
import { listSegments } from './segments.ts';
import { asBuffer } from './sheet.ts';

/** The papers that had a citation key and got another one, by the journals of every machine: the last to give it up first. Lines that do not name the key are not parsed. */
export async function formerlyCalled(disk: Disk, folder: string, key: string): Promise<string[]> {
  const named = [`"citationKey":${JSON.stringify(key)}`];
  const found: { hlc: string; id: string }[] = [];
  for (const files of (await listSegments(disk, folder)).values()) {
    for (const file of files) {
      for (const { head, changes } of readMentions(asBuffer(await disk.read(file.path)), file.machine, file.segment, named)) {
        for (const change of changes) if (change.op === 'set' && change.table === 'paper' && change.before['citationKey'] === key) found.push({ hlc: head.hlc, id: change.id });
      }
    }
  }
  return [...new Set(found.sort((a, b) => (a.hlc < b.hlc ? 1 : -1)).map(({ id }) => id))];
}
