import { Archive, BookOpen, CheckCheck, Clock, FileInput, FilePen, FolderClosed, FolderSearch, Inbox, Leaf, SearchX, Tag, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { ask, filter } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { openExample } from '../guide/index.ts';

const ICONS = { inbox: Inbox, later: Clock, reading: BookOpen, read: CheckCheck, archived: Archive, trash: Trash2, tag: Tag, untagged: Tag, collection: FolderClosed, import: FileInput, cited: FilePen, saved: FolderSearch, library: Leaf, filter: SearchX } satisfies Record<string, LucideIcon>;
type Kind = keyof typeof ICONS;

/** Why nothing is shown. */
function useKind(): Kind {
  const { scope, text } = useSelection((state) => state.query);
  const overview = useLibrary((state) => state.overview);
  if (text !== '') return 'filter';
  if (scope.in === 'trash') return 'trash';
  if ((overview?.counts.all ?? 0) === 0) return 'library';
  if (scope.in === 'status') return scope.status;
  if (scope.in === 'collection' && overview?.collections.find(({ id }) => id === scope.collection)?.query !== undefined) return 'saved';
  return scope.in === 'all' ? 'filter' : scope.in;
}

/** A way out of the empty place: an action of the registry, or something only this place offers. */
interface Way { action: string; label: MessageKey; go?: () => unknown }

const ALL: Way = { action: 'go.all', label: 'empty.goAll' };
const LATER: readonly Way[] = [ALL, { action: 'go.inbox', label: 'action.goInbox' }];
const ASK_PDFS: Way = { action: 'search.pdfs', label: 'empty.filter.pdfs' };
const ASK_ALL: Way = { action: 'empty.everywhere', label: 'empty.filter.everywhere', go: () => { ask({ scope: { in: 'all' }, tags: [] }); } };

/** What can be done about it, the first thing first. */
function waysOut(kind: Kind, narrowed: boolean, inPdfs: boolean): readonly Way[] {
  switch (kind) {
    case 'library': return [{ action: 'import.open', label: 'empty.choose' }, { action: 'paper.new', label: 'details.new' }, { action: 'start.example', label: 'empty.example', go: openExample }];
    case 'inbox': return [{ action: 'import.open', label: 'action.import' }, ALL];
    case 'filter': return [...(inPdfs ? [] : [ASK_PDFS]), ...(narrowed ? [ASK_ALL] : []), { action: 'empty.clear', label: 'empty.filter.clear', go: () => { ask({ tags: [] }); filter(''); } }];
    case 'import': return [ALL, { action: 'history.redo', label: 'action.redo' }];
    case 'trash': case 'saved': return [ALL];
    case 'cited': return [{ action: 'go.manuscripts', label: 'empty.cited.back' }, ALL];
    case 'untagged': return [ALL];
    default: return LATER;
  }
}

/** An empty list says what belongs in it, how it gets there, and where else to go. */
export function Empty() {
  const kind = useKind();
  const narrowed = useSelection(({ query }) => query.scope.in !== 'all' || query.tags.length > 0);
  const inPdfs = useSelection(({ query }) => query.pdfs || query.text === '');
  const Icon = ICONS[kind];
  return (
    <div className="empty" data-testid="empty" data-kind={kind}>
      <Icon size={30} strokeWidth={1.2} aria-hidden />
      <h2>{t(`empty.${kind}.title`)}</h2>
      <p>{t(`empty.${kind}.text`, { keys: navigator.platform.startsWith('Mac') ? '⌘V' : 'Ctrl+V' })}</p>
      <div className="empty-ways">
        {waysOut(kind, narrowed, inPdfs).map(({ action, label, go }, at) => <Button key={action} kind={at === 0 && kind === 'library' ? 'main' : 'plain'} action={action} onPress={() => { if (go === undefined) runAction(action); else void go(); }}>{t(label)}</Button>)}
      </div>
    </div>
  );
}
