import { isAbsolute, join, relative, sep } from 'node:path';
import { fail, ok } from '../../../contract/errors.ts';
import { runCommand } from '../../../library/run.ts';
import { DEFAULT_PATTERN, nameByPattern } from '../../../library/file-names.ts';
import { under } from '../../../library/multi-map.ts';
import { endingFor } from '../../../model/media-type.ts';
import { isInside, placeOf } from '../../library/moves.ts';
import { takenNames, pathFor } from '../files/names.ts';
import { hasAlready, storeOnce } from '../files/present.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

export const attachments: Handlers<'attachment.keep' | 'attachment.locate' | 'attachment.present'> = {
  async 'attachment.keep'(session, { from, pattern = DEFAULT_PATTERN, ...file }) {
    const { store, writer, context, disk } = session;
    const inside = (isAbsolute(from) ? relative(store.folder, from) : from).split(sep).join('/');
    if (!isInside(inside) || !inside.startsWith('cache/')) return fail('not-allowed', 'Only a file in cache/ of the library can be taken over.');
    const same = await hasAlready(session, file.paper, file);
    if (same) {
      await disk.remove(join(store.folder, inside));
      return ok({ id: same.id, path: same.path });
    }
    await storeOnce(session, inside, file);
    await store.settle(inside);
    let kept = { id: '', path: '' };
    const written = await writer.write(async () => {
      const paper = store.state.paper.get(file.paper);
      if (!paper) return fail('not-found', 'The paper of this file is not in the library.', { details: { table: 'paper' } });
      const now = context();
      const path = await pathFor(session, nameByPattern(pattern, paper), endingFor(file.mediaType), takenNames(store.state));
      const { sourceUrl, ...facts } = file;
      const outcome = runCommand(store.state, 'attachment.add', { ...facts, ...(sourceUrl === undefined ? {} : { sourceUrl }), kind: 'kept', path }, now);
      if (!outcome.ok) return outcome;
      kept = { id: outcome.value.created[0] ?? '', path };
      return ok({ name: 'attachment.add', label: 'attachment.add', at: now.now, changes: outcome.value.changes, moves: [{ from: inside, to: path }] });
    });
    return written.ok ? ok(kept) : written;
  },

  async 'attachment.locate'(session, { id }) {
    const { state, folder } = session.store;
    const attachment = state.attachment.get(id);
    if (!attachment) return fail('not-found', 'That file is not in the library.', { details: { table: 'attachment' } });
    const { kind, path, mediaType, bytes = 0 } = attachment;
    if (kind === 'linked') return isAbsolute(path) ? ok({ file: path, mediaType, bytes }) : fail('unsupported', 'The file is an address, not a file on this disk.', { details: { reason: 'address' } });
    const inside = placeOf(state, id);
    return inside === null ? fail('not-allowed', 'The file lies outside the library.', { details: { reason: 'outside' } }) : ok({ file: join(folder, inside), mediaType, bytes });
  },

  async 'attachment.present'(session, { paper }) {
    const { state } = session.store;
    return ok(await Promise.all([...under(state.index.attachment, paper)].flatMap((id) => state.attachment.get(id) ?? []).map((file) => facts(session, file.id))));
  },
};

/** An address counts as there, and so does a file on another computer (`\\server`): nobody asks the network. */
async function facts({ store, disk }: Session, id: string): Promise<{ id: string; there: boolean; bytes: number | null }> {
  const file = store.state.attachment.get(id);
  if (file?.kind === 'linked' && (!isAbsolute(file.path) || /^[\\/]{2}/.test(file.path))) return { id, there: true, bytes: null };
  const inside = placeOf(store.state, id);
  const path = file?.kind === 'linked' ? file.path : inside === null ? null : join(store.folder, inside);
  const found = path === null ? null : await disk.stat(path).catch(() => null);
  return { id, there: found !== null && !found.directory, bytes: found?.bytes ?? null };
}
