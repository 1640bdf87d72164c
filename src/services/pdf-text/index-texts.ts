import { ok, type Result } from '../../contract/errors.ts';
import { buildSegment } from '../../search/build.ts';
import type { SearchFields } from '../../search/fields.ts';
import { indexedText } from '../../search/pdf-scores.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { encodeSegment } from '../index/segment-file.ts';
import { keptTextIn } from './kept-text.ts';

/** Makes one part of the index of kept texts; one that is no longer there, or damaged, has no words. */
export async function indexTexts(texts: readonly { id: string; print: number; file: string }[], to: string): Promise<Result<{ texts: number }>> {
  const fields: [string, SearchFields][] = [];
  for (const { id, print, file } of texts) {
    const kept = keptTextIn(await nodeDisk.read(file).catch(() => new Uint8Array()));
    fields.push([id, { abstract: indexedText(kept?.pages ?? []), print }]);
  }
  await replaceFile(nodeDisk, to, encodeSegment(buildSegment(fields)));
  return ok({ texts: fields.length });
}
