import { Archive, BookOpen, CheckCheck, Clock, FileInput, FolderClosed, Inbox, Leaf, SearchX, Tag, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { filter } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { Button } from '../../ui/Button.tsx';

const ICONS = { inbox: Inbox, later: Clock, reading: BookOpen, read: CheckCheck, archived: Archive, trash: Trash2, tag: Tag, untagged: Tag, collection: FolderClosed, import: FileInput, library: Leaf, filter: SearchX } satisfies Record<string, LucideIcon>;
type Kind = keyof typeof ICONS;

/** Why nothing is shown. */
function useKind(): Kind {
  const { scope, text } = useSelection((state) => state.query);
  const all = useLibrary((state) => state.overview?.counts.all ?? 0);
  if (text !== '') return 'filter';
  if (scope.in === 'trash') return 'trash';
  if (all === 0) return 'library';
  if (scope.in === 'status') return scope.status;
  return scope.in === 'all' ? 'library' : scope.in;
}

/** An empty list says what belongs in it and how it gets there. */
export function Empty() {
  const kind = useKind();
  const Icon = ICONS[kind];
  return (
    <div className="empty" data-testid="empty">
      <Icon size={30} strokeWidth={1.2} aria-hidden />
      <h2>{t(`empty.${kind}.title`)}</h2>
      <p>{t(`empty.${kind}.text`, { keys: navigator.platform.startsWith('Mac') ? '⌘V' : 'Ctrl+V' })}</p>
      {kind === 'library' ? <Button kind="main" action="import.open" onPress={() => runAction('import.open')}>{t('empty.choose')}</Button> : null}
      {kind === 'filter' ? <Button onPress={() => { filter(''); }}>{t('empty.filter.clear')}</Button> : null}
    </div>
  );
}
