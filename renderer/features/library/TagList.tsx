import { useMemo, useState } from 'react';
import { CircleSlash, ListFilter, Merge, Palette, Pencil, Trash2 } from 'lucide-react';
import type { Overview } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { draggedPapers, draggedPlace, dragPlace, PAPERS, PLACE } from '../../stores/drag.ts';
import { useLibrary } from '../../stores/library.ts';
import { alsoTag, go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { show, useView } from '../../stores/view.ts';
import { Dot } from '../../ui/Chip.tsx';
import type { Section } from '../../ui/Menu.tsx';
import { PointMenu } from '../../ui/PointMenu.tsx';
import { Tree } from '../../ui/Tree.tsx';
import type { Point, TreeLine } from '../../ui/Tree.tsx';
import { letGoOn, setFolded, usePlaces } from './organise.ts';
import { tagTree, visibleNodes } from './tag-tree.ts';
import type { TagNode } from './tag-tree.ts';

type Tag = Overview['tags'][number];
const NONE: readonly Tag[] = [];
/** The line of papers without a tag, and lines for levels that are no tags themselves. */
const UNTAGGED = 'untagged';
const LEVEL = 'level:';
const named = (id: string): Tag | undefined => useLibrary.getState().overview?.tags.find((one) => one.id === id);

const SECTIONS = (): Section[] => [
  { id: 'filter', items: [{ id: 'also', label: t('tag.also'), icon: ListFilter }] },
  { id: 'edit', items: [{ id: 'rename', label: t('tag.rename'), icon: Pencil, keys: 'F2' }, { id: 'tag', label: t('tag.edit'), icon: Palette }, { id: 'merge', label: t('tag.merge'), icon: Merge }] },
  { id: 'delete', items: [{ id: 'delete', label: t('tag.delete'), icon: Trash2, keys: 'Delete', danger: true }] },
];

async function remove(id: string): Promise<void> {
  const tag = named(id);
  if (tag === undefined || !(await act('tag.delete', { tag: id }, 'toast.tagDeleted', { tag: tag.name }))) return;
  const { scope } = useSelection.getState().query;
  if (scope.in === 'tag' && scope.tag === id) go({ in: 'all' });
}

function choose(item: string, id: string): void {
  if (item === 'also') alsoTag(id);
  if (item === 'rename') usePlaces.setState({ renaming: id });
  if (item === 'tag' || item === 'merge') usePlaces.setState({ dialog: { kind: item, id } });
  if (item === 'delete') void remove(id);
}

/** The name in the tree is the last part; what is written there stays under the same parent unless it has slashes of its own. */
async function rename(id: string, name: string | null): Promise<void> {
  usePlaces.setState({ renaming: null });
  const tag = named(id);
  if (tag === undefined || name === null || name === '') return;
  const whole = tag.name.includes('/') && !name.includes('/') ? `${tag.name.slice(0, tag.name.lastIndexOf('/'))}/${name}` : name;
  if (whole !== tag.name) await carryOut('tag.edit', { tag: id, name: whole });
}

/** A tag dragged onto another one is nested in it. */
function drop(id: string): void {
  const [papers, place, onto] = [draggedPapers(), draggedPlace(), named(id)];
  if (papers !== null) void letGoOn(`tag:${id}`, papers);
  const tag = place === null ? undefined : named(place);
  if (tag !== undefined && onto !== undefined) void act('tag.edit', { tag: tag.id, name: `${onto.name}/${tag.name.split('/').at(-1) ?? ''}` }, 'toast.tagEdited', { tag: tag.name });
}

function takes(id: string, types: readonly string[]): boolean {
  const [tag, moving] = [named(id), named(draggedPlace() ?? '')];
  if (tag === undefined) return false;
  return types.includes(PAPERS) || (types.includes(PLACE) && moving !== undefined && moving.id !== id && !tag.name.startsWith(`${moving.name}/`));
}

interface Asked { here: string | null; also: readonly string[]; untagged: boolean }
function lineOf(node: TagNode, level: number, folded: ReadonlySet<string>, asked: Asked): TreeLine {
  const { tag } = node;
  const id = tag?.id ?? `${LEVEL}${node.path}`;
  return {
    id, level, name: node.name, ...(tag === undefined ? {} : { drop: `tag:${tag.id}` }), sign: <Dot name={node.path} colour={tag?.colour} />, ...(node.children.length === 0 ? {} : { open: !folded.has(node.path) }),
    current: asked.here === id, marked: asked.also.includes(id),
    end: <>{tag?.key === undefined ? null : <span className="tag-key" title={t('tag.keyHint', { key: tag.key })}>{tag.key}</span>}{tag === undefined ? null : <span className="place-count">{t('count', { count: tag.count })}</span>}</>,
  };
}

/** The tags, nested by their slashes. Ctrl or Cmd and a click narrows to papers that have several. */
export function TagList() {
  const tags = useLibrary((state) => state.overview?.tags) ?? NONE;
  const untagged = useLibrary((state) => state.overview?.counts.untagged ?? 0);
  const known = useLibrary((state) => state.overview !== null);
  const tree = useMemo(() => tagTree(tags), [tags]);
  const folded = useSettings((state) => state.settings.folded);
  const { scope, tags: also } = useSelection((state) => state.query);
  const inPapers = useView((state) => state.place === 'papers');
  const renaming = usePlaces((state) => state.renaming);
  const [menu, setMenu] = useState<{ id: string; at: Point } | null>(null);
  const asked: Asked = { here: inPapers && scope.in === 'tag' ? scope.tag : null, also: inPapers ? also : [], untagged: inPapers && scope.in === 'untagged' };
  const shut = new Set(folded.flatMap((one) => (one.startsWith('tag:') ? [one.slice(4)] : [])));
  const nodes = visibleNodes(tree, shut);
  const lines: TreeLine[] = nodes.map(({ node, depth }) => lineOf(node, depth, shut, asked));
  if (tags.length > 0) lines.push({ id: UNTAGGED, level: 0, name: t('place.untagged'), sign: <CircleSlash size={12} strokeWidth={1.7} aria-hidden />, current: asked.untagged, end: <span className="place-count">{t('count', { count: untagged })}</span> });
  const pathOf = (id: string): string => nodes.find(({ node }) => (node.tag?.id ?? `${LEVEL}${node.path}`) === id)?.node.path ?? '';
  const press = (id: string, add: boolean): void => {
    if (id.startsWith(LEVEL)) return setFolded(`tag:${pathOf(id)}`, !shut.has(pathOf(id)));
    show('papers');
    if (id === UNTAGGED) go({ in: 'untagged' });
    else if (add) alsoTag(id);
    else go({ in: 'tag', tag: id });
  };
  const menued = menu === null ? undefined : tags.find((one) => one.id === menu.id);
  return (
    <section aria-labelledby="places-tags">
      <h2 id="places-tags" className="places-title">{t('place.tags')}</h2>
      {tags.length === 0 ? (known ? <p className="places-none">{t('tags.none')}</p> : null) : (
        <Tree label={t('place.tags')} lines={lines} renaming={renaming} renameLabel={t('tag.name')} onPress={press} onOpen={(id, open) => { setFolded(`tag:${pathOf(id)}`, !open); }}
          onMenu={(id, at) => { if (named(id) !== undefined) setMenu({ id, at }); }} onRename={(id) => { if (named(id) !== undefined) usePlaces.setState({ renaming: id }); }} onRenamed={(id, name) => void rename(id, name)} onDelete={(id) => void remove(id)}
          onDrag={(id, event) => { dragPlace(id); if (id !== null) event.dataTransfer.setData(PLACE, id); }} takes={(id, event) => takes(id, event.dataTransfer.types)} onDrop={drop} />
      )}
      {menu === null || menued === undefined ? null : <PointMenu at={menu.at} label={menued.name} sections={SECTIONS()} onClose={() => { setMenu(null); }} onChoose={(item) => { setMenu(null); setTimeout(() => { choose(item, menu.id); }, 0); }} />}
    </section>
  );
}
