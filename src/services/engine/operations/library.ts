import { ok } from '../../../contract/errors.ts';
import { equal } from '../../../library/equal.ts';
import { under } from '../../../library/multi-map.ts';
import type { LibraryState } from '../../../library/state.ts';
import { tagCounts } from '../../../library/tag-family.ts';
import { TABLE_NAMES } from '../../../model/tables.ts';
import { STATUSES } from '../../../model/paper.ts';
import type { Finding } from '../../library/check.ts';
import { checkLibrary } from '../../library/check.ts';
import { loadLibrary } from '../../library/load.ts';
import type { PlacedHead } from '../../library/group.ts';
import type { Handlers } from '../handlers.ts';

export const library: Handlers<'library.overview' | 'library.check'> = {
  async 'library.overview'({ store, texts }) {
    const { state } = store;
    const [undo, redo] = [stepOf(await store.undoable()), stepOf(await store.redoable())];
    const status = (name: string): number => under(state.index.status, name).size;
    const [inbox = 0, later = 0, reading = 0, read = 0, archived = 0] = STATUSES.map(status);
    const counts = tagCounts(state);
    const members = (id: string, query: string | undefined): number => (query === undefined ? under(state.index.collection, id).size : texts.matches(query).size);
    return ok({
      library: { name: store.name, folder: store.folder, revision: store.revision, papers: state.paper.size, readOnly: store.readOnly, full: store.full },
      problems: store.problems,
      counts: { all: state.paper.size, inbox, later, reading, read, archived, untagged: under(state.index.tag, '').size, trash: state.trash.paper.size },
      tags: [...state.tag.values()].map((tag) => ({ ...tag, count: counts.get(tag.id) ?? 0 })),
      collections: [...state.collection.values()].map((one) => ({ ...one, count: members(one.id, one.query) })),
      undo, redo,
    });
  },

  /** Proves the folder sound by reading all of it, and holds it against what is in memory. */
  async 'library.check'({ store, disk, writer }) {
    await writer.settled();
    if (!store.readOnly) await store.fold();
    const report = await checkLibrary(disk, store.folder);
    const loaded = await loadLibrary(disk, store.folder, true);
    const findings = [...report.findings, ...(loaded.ok && !store.readOnly ? differences(store.state, loaded.value.state) : [])];
    return ok({ sound: findings.length === 0, findings, records: report.records });
  },
};

const stepOf = (placed: PlacedHead | null): { label: string; at: string } | null => (placed ? { label: placed.head.label, at: placed.head.at } : null);

function differences(memory: LibraryState, disk: LibraryState): Finding[] {
  return TABLE_NAMES.flatMap((table) => [[memory[table], disk[table]], [memory.trash[table], disk.trash[table]]].flatMap(([one, other]) => {
    const ids = new Set<string>([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
    return [...ids].filter((id) => !equal(one?.get(id), other?.get(id))).map((id) => ({ file: table, message: `The ${table} ${id} on disk is not what is in memory.` }));
  }));
}
