import { isAbsolute, join, relative, sep } from 'node:path';
import { fail, ok } from '../../../contract/errors.ts';
import { runCommand } from '../../../library/run.ts';
import { fold } from '../../../library/fold.ts';
import type { Paper } from '../../../model/paper.ts';
import { isInside } from '../../library/moves.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

export const attachments: Handlers<'attachment.keep' | 'attachment.locate'> = {
  async 'attachment.keep'(session, { from, ...file }) {
    const { store, writer, context, disk } = session;
    const inside = (isAbsolute(from) ? relative(store.folder, from) : from).split(sep).join('/');
    if (!isInside(inside) || !inside.startsWith('cache/')) return fail('not-allowed', 'Only a file in cache/ of the library can be taken over.');
    const same = [...store.state.index.attachment.get(file.paper) ?? []].map((id) => store.state.attachment.get(id)).find((one) => one?.kind === 'kept' && one.sha256 === file.sha256);
    if (same && (await disk.stat(join(store.folder, same.path)))?.bytes === file.bytes) {
      await disk.remove(join(store.folder, inside));
      return ok({ id: same.id, path: same.path });
    }
    await store.settle(inside);
    let kept = { id: '', path: '' };
    const written = await writer.write(async () => {
      const paper = store.state.paper.get(file.paper);
      if (!paper) return fail('not-found', 'The paper of this file is not in the library.');
      const now = context();
      const path = await freePath(session, paper, file.mediaType);
      const { sourceUrl, ...facts } = file;
      const outcome = runCommand(store.state, 'attachment.add', { ...facts, ...(sourceUrl === undefined ? {} : { sourceUrl }), kind: 'kept', path }, now);
      if (!outcome.ok) return outcome;
      kept = { id: outcome.value.created[0] ?? '', path };
      return ok({ name: 'attachment.add', label: 'attachment.add', at: now.now, changes: outcome.value.changes, moves: [{ from: inside, to: path }] });
    });
    return written.ok ? ok(kept) : written;
  },

  'attachment.locate'({ store }, { id }) {
    const attachment = store.state.attachment.get(id);
    if (!attachment) return fail('not-found', 'That file is not in the library.');
    const { kind, path, mediaType, bytes = 0 } = attachment;
    if (kind === 'kept') return isInside(path) ? ok({ file: join(store.folder, path), mediaType, bytes }) : fail('not-allowed', 'The file lies outside the library.');
    return isAbsolute(path) ? ok({ file: path, mediaType, bytes }) : fail('unsupported', 'The file is an address, not a file on this disk.');
  },
};

const EXTENSIONS: Record<string, string> = { 'application/pdf': '.pdf', 'image/png': '.png', 'image/jpeg': '.jpg', 'text/html': '.html', 'application/epub+zip': '.epub' };

/** A path in files/ that nothing has, nor will have when it comes back from the trash: the citation key, shortened to what every disk takes. */
async function freePath({ store, disk }: Session, paper: Paper, mediaType: string): Promise<string> {
  const stem = fold(paper.citationKey).replace(/[^a-z0-9]+/g, '-').slice(0, 80) || paper.id;
  const ending = EXTENSIONS[mediaType] ?? '';
  const mine = [...store.state.index.attachment.get(paper.id) ?? []].map((id) => store.state.attachment.get(id)?.path);
  const known = new Set([...mine, ...[...store.state.trash.attachment.values()].map(({ path }) => path)]);
  for (let n = 1; ; n++) {
    const path = `files/${stem}${n === 1 ? '' : `-${n}`}${ending}`;
    if (!known.has(path) && !(await disk.stat(join(store.folder, path)))) return path;
  }
}
