import { basename, isAbsolute, join } from 'node:path';
import type { Result } from '../../../contract/errors.ts';
import { fail, ok } from '../../../contract/errors.ts';
import type { FileSelection } from '../../../contract/views.ts';
import { DEFAULT_PATTERN, nameByPattern } from '../../../library/file-names.ts';
import { runCommand } from '../../../library/run.ts';
import type { Attachment } from '../../../model/attachment.ts';
import { liesIn } from '../../disk/lies-in.ts';
import type { Move } from '../../library/group.ts';
import { placeOf } from '../../library/moves.ts';
import { drop, dropStrays, takeIn, type Incoming } from '../files/incoming.ts';
import { missingFiles, seek } from '../files/missing.ts';
import { endingOfFile, filesOfPapers, pathFor, renamings, takenNames } from '../files/names.ts';
import { copyOut } from '../files/out.ts';
import { hasAlready, storeOnce } from '../files/present.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

type Names = 'attachment.bring' | 'attachment.names' | 'attachment.rename' | 'attachment.replace' | 'attachment.detach' | 'attachment.find';
const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

export const files: Handlers<Names> = {
  async 'attachment.bring'(session, { paper, files: paths, link, pattern = DEFAULT_PATTERN }) {
    const stranger = paths.find((path) => !isAbsolute(path) && !(link && isAddress(path)));
    if (stranger !== undefined) return fail('invalid-input', `${stranger} is neither a whole path nor an address.`, { details: { reason: 'no-address', address: stranger } });
    return link ? linkAll(session, paper, paths) : keepAll(session, paper, paths, pattern);
  },

  async 'attachment.names'(session, { of, pattern, most }) {
    const chosen = of ? chosenFiles(session, of) : ok(examples(session));
    if (!chosen.ok) return chosen;
    const made = await renamings(session, chosen.value, pattern);
    const title = (file: Attachment): string => session.store.state.paper.get(file.paper)?.item.title ?? '';
    return ok({ names: made.slice(0, most).map(({ file, to }) => ({ id: file.id, title: title(file), before: basename(file.path), after: basename(to) })), changed: made.length, files: chosen.value.length });
  },

  async 'attachment.rename'(session, { of, pattern }) {
    let renamed = 0;
    const written = await place(session, 'attachment.rename', async () => {
      const chosen = chosenFiles(session, of);
      if (!chosen.ok) return chosen;
      const made = await renamings(session, chosen.value, pattern);
      renamed = made.length;
      return ok({ files: made.map(({ file, to }) => ({ attachment: file.id, set: { path: to } })), moves: [] });
    });
    return written.ok ? ok({ renamed, revision: written.value }) : written;
  },

  async 'attachment.replace'(session, { id, file }) {
    const taken = await takeIn(session, file, true);
    if (!taken.ok) return taken;
    const { inside, bytes, sha256, mediaType, ending } = taken.value;
    await storeOnce(session, inside, taken.value);
    let path = '';
    const written = await place(session, 'attachment.replace', async () => {
      const { state } = session.store;
      const old = state.attachment.get(id);
      const paper = old && state.paper.get(old.paper);
      if (!old || !paper) return fail('not-found', 'That file is not in the library.', { details: { table: 'attachment' } });
      if (old.sha256 === sha256 && old.kind === 'kept') return fail('conflict', 'The new file is the same as the old one, byte for byte.', { details: { reason: 'same-file' } });
      const stem = old.kind === 'kept' ? basename(old.path).slice(0, basename(old.path).length - endingOfFile(old).length) : nameByPattern(DEFAULT_PATTERN, paper);
      path = await pathFor(session, stem.replace(/ \(\d+\)$/, ''), ending, takenNames(state), id);
      return ok({ files: [{ attachment: id, set: { kind: 'kept', path, bytes, sha256, mediaType } }], moves: [{ from: inside, to: path }] });
    }).catch(async (error: unknown) => { await drop(session, inside); throw error; });
    if (!written.ok) await drop(session, inside);
    return written.ok ? ok({ path, revision: written.value }) : written;
  },

  async 'attachment.detach'(session, { id, to }) {
    if (!isAbsolute(to) || liesIn(session.store.folder, to)) return fail('invalid-input', 'Choose a place outside the library folder.', { details: { reason: 'inside-library' } });
    const inside = placeOf(session.store.state, id);
    if (inside === null || !session.store.state.attachment.has(id)) return fail('not-found', 'That file is not kept in the library.', { details: { reason: 'not-kept' } });
    const copied = await copyOut(session.disk, join(session.store.folder, inside), to);
    if (!copied.ok) return copied;
    const written = await place(session, 'attachment.detach', async () => ok({ files: [{ attachment: id, set: { kind: 'linked', path: to } }], moves: [] }));
    return written.ok ? ok({ revision: written.value }) : written;
  },

  async 'attachment.find'(session, { folder }) {
    const missing = await missingFiles(session);
    const found = await seek(session, missing, folder);
    const taken: { file: Attachment; incoming: Incoming }[] = [];
    for (const { file, path } of found.filter((one) => one.file.kind === 'kept')) {
      const incoming = await takeIn(session, path, true);
      if (incoming.ok) taken.push({ file, incoming: incoming.value });
    }
    const moves = taken.map(({ file, incoming }) => ({ from: incoming.inside, to: placeOf(session.store.state, file.id) }));
    const linked = found.filter((one) => one.file.kind === 'linked');
    // The record of a kept file stays as it is: its bytes go back to where it says they are.
    const written = await place(session, 'attachment.find', async () => ok({ files: linked.map(({ file, path }) => ({ attachment: file.id, set: { path } })), moves }));
    if (!written.ok) await Promise.all(taken.map(({ incoming }) => drop(session, incoming.inside)));
    return written.ok ? ok({ missing: missing.length, found: linked.length + taken.length, linked: linked.length, revision: written.value }) : written;
  },
};

async function linkAll(session: Session, paper: string, paths: readonly string[]) {
  const inside = paths.find((path) => isAbsolute(path) && liesIn(session.store.folder, path));
  if (inside !== undefined) return fail('invalid-input', 'That file lies in the library folder already; add it instead of linking it.', { details: { reason: 'link-inside' } });
  const had = new Set([...session.store.state.index.attachment.get(paper) ?? []].map((id) => session.store.state.attachment.get(id)?.path));
  const fresh = [...new Set(paths)].filter((path) => !had.has(path));
  const read: object[] = [];
  for (const path of fresh) {
    if (isAddress(path)) { read.push({ paper, kind: 'linked', path, mediaType: 'text/html' }); continue; }
    const one = await takeIn(session, path, false);
    if (!one.ok) return one;
    const { bytes, sha256, mediaType } = one.value;
    read.push({ paper, kind: 'linked', path, mediaType, bytes, sha256, title: basename(path) });
  }
  return add(session, read, [], paths.length - fresh.length);
}

async function keepAll(session: Session, paperId: string, paths: readonly string[], pattern: string) {
  await dropStrays(session);
  const taken: Incoming[] = [];
  const letGo = (): Promise<unknown> => Promise.all(taken.map(({ inside }) => drop(session, inside)));
  for (const path of paths) {
    const one = await takeIn(session, path, true);
    if (!one.ok) { await letGo(); return one; }
    taken.push(one.value);
  }
  const fresh: Incoming[] = [];
  for (const one of taken) {
    const twice = fresh.some(({ sha256 }) => sha256 === one.sha256) || (await hasAlready(session, paperId, one)) !== undefined;
    if (twice) await drop(session, one.inside);
    else {
      await storeOnce(session, one.inside, one);
      fresh.push(one);
    }
  }
  const names = takenNames(session.store.state);
  const paper = session.store.state.paper.get(paperId);
  if (!paper) { await letGo(); return fail('not-found', 'The paper of this file is not in the library.', { details: { table: 'paper' } }); }
  const records: object[] = [];
  const moves: Move[] = [];
  for (const { file, inside, bytes, sha256, mediaType, ending } of fresh) {
    const path = await pathFor(session, nameByPattern(pattern, paper), ending, names);
    records.push({ paper: paperId, kind: 'kept', path, mediaType, bytes, sha256, title: basename(file) });
    moves.push({ from: inside, to: path });
  }
  const added = await add(session, records, moves, taken.length - fresh.length).catch(async (error: unknown) => { await letGo(); throw error; });
  if (!added.ok) await letGo();
  return added;
}

async function add({ store, writer, context }: Session, records: object[], moves: Move[], there: number): Promise<Result<{ ids: string[]; there: number; revision: number }>> {
  if (records.length === 0) return ok({ ids: [], there, revision: store.revision });
  let ids: string[] = [];
  const written = await writer.write(() => {
    const now = context();
    const outcome = runCommand(store.state, 'attachment.addAll', { files: records }, now);
    if (!outcome.ok) return outcome;
    ids = outcome.value.created;
    return ok({ name: 'attachment.addAll', label: records.length === 1 ? 'attachment.add' : 'attachment.addAll', at: now.now, changes: outcome.value.changes, moves });
  });
  return written.ok ? ok({ ids, there, revision: written.value.revision }) : written;
}

interface Placing { files: { attachment: string; set: Record<string, unknown> }[]; moves: Move[] }

/** Writes where files are from now on, as one command. Gives the library's revision after it. */
async function place({ store, writer, context }: Session, label: string, plan: () => Promise<Result<Placing>>): Promise<Result<number>> {
  const written = await writer.write(async () => {
    const planned = await plan();
    if (!planned.ok) return planned;
    const now = context();
    const nothing = { name: label, label, at: now.now, changes: [] };
    if (planned.value.files.length === 0) return ok({ ...nothing, moves: planned.value.moves, mends: true });
    const outcome = runCommand(store.state, 'attachment.place', { files: planned.value.files }, now);
    return outcome.ok ? ok({ ...nothing, changes: outcome.value.changes, moves: planned.value.moves }) : outcome;
  });
  return written.ok ? ok(written.value.revision) : written;
}

function chosenFiles({ store, lists }: Session, of: FileSelection): Result<Attachment[]> {
  if ('files' in of) return ok([...new Set(of.files)].flatMap((id) => store.state.attachment.get(id) ?? []).filter(({ kind }) => kind === 'kept'));
  const ids = lists.resolve(of.papers);
  return ids.ok ? ok(filesOfPapers(store.state, ids.value)) : ids;
}

/** Some kept files, to show what a pattern does. */
function examples({ store: { state } }: Session): Attachment[] {
  const some: Attachment[] = [];
  for (const file of state.attachment.values()) {
    if (file.kind === 'kept' && state.paper.has(file.paper)) some.push(file);
    if (some.length === 100) break;
  }
  return some;
}
