import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { usual } from '../usual.ts';
import { idsOf, papersOf, queryOf } from '../papers.ts';

export interface KeyOptions { pattern?: string; pinned?: boolean; unpin?: boolean; dryRun?: boolean; json?: boolean }

const MOST = 10_000;
const selected = async (library: Library, names: string[]) => (names.length > 0 ? { ids: await idsOf(library, names) } : { query: await queryOf(library, ''), except: [] });

/** `sheaf keys list`: every citation key, pinned ones marked. */
export async function listKeys(library: Library, { json = false }: KeyOptions): Promise<void> {
  const keys: { key: string; pinned: boolean; id: string; title: string }[] = [];
  for await (const page of papersOf(library, '')) keys.push(...page.map(({ id, citationKey, keyPinned = false, item }) => ({ key: citationKey, pinned: keyPinned, id, title: item.title ?? '' })));
  if (json) return printJson({ keys });
  await print(keys.map(({ key, pinned }) => `${key}${pinned ? '  (pinned)' : ''}`).join('\n'));
}

/** `sheaf keys preview` and `sheaf keys refresh`: what a pattern (the settings' own, unless one is named) makes of papers, or all of them; notes that name a paper follow. */
export async function refreshKeys(library: Library, names: string[], { pattern = usual().keyPattern, pinned = false, dryRun = false, json = false }: KeyOptions): Promise<void> {
  const selection = await selected(library, names);
  const preview = await library.call('keys.preview', { pattern, selection, keepPinned: !pinned, changedOnly: true, most: MOST });
  if (preview.trouble !== undefined) throw new Exit(EXIT.usage, preview.trouble);
  if (!dryRun && preview.changed > 0) await library.call('command.run', { name: 'paper.refreshKey', input: { selection, pattern, keepPinned: !pinned } });
  const keys = preview.first.map(({ id, before, after }) => ({ id, before, after }));
  if (json) return printJson({ pattern, dryRun, papers: preview.papers, changed: preview.changed, pinned: preview.pinned, keys });
  await print([...keys.map(({ before, after }) => `${before} -> ${after}`), `${dryRun ? 'Would change' : 'Changed'} ${preview.changed} of ${preview.papers} keys.`].join('\n'));
}

/** `sheaf keys pin PAPER…`: refreshing leaves them from then on. */
export async function pinKeys(library: Library, names: string[], { unpin = false, json = false }: KeyOptions): Promise<void> {
  const ids = await idsOf(library, names);
  await library.call('command.run', { name: 'paper.pinKey', input: { selection: { ids }, pinned: !unpin } });
  await (json ? printJson({ ids, pinned: !unpin }) : print(`${unpin ? 'Unpinned' : 'Pinned'} ${ids.length} ${ids.length === 1 ? 'key' : 'keys'}.`));
}
