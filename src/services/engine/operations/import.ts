import { basename, isAbsolute } from 'node:path';
import type { Parsed } from '../../../contract/contract.ts';
import type { Result } from '../../../contract/errors.ts';
import { fail, ok } from '../../../contract/errors.ts';
import type { ImportPreview } from '../../../contract/views.ts';
import type { Draft, Reading } from '../../../formats/format.ts';
import { recogniseFormat } from '../../../formats/formats.ts';
import { plainAbstract } from '../../../library/abstract-text.ts';
import { duplicateOf } from '../../../library/duplicates.ts';
import { yearOf } from '../../../library/fold.ts';
import type { Imported } from '../../../library/import/import.ts';
import { importSteps } from '../../../library/import/import.ts';
import { nameOf } from '../../../library/row.ts';
import { LARGEST_IMPORT, decodeText } from '../decode.ts';
import type { Handlers } from '../handlers.ts';
import { pause } from '../pause.ts';
import { repeated } from '../repeated.ts';
import type { Preview } from '../previews.ts';
import type { Session } from '../session.ts';

/** Entries that a preview shows. */
const SHOWN = 500;
/** Drafts worked on before others may run. */
const CHUNK = 200;

export const imports: Handlers<'import.preview' | 'import.commit'> = {
  async 'import.preview'(session, { source }) {
    const given = await textOf(session, source);
    if (!given.ok) return given;
    const { text, name } = given.value;
    const format = recogniseFormat(text, name);
    const reading = format?.read?.(text, { fileName: name });
    if (!format || !reading) return fail('unsupported', 'This is no list of references that Sheaf can read.');
    const id = session.context().newId();
    const preview: Preview = { format: format.name, name, drafts: reading.drafts, origin: reading.origin, duplicates: await duplicatesIn(session, reading.drafts) };
    session.previews.keep(id, preview);
    return ok(view(id, preview, reading));
  },

  async 'import.commit'(session, { preview: id, skip, duplicates }) {
    const preview = session.previews.get(id);
    if (!preview) return fail('not-found', 'This preview is no longer kept; read the file again.', { retryable: true });
    const left = new Set(skip);
    const wanted = [...preview.drafts.keys()].filter((index) => !left.has(index) && !(duplicates === 'skip' && preview.duplicates.has(index)));
    let imported: Imported | null = null;
    const written = await session.writer.write(async () => {
      imported = await bringIn(session, id, preview, wanted, duplicates === 'join');
      return ok({ name: 'library.import', label: 'library.import', at: session.context().now, changes: imported.changes });
    });
    if (!written.ok) return written;
    const { papers, joined }: Imported = imported ?? { changes: [], papers: [], joined: 0 };
    session.previews.forget(id);
    session.lists.imports.set(written.value.id, new Set(papers));
    return ok({ command: written.value.id, group: written.value.id, imported: papers.length, skipped: preview.drafts.length - wanted.length, joined, ids: papers });
  },
};

async function textOf({ disk }: Session, source: Parsed<'import.preview'>['source']): Promise<Result<{ text: string; name: string }>> {
  if ('text' in source) return ok({ text: source.text.replace(/^\ufeff/, ''), name: source.name });
  if (!isAbsolute(source.file)) return fail('invalid-input', 'A file is named by its whole path.');
  const facts = await disk.stat(source.file);
  if (!facts || facts.directory) return fail('not-found', 'There is no such file.');
  if (facts.bytes > LARGEST_IMPORT) return fail('too-large', 'This file is too large to be a list of references.');
  return ok({ text: decodeText(await disk.read(source.file)), name: basename(source.file) });
}

/** The paper each draft is a copy of; a draft that repeats an earlier one of the same file counts as no copy of the library. */
async function duplicatesIn({ store }: Session, drafts: Draft[]): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const [index, draft] of drafts.entries()) {
    const likeness = duplicateOf(store.state, draft.item, draft.links);
    if (likeness) found.set(index, likeness.paper);
    if (index % CHUNK === CHUNK - 1) await pause();
  }
  return found;
}

async function bringIn({ store, emit, context }: Session, job: string, preview: Preview, wanted: number[], join: boolean): Promise<Imported> {
  const drafts = wanted.flatMap((index) => preview.drafts[index] ?? []).map((draft) => ({ ...draft, origin: { format: preview.format, ...(preview.name ? { name: preview.name } : {}), ...preview.origin, ...draft.origin } }));
  const joins = join ? wanted.flatMap((index, at) => { const into = preview.duplicates.get(index); return into === undefined ? [] : [{ index: at, into }]; }) : [];
  const steps = importSteps(store.state, { drafts, joins }, context());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value % CHUNK !== 0) continue;
    emit('progress', { job, done: step.value, total: drafts.length });
    await pause();
  }
}

function view(id: string, { format, name, drafts, origin, duplicates }: Preview, { leftOut, problems }: Reading): ImportPreview {
  const again = repeated(drafts);
  return {
    preview: id, format, name, origin, total: drafts.length, fresh: drafts.length - duplicates.size, duplicates: duplicates.size,
    entries: drafts.slice(0, SHOWN).map((draft, index) => entryOf(draft, index, duplicates.get(index), again.has(index))),
    leftOut, problems,
  };
}

function entryOf({ item, doubts = {} }: Draft, index: number, duplicate: string | undefined, again: boolean): ImportPreview['entries'][number] {
  const reasons = [...Object.values(doubts), ...(again ? ['The same paper stands in this file before.'] : [])];
  return {
    index, title: item.title ?? '', authors: (item.author ?? item.editor ?? []).map(nameOf).join(', '), year: yearOf(item), abstract: plainAbstract(item.abstract ?? ''), type: item.type,
    verdict: duplicate !== undefined ? 'duplicate' : reasons.length > 0 ? 'uncertain' : 'new', ...(duplicate === undefined ? {} : { duplicateOf: duplicate }), doubts: reasons,
  };
}
