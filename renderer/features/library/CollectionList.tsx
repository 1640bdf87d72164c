import { FileInput, FileOutput, FolderClosed, FolderInput, FolderPlus, FolderSearch, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { openExport } from '../export/index.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { draggedPapers, draggedPlace, dragPlace, PAPERS, PLACE } from '../../stores/drag.ts';
import { useLibrary } from '../../stores/library.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { show, useView } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import type { Section } from '../../ui/Menu.tsx';
import { PointMenu } from '../../ui/PointMenu.tsx';
import { Tree } from '../../ui/Tree.tsx';
import type { Point } from '../../ui/Tree.tsx';
import { chooseFile } from '../import/index.ts';
import { collectionLines, liesWithin } from './collection-tree.ts';
import type { Collection } from './collection-tree.ts';
import { letGoOn, newCollection, setFolded, usePlaces } from './organise.ts';

const NONE: readonly Collection[] = [];
const all = (): readonly Collection[] => useLibrary.getState().overview?.collections ?? NONE;
const named = (id: string): Collection | undefined => all().find((one) => one.id === id);

const sections = (one: Collection): Section[] => [
  { id: 'make', items: [{ id: 'new', label: t('collection.newInside'), icon: FolderPlus }, ...(one.query === undefined ? [{ id: 'import', label: t('import.here'), icon: FileInput }] : [])] },
  { id: 'edit', items: [
    { id: 'rename', label: t('collection.rename'), icon: Pencil, keys: 'F2' },
    ...(one.query === undefined ? [] : [{ id: 'query', label: t('collection.editQuery'), icon: FolderSearch }]),
    { id: 'move', label: t('collection.move'), icon: FolderInput },
  ] },
  { id: 'out', items: [{ id: 'export', label: t('collection.export'), icon: FileOutput }] },
  { id: 'delete', items: [{ id: 'delete', label: t('collection.delete'), icon: Trash2, keys: 'Delete', danger: true }] },
];

async function remove(id: string): Promise<void> {
  const one = named(id);
  if (one === undefined || !(await act('collection.delete', { collection: id }, 'toast.collectionDeleted', { name: one.name }))) return;
  const { scope } = useSelection.getState().query;
  if (scope.in === 'collection' && scope.collection === id) go({ in: 'all' });
}

function choose(item: string, id: string): void {
  if (item === 'new') void newCollection({ parent: id });
  if (item === 'import') void chooseFile({ collection: id });
  if (item === 'rename') usePlaces.setState({ renaming: id });
  if (item === 'query' || item === 'move') usePlaces.setState({ dialog: { kind: item, id } });
  if (item === 'export') openExport({ id, name: named(id)?.name ?? '' });
  if (item === 'delete') void remove(id);
}

async function rename(id: string, name: string | null): Promise<void> {
  usePlaces.setState({ renaming: null });
  if (name !== null && name !== '' && name !== named(id)?.name) await carryOut('collection.edit', { collection: id, name });
}

/** Puts a collection into another one, or at the top. */
export async function moveInto(id: string, parent: string | null): Promise<void> {
  if ((named(id)?.parent ?? null) !== parent) await act('collection.edit', { collection: id, parent }, 'toast.collectionMoved', { name: named(id)?.name ?? '' });
}

function takes(id: string, types: readonly string[]): boolean {
  const place = draggedPlace();
  if (types.includes(PAPERS)) return named(id)?.query === undefined;
  return types.includes(PLACE) && place !== null && named(place) !== undefined && !liesWithin(all(), id, place);
}

function drop(id: string): void {
  const [papers, place] = [draggedPapers(), draggedPlace()];
  if (papers !== null) void letGoOn(`collection:${id}`, papers);
  else if (place !== null) void moveInto(place, id);
}

/** The collections, nested: papers and collections can be dragged onto them. */
export function CollectionList() {
  const collections = useLibrary((state) => state.overview?.collections) ?? NONE;
  const known = useLibrary((state) => state.overview !== null);
  const folded = useSettings((state) => state.settings.folded);
  const scope = useSelection((state) => state.query.scope);
  const inPapers = useView((state) => state.place === 'papers');
  const renaming = usePlaces((state) => state.renaming);
  const [menu, setMenu] = useState<{ id: string; at: Point } | null>(null);
  const [overTop, setOverTop] = useState(false);
  const lines = collectionLines(collections, new Set(folded)).map(({ collection: one, level, open }) => ({
    id: one.id, level, name: one.name, ...(one.query === undefined ? { drop: `collection:${one.id}` } : {}), ...(open === undefined ? {} : { open }), current: inPapers && scope.in === 'collection' && scope.collection === one.id,
    sign: one.query === undefined ? <FolderClosed size={14} strokeWidth={1.7} aria-hidden /> : <FolderSearch size={14} strokeWidth={1.7} aria-hidden />,
    end: <span className="place-count">{t('count', { count: one.count })}</span>,
  }));
  const shown = menu === null ? undefined : collections.find((one) => one.id === menu.id);
  const toTop = (event: React.DragEvent): boolean => event.dataTransfer.types.includes(PLACE) && named(draggedPlace() ?? '')?.parent !== undefined;
  return (
    <section aria-labelledby="places-collections">
      <div className={`places-head${overTop ? ' drop-here' : ''}`} onDragOver={(event) => { if (toTop(event)) { event.preventDefault(); setOverTop(true); } }} onDragLeave={() => { setOverTop(false); }}
        onDrop={() => { setOverTop(false); const place = draggedPlace(); if (place !== null) void moveInto(place, null); }}>
        <h2 id="places-collections" className="places-title">{t('place.collections')}</h2>
        <Button kind="quiet" icon={Plus} label={t('action.newCollection')} action="collection.create" onPress={() => void newCollection()} />
      </div>
      {lines.length === 0 ? (known ? <p className="places-none">{t('collections.none')}</p> : null) : (
        <Tree label={t('place.collections')} lines={lines} renaming={renaming} renameLabel={t('collection.name')}
          onPress={(id) => { show('papers'); go({ in: 'collection', collection: id }); }} onOpen={(id, open) => { setFolded(id, !open); }} onMenu={(id, at) => { setMenu({ id, at }); }}
          onRename={(id) => { usePlaces.setState({ renaming: id }); }} onRenamed={(id, name) => void rename(id, name)} onDelete={(id) => void remove(id)}
          onDrag={(id, event) => { dragPlace(id); if (id !== null) event.dataTransfer.setData(PLACE, id); }} takes={(id, event) => takes(id, event.dataTransfer.types)} onDrop={drop} />
      )}
      {menu === null || shown === undefined ? null : <PointMenu at={menu.at} label={shown.name} sections={sections(shown)} onClose={() => { setMenu(null); }} onChoose={(item) => { setMenu(null); setTimeout(() => { choose(item, menu.id); }, 0); }} />}
    </section>
  );
}
