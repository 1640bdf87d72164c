import { checkItem } from '../../library/editing/checks.ts';
import type { ManyEdit } from '../../library/editing/edit-many.ts';
import { valueOf, valueText } from '../../library/editing/edit-many.ts';
import { CslItem } from '../../model/csl.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf, papersByIds } from '../papers.ts';

export interface SetOptions { dryRun?: boolean; json?: boolean }

const ASSIGNED = /^([A-Za-z][\w-]*)(\+?=)([\s\S]*)$/;

/** `sheaf set PAPER… FIELD=VALUE…`: sets CSL variables as people type them. All papers in one undo; a citation key is one of its own. */
export async function setFields(library: Library, args: string[], { dryRun = false, json = false }: SetOptions): Promise<void> {
  const edits = args.filter((arg) => ASSIGNED.test(arg)).map(editOf);
  const ids = await idsOf(library, args.filter((arg) => !ASSIGNED.test(arg)));
  if (edits.length === 0 || ids.length === 0) throw new Exit(EXIT.usage, 'Name a paper and at least one FIELD=VALUE.');
  const keys = edits.filter((edit) => edit.field === 'citation-key');
  const others = edits.filter((edit) => edit.field !== 'citation-key');
  if (keys.length > 0 && (ids.length > 1 || keys.length > 1)) throw new Exit(EXIT.usage, 'A citation key is for one paper.');
  const preview = others.length === 0 ? { total: ids.length, changed: 0, first: [] } : await library.call('papers.previewEdit', { selection: { ids }, edits: others });
  if (!dryRun) {
    for (const { value } of keys) await library.call('command.run', { name: 'paper.edit', input: { paper: ids[0], set: { citationKey: value } } });
    if (preview.changed > 0) await library.call('command.run', { name: 'paper.editMany', input: { selection: { ids }, edits: others } });
    for (const paper of await papersByIds(library, ids)) warn(paper.citationKey, paper.item, new Set(others.map(({ field }) => field)));
  }
  if (json) return printJson({ changed: preview.changed, dryRun, differences: preview.first });
  const lines = preview.first.map(({ field, before, after }) => `  ${field}: ${before || '(none)'} -> ${after || '(none)'}`);
  const done = keys.length > 0 ? ids.length : preview.changed;
  await print([...lines, `${dryRun ? 'Would change' : 'Changed'} ${String(done)} of ${String(ids.length)} ${ids.length === 1 ? 'paper' : 'papers'}.`].join('\n'));
}

type Assigned = Extract<ManyEdit, { do: 'set' | 'add' }>;

function editOf(arg: string): Assigned {
  const [, field = '', sign, value = ''] = ASSIGNED.exec(arg) ?? [];
  return { do: sign === '+=' ? 'add' : 'set', field, value };
}

/** What looks wrong in a field that was set is said on stderr; it is kept all the same. */
function warn(key: string, item: CslItem, fields: ReadonlySet<string>): void {
  for (const { field, check, fix } of checkItem(item, new Date().getFullYear())) {
    if (fields.has(field)) process.stderr.write(`sheaf: ${key}: ${field} looks wrong (${check}): ${valueText(field, item[field])}${fix === undefined ? '' : `; perhaps ${fix}`}\n`);
  }
}

/** `sheaf add FIELD=VALUE…`: a paper by hand. */
export async function addPaper(library: Library, args: string[], { json = false }: { json?: boolean }): Promise<void> {
  const wrong = args.find((arg) => !ASSIGNED.test(arg));
  if (wrong !== undefined) throw new Exit(EXIT.usage, `"${wrong}" is not FIELD=VALUE.`);
  const fields = args.map(editOf);
  const key = fields.find(({ field }) => field === 'citation-key')?.value;
  const item = CslItem.safeParse({ type: 'document', ...Object.fromEntries(fields.filter(({ field, value }) => field !== 'citation-key' && value.trim() !== '').map(({ field, value }) => [field, valueOf(field, value)])) });
  if (!item.success) throw new Exit(EXIT.usage, item.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { created } = await library.call('command.run', { name: 'paper.add', input: { draft: { item: item.data, ...(key === undefined ? {} : { citationKey: key }) } } });
  const [paper] = await papersByIds(library, created.slice(0, 1));
  if (paper === undefined) throw new Exit(EXIT.failed, 'The paper was not added.');
  warn(paper.citationKey, paper.item, new Set(fields.map(({ field }) => field)));
  await (json ? printJson({ paper }) : print(`Added ${paper.citationKey}.`));
}
