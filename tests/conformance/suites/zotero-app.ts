import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { zoteroJson, zoteroJsonOf } from '../../../src/formats/zotero/json.ts';
import { compareZotero } from '../compare/zotero.ts';
import type { Suite } from '../suite.ts';
import { outgoing } from './zotero-translators.ts';

/** Every item type with every field: read and written, nothing may go. */
export function zoteroApp(data: string): Suite[] {
  const path = join(data, 'zotero-app', 'test-data', 'translatorExport.json');
  if (!existsSync(path)) return [];
  const items = z.record(z.string(), z.looseObject({})).parse(JSON.parse(readFileSync(path, 'utf8')));
  return [{ name: 'zotero-app/all types and fields', cases: Object.entries(items).filter(([type]) => type !== 'attachment' && type !== 'note').map(([name, item]) => ({ name, run: () => compareZotero([item], (zoteroJson.read?.(JSON.stringify([item])).drafts ?? []).map((draft) => zoteroJsonOf(outgoing(draft)))) })) }];
}
