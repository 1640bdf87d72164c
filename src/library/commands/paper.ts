import { z } from 'zod';
import { citationKey } from '../../citation/key.ts';
import { keyPattern } from '../../citation/key-pattern/pattern.ts';
import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import { CslItem } from '../../model/csl.ts';
import { Id } from '../../model/id.ts';
import { Paper, Status } from '../../model/paper.ts';
import type { Outcome } from '../command.ts';
import { command } from '../command.ts';
import { DraftInput } from '../draft.ts';
import { edited, fieldOf } from '../edit-record.ts';
import { ManyEdit, manyEdits } from '../editing/edit-many.ts';
import { equal } from '../equal.ts';
import { followKeys, renamedKeys } from '../follow-keys.ts';
import { freshKeys } from '../fresh-keys.ts';
import { marksOnNewAbstract } from '../marks.ts';
import { under } from '../multi-map.ts';
import { runToEnd } from '../import/import.ts';
import { Ids, found, papersOf } from '../selection.ts';
import { setChange } from '../set-change.ts';
import type { LibraryState } from '../state.ts';
import { textChange } from '../text-patch.ts';

export const PaperAdd = z.object({ draft: DraftInput });
export const PaperEdit = z.object({ paper: Id, set: z.record(z.string(), z.unknown()) });
export const PaperEditMany = z.object({ selection: Ids, edits: z.array(ManyEdit).min(1).max(50) });
export const PaperStatus = z.object({ selection: Ids, status: Status });
export const PaperRate = z.object({ selection: Ids, rating: z.number().int().min(0).max(5) });
export const PaperSelection = z.object({ selection: Ids });
export const PaperRefreshKey = PaperSelection.extend({ pattern: z.string().max(500).optional(), keepPinned: z.boolean().default(false) });
export const PaperPinKey = PaperSelection.extend({ pinned: z.boolean() });

const EDITABLE = new Set(['citationKey', 'keyPinned', 'links', 'rating', 'status', 'doubts']);
const LONG_TEXTS = new Set(['item.abstract', 'item.note', 'item.annote']);

export const paperAdd = command(PaperAdd, (state, { draft }, context) => {
  const outcome = runToEnd(state, { drafts: [draft], joins: [] }, context);
  return ok({ changes: outcome.changes, created: outcome.papers });
});

/** Sets fields of one paper. Only what differs is changed; the marks on an abstract follow it. */
export const paperEdit = command(PaperEdit, (state, { paper: id, set }) => {
  const paper = found(state, 'paper', id);
  return paper.ok ? withMentions(state, editOf(state, paper.value, set)) : paper;
});

/** Notes and comments that name a paper follow its new citation key, in the same undo. */
const withMentions = (state: LibraryState, outcome: Result<Outcome>): Result<Outcome> => (outcome.ok ? ok({ ...outcome.value, changes: [...outcome.value.changes, ...followKeys(state, renamedKeys(outcome.value.changes))] }) : outcome);

function editOf(state: LibraryState, paper: Paper, set: Record<string, unknown>): Result<Outcome> {
  const wanted = completed(paper, set);
  const refused = refusal(state, paper, wanted);
  if (refused) return refused;
  const named = firstNamed(state, paper, wanted);
  const changes = Object.entries({ ...wanted, ...named }).flatMap(([field, value]) => fieldChange(paper, field, value));
  const abstract = wanted['item.abstract'];
  return ok({ changes: [...changes, ...(abstract === undefined ? [] : marksOnNewAbstract(state, paper.id, typeof abstract === 'string' ? abstract : ''))], created: [] });
}

/** The same edits in each of several papers; one undo. */
export const paperEditMany = command(PaperEditMany, (state, { selection, edits }) => {
  const made = manyEdits(edits);
  if (!made.ok) return made;
  const changes: Change[] = [];
  for (const paper of papersOf(state, selection)) {
    const set = made.value(paper);
    if (Object.keys(set).length === 0) continue;
    const outcome = editOf(state, paper, set);
    if (!outcome.ok) return outcome;
    changes.push(...outcome.value.changes);
  }
  return withMentions(state, ok({ changes, created: [] }));
});

/** What follows from an edit: a key chosen by hand stays, a field that was edited is no longer in doubt. */
function completed(paper: Paper, set: Record<string, unknown>): Record<string, unknown> {
  const doubts = Object.entries(paper.doubts ?? {}).filter(([field]) => !(`item.${field}` in set) && !(field in set));
  const settled = paper.doubts && doubts.length < Object.keys(paper.doubts).length ? { doubts: doubts.length ? Object.fromEntries(doubts) : null } : {};
  return { ...('citationKey' in set && set['citationKey'] !== paper.citationKey && !('keyPinned' in set) ? { keyPinned: true } : {}), ...settled, ...set };
}

/** A paper added by hand gets its key with its first author or title, not while it is empty. */
function firstNamed(state: LibraryState, paper: Paper, set: Record<string, unknown>): Record<string, unknown> {
  const { author, editor, translator, title } = paper.item;
  if (paper.keyPinned || 'citationKey' in set || [author, editor, translator].some((names) => names?.length) || title || !/^anon[a-z]*$/.test(paper.citationKey)) return {};
  return { citationKey: freshKey(state, edited(paper, { op: 'set', table: 'paper', id: paper.id, before: {}, after: set }) as Paper) };
}

const freshKey = (state: LibraryState, paper: Paper): string => citationKey(paper.item, (key) => [...under(state.index.key, key)].some((id) => id !== paper.id));

/** Makes citation keys anew by a pattern. Pinned ones too, which are then no longer pinned, unless `keepPinned`. */
export const paperRefreshKey = command(PaperRefreshKey, (state, { selection, pattern, keepPinned }) => {
  const read = pattern === undefined ? null : keyPattern(pattern);
  if (read?.ok === false) return read;
  const changes = freshKeys(state, papersOf(state, selection), { pattern, keepPinned }).flatMap(({ paper, key }) => [...fieldChange(paper, 'citationKey', key), ...fieldChange(paper, 'keyPinned', null)]);
  return withMentions(state, ok({ changes, created: [] }));
});

/** Pins citation keys, so that refreshing leaves them, or lets them go. */
export const paperPinKey = command(PaperPinKey, (state, { selection, pinned }) => ok({ changes: papersOf(state, selection).filter((paper) => (paper.keyPinned ?? false) !== pinned).flatMap((paper) => fieldChange(paper, 'keyPinned', pinned ? true : null)), created: [] }));

function refusal(state: LibraryState, paper: Paper, set: Record<string, unknown>): Result<never> | null {
  const unknown = Object.keys(set).find((field) => !EDITABLE.has(field) && !/^item\.[\w-]+$/.test(field));
  if (unknown !== undefined) return fail('invalid-input', `There is no field "${unknown}" to edit.`, { details: { reason: 'no-field', field: unknown } });
  const key = set['citationKey'];
  if (typeof key === 'string' && [...under(state.index.key, key)].some((id) => id !== paper.id)) return fail('conflict', `Another paper has the citation key ${key}.`, { details: { reason: 'key-taken', key } });
  if (key === '') return fail('invalid-input', 'A citation key cannot be empty.', { details: { reason: 'empty-key' } });
  const wrong = Object.entries(set).flatMap(([field, value]) => faults(field, value));
  return wrong.length === 0 ? null : fail('invalid-input', wrong.join('; '));
}

/** What is wrong with a field's new value. The rest of the record is valid already, and no field's validity hangs on another's. */
function faults(field: string, value: unknown): string[] {
  const shape: Record<string, z.ZodType> = field.startsWith('item.') ? CslItem.shape : Paper.shape;
  const name = field.replace(/^item\./, '');
  const made = Object.hasOwn(shape, name) ? shape[name]?.safeParse(value ?? undefined) : undefined;
  return made?.success === false ? made.error.issues.map((issue) => `${[field, ...issue.path].join('.')}: ${issue.message}`) : [];
}

function fieldChange(paper: Paper, field: string, value: unknown): Change[] {
  const before = fieldOf(paper, field);
  if (equal(before, value)) return [];
  if (LONG_TEXTS.has(field) && typeof before === 'string' && typeof value === 'string') return [textChange('paper', paper.id, field, before, value)];
  return [{ op: 'set', table: 'paper', id: paper.id, before: { [field]: before }, after: { [field]: value ?? null } }];
}

const setAll = (state: LibraryState, selection: z.output<typeof Ids>, field: 'status' | 'rating', value: unknown): Result<Outcome> => ok({
  changes: papersOf(state, selection).flatMap((paper) => setChange('paper', paper, { [field]: value })),
  created: [],
});

export const paperStatus = command(PaperStatus, (state, { selection, status }) => setAll(state, selection, 'status', status));
/** Nought stars are no rating. */
export const paperRate = command(PaperRate, (state, { selection, rating }) => setAll(state, selection, 'rating', rating === 0 ? null : rating));

/** Papers go to the trash; what belongs to them stays with them and comes back with them. */
export const paperTrash = command(PaperSelection, (state, { selection }) => ok({ changes: papersOf(state, selection).map((paper) => ({ op: 'remove', table: 'paper', id: paper.id, record: paper })), created: [] }));

export const paperRestore = command(PaperSelection, (state, { selection }) => ok({
  changes: [...new Set(selection.ids)].flatMap((id) => state.trash.paper.get(id) ?? []).flatMap((paper) => restored(state, paper)),
  created: [],
}));

/** Tags and collections deleted meanwhile are taken off when a paper comes back. */
function restored(state: LibraryState, paper: Paper): Change[] {
  const gone = (['tags', 'collections'] as const).flatMap((field) => paper[field].filter((id) => !state[field === 'tags' ? 'tag' : 'collection'].has(id)).map((element): Change => ({ op: 'drop', table: 'paper', id: paper.id, field, element })));
  const record: Paper = { ...paper };
  delete record.deleted;
  return [{ op: 'put', table: 'paper', id: paper.id, record, restored: true }, ...gone];
}
