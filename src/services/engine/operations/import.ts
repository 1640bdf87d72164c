import type { Result } from '../../../contract/errors.ts';
import { Failure, fail, failure, ok } from '../../../contract/errors.ts';
import type { Fate, ImportOrder, ImportReport, Preference } from '../../../contract/imports.ts';
import type { Draft } from '../../../formats/format.ts';
import { duplicateOf } from '../../../library/duplicates.ts';
import type { Imported } from '../../../library/import/import.ts';
import { importSteps } from '../../../library/import/import.ts';
import type { Handlers } from '../handlers.ts';
import { readSource } from '../import-reading.ts';
import { keepFiles, letGo, takeAll } from '../import-files.ts';
import { inPlace } from '../../../library/import/place.ts';
import { keepReport, newestReports, readReport } from '../import-reports.ts';
import { viewOf } from '../import-view.ts';
import { pause } from '../pause.ts';
import { Repeated } from '../repeated.ts';
import type { Preview } from '../previews.ts';
import type { Session } from '../session.ts';

/** The longest stretch of work before others may run, ms. */
const STRETCH = 20;
/** Drafts between two looks at the clock. */
const SOME = 20;
/** Reading is so many of the hundred steps of a preview; the rest is looking for copies. */
const READING = 80;

export const imports: Handlers<'import.preview' | 'import.commit' | 'import.cancel' | 'import.reports'> = {
  async 'import.preview'(session, { source, job }) {
    const id = session.context().newId();
    return cancellable(session, job ?? id, async (at) => {
      const read = await readSource(session.disk, source, (share) => at(Math.round(share * READING), 100));
      if (!read.ok) return read;
      const preview: Preview = { ...read.value, ...(await copiesIn(session, read.value.drafts, (share) => at(READING + Math.round(share * (100 - READING)), 100))) };
      session.previews.keep(id, preview);
      return ok(viewOf(id, preview, session.store.state));
    });
  },

  async 'import.commit'(session, order) {
    const preview = session.previews.get(order.preview);
    if (!preview) return fail('not-found', 'This preview is no longer kept; read the file again.', { retryable: true, details: { reason: 'preview' } });
    return cancellable(session, order.job ?? order.preview, async (at) => {
      const plan = planned(preview, order);
      const total = plan.wanted.length;
      const taken = await takeAll(session, filesOf(preview, plan), (share) => at(Math.round(share * total), total));
      if (!taken.ok) return taken;
      const done: { imported: Imported | null } = { imported: null };
      const written = await session.writer.write(async () => {
        done.imported = await bringIn(session, { ...preview, drafts: preview.drafts.map((draft) => grouped(draft, order)) }, plan, order.keyPattern, at);
        const placed = inPlace(session.store.state, done.imported, known(preview, order), order.into);
        return ok({ name: 'library.import', label: 'library.import', at: session.context().now, ...(await keepFiles(session, placed, taken.value, order.pattern)) });
      }).catch(async (error: unknown) => { await letGo(session, taken.value); throw error; });
      if (!written.ok) { await letGo(session, taken.value); return written; }
      const imported = done.imported ?? { changes: [], papers: [], joined: 0, renamed: [] };
      const group = written.value.id;
      session.previews.forget(order.preview);
      session.lists.imports.set(group, new Set(imported.papers));
      const skipped = preview.drafts.length - plan.wanted.length;
      // The papers are in; a report that finds no room does not undo that.
      if (group !== '') await keepReport(session.store.folder, session.disk, report(group, session.context().now, preview, plan, imported, skipped)).catch(() => undefined);
      return ok({ command: group, group, imported: imported.papers.length, skipped, joined: imported.joined, renamed: imported.renamed.length, ids: imported.papers });
    });
  },

  'import.cancel'({ previews }, { job }) {
    previews.cancel(job);
    return ok(null);
  },

  async 'import.reports'({ store, disk }, { group, limit }) {
    if (group === undefined) return ok(await newestReports(store.folder, disk, limit));
    const found = await readReport(store.folder, disk, group);
    return ok(found ? [found] : []);
  },
};

/** A draft without the groups that are not wanted; its keywords stay verbatim where its format kept them. */
function grouped(whole: Draft, wanted: Pick<ImportOrder, 'tags' | 'collections'>): Draft {
  if (wanted.tags && wanted.collections) return whole;
  const { tags = [], collections = [], ...draft } = whole;
  return { ...draft, ...(wanted.tags ? { tags } : {}), ...(wanted.collections ? { collections } : {}) };
}

type At = (done: number, total: number) => Promise<void>;

/** Runs work that says how far it is, lets others run meanwhile, and may be called off until it is written. */
async function cancellable<T>({ previews, emit }: Session, job: string, run: (at: At) => Promise<Result<T>>): Promise<Result<T>> {
  const work = previews.begin(job);
  let last = performance.now();
  try {
    return await run(async (done, total) => {
      if (work.cancelled) throw failure('cancelled', 'The import was called off; nothing was changed.', { details: { reason: 'import' } });
      if (performance.now() - last < STRETCH) return;
      emit('progress', { job, done, total });
      await pause();
      last = performance.now();
    });
  } catch (error) {
    if (error instanceof Failure) return { ok: false, error: error.error };
    throw error;
  } finally {
    previews.end(job);
  }
}

/** The paper of the library that each draft is a copy of, and the earlier draft. */
async function copiesIn({ store }: Session, drafts: Preview['drafts'], at: (share: number) => Promise<void>): Promise<Pick<Preview, 'duplicates' | 'repeats'>> {
  const duplicates = new Map<number, string>();
  const repeats = new Map<number, number>();
  const repeated = new Repeated();
  for (const [index, draft] of drafts.entries()) {
    const likeness = duplicateOf(store.state, draft.item, draft.links);
    const earlier = repeated.of(draft, index);
    if (likeness) duplicates.set(index, likeness.paper);
    else if (earlier !== undefined) repeats.set(index, earlier);
    if (index % SOME === 0) await at(index / drafts.length);
  }
  return { duplicates, repeats };
}

interface Plan { wanted: number[]; joins: { index: number; into: string; prefer: Preference }[]; repeats: { index: number; of: number; prefer: Preference }[] }

/** Which drafts come in, and how: places in `joins` and `repeats` are those among the wanted. */
function planned({ drafts, duplicates, repeats }: Preview, order: ImportOrder): Plan {
  const left = new Set(order.skip);
  const choices = new Map(order.choices.map((choice) => [choice.index, choice]));
  const fate = (index: number): Fate => choices.get(index)?.fate ?? (duplicates.has(index) ? order.duplicates : repeats.has(index) ? order.repeats : 'keep');
  const wanted = [...drafts.keys()].filter((index) => !left.has(index) && fate(index) !== 'skip');
  const place = new Map(wanted.map((index, at) => [index, at]));
  const plan: Plan = { wanted, joins: [], repeats: [] };
  for (const [at, index] of wanted.entries()) {
    if (fate(index) !== 'join') continue;
    const prefer = choices.get(index)?.prefer ?? order.prefer;
    const into = duplicates.get(index);
    const of = place.get(repeats.get(index) ?? -1);
    if (into !== undefined) plan.joins.push({ index: at, into, prefer });
    else if (of !== undefined) plan.repeats.push({ index: at, of, prefer });
  }
  return plan;
}

/** The files of a plan's papers that are to be kept in the library. */
function filesOf({ drafts, brings = [] }: Preview, { wanted }: Plan): string[] {
  const kept = new Set(brings);
  return wanted.flatMap((index) => drafts[index]?.files ?? []).map(({ path }) => path).filter((path) => kept.has(path));
}

/** The papers of the library that an import names, but for entries that were left out one by one. */
const known = ({ duplicates }: Preview, { skip, choices, duplicates: all }: ImportOrder): string[] => {
  const kept = new Set(choices.filter(({ fate }) => fate === 'keep').map(({ index }) => index));
  return all === 'keep' ? [] : [...duplicates].flatMap(([index, paper]) => (skip.includes(index) || kept.has(index) ? [] : [paper]));
};

async function bringIn({ store, context }: Session, { drafts }: Preview, { wanted, joins, repeats }: Plan, keyPattern: string | undefined, at: At): Promise<Imported> {
  const steps = importSteps(store.state, { drafts: wanted.flatMap((index) => drafts[index] ?? []), joins, repeats, keyPattern }, context());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value % SOME === 0) await at(step.value, wanted.length);
  }
}

function report(id: string, at: string, { name, format, drafts, problems, leftOut }: Preview, { wanted }: Plan, { papers, joined, renamed }: Imported, skipped: number): ImportReport {
  return {
    id, at, name, format, total: drafts.length, imported: papers.length, joined, skipped, ids: papers, problems, leftOut,
    renamed: renamed.map(({ index, from, to }) => { const line = drafts[wanted[index] ?? -1]?.line; return { from, to, ...(line === undefined ? {} : { line }) }; }),
  };
}
