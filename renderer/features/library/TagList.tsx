import { useMemo, useState } from 'react';
import { ChevronRight, MoreHorizontal } from 'lucide-react';
import type { Overview } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { show, useView } from '../../stores/view.ts';
import { Dot } from '../../ui/Chip.tsx';
import { TagEditor } from './TagEditor.tsx';
import { tagTree, visibleNodes } from './tag-tree.ts';
import type { TagNode } from './tag-tree.ts';

type Tag = Overview['tags'][number];
const NONE: readonly Tag[] = [];
const INDENT = 14;

interface LineProps { node: TagNode; depth: number; folded: boolean; onFold: () => void; onEdit: (tag: Tag) => void }

function Fold({ node, depth, folded, onFold }: Omit<LineProps, 'onEdit'>) {
  if (node.children.length === 0) return null;
  return (
    <button type="button" className="tag-fold" style={{ left: depth * INDENT - 6 }} aria-expanded={!folded} aria-label={t(folded ? 'tag.open' : 'tag.fold', { tag: node.path })} onClick={onFold}>
      <ChevronRight size={13} aria-hidden />
    </button>
  );
}

function Line({ node, depth, folded, onFold, onEdit }: LineProps) {
  const { tag } = node;
  const here = useSelection(({ query }) => tag !== undefined && query.scope.in === 'tag' && query.scope.tag === tag.id);
  const inPapers = useView((state) => state.place === 'papers');
  const press = (): void => {
    if (tag === undefined) return onFold();
    show('papers');
    go({ in: 'tag', tag: tag.id });
  };
  return (
    <li>
      <Fold node={node} depth={depth} folded={folded} onFold={onFold} />
      <button type="button" className="place" style={{ paddingLeft: 12 + depth * INDENT }} aria-current={here && inPapers ? 'page' : undefined} onClick={press}
        onContextMenu={(event) => { event.preventDefault(); if (tag !== undefined) onEdit(tag); }}>
        <Dot name={node.path} colour={tag?.colour} /><span className="place-name">{node.name}</span>
        {tag === undefined ? null : <span className="place-count">{t('count', { count: tag.count })}</span>}
      </button>
      {tag === undefined ? null : <button type="button" className="tag-more" aria-label={t('tag.more', { tag: tag.name })} onClick={() => { onEdit(tag); }}><MoreHorizontal size={14} aria-hidden /></button>}
    </li>
  );
}

/** The tags, nested by their slashes. */
export function TagList() {
  const tags = useLibrary((state) => state.overview?.tags) ?? NONE;
  const tree = useMemo(() => tagTree(tags), [tags]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Tag | null>(null);
  const turn = (path: string): void => {
    const next = new Set(folded);
    if (!next.delete(path)) next.add(path);
    setFolded(next);
  };
  return (
    <section aria-labelledby="places-tags">
      <h2 id="places-tags" className="places-title">{t('place.tags')}</h2>
      {tags.length === 0 ? <p className="places-none">{t('tags.none')}</p> : null}
      <ul className="places">
        {visibleNodes(tree, folded).map(({ node, depth }) => (
          <Line key={node.path} node={node} depth={depth} folded={folded.has(node.path)} onFold={() => { turn(node.path); }} onEdit={setEditing} />
        ))}
      </ul>
      {editing === null ? null : <TagEditor tag={editing} onClose={() => { setEditing(null); }} />}
    </section>
  );
}
