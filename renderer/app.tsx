import { useEffect } from 'react';
import { ContextMenu } from './actions/ContextMenu.tsx';
import { Palette } from './actions/Palette.tsx';
import { PaperPane } from './features/abstract/index.ts';
import { EditMany } from './features/details/index.ts';
import { ActivityView, Waiting, WorkInProgress } from './features/activity/index.ts';
import { ExportDialog } from './features/export/index.ts';
import { GuideBar } from './features/guide/index.ts';
import { Help } from './features/help/index.ts';
import { DropZone, ImportDialog } from './features/import/index.ts';
import { AddressDialog, RenameDialog } from './features/files/index.ts';
import { CollectionPicker, Duplicates, EmptyTrash, LibraryView, PlaceDialogs, Problems, ReadOnly, RelationPicker, Restarting, SeveralPapers, Sidebar, StartView, TagPicker } from './features/library/index.ts';
import { ManuscriptsView } from './features/manuscripts/index.ts';
import { NotePage, NotesList } from './features/notes/index.ts';
import { SettingsView } from './features/settings/index.ts';
import { Stream } from './features/stream/index.ts';
import { CompareView } from './features/compare/index.ts';
import { TriageView } from './features/triage/index.ts';
import { Layout } from './layout.tsx';
import { t } from './messages/messages.ts';
import { isShown, useLibrary } from './stores/library.ts';
import { showsSeveral } from './stores/reading.ts';
import { useRows } from './stores/rows.ts';
import { chosenCount, useSelection } from './stores/selection.ts';
import { dismiss, useToasts } from './stores/toasts.ts';
import { useView } from './stores/view.ts';
import type { Place } from './stores/view.ts';
import { useTheme } from './theme.ts';
import { Toasts } from './ui/Toasts.tsx';
import { useMedia } from './ui/useMedia.ts';
import './app.css';

/** Under this the sidebar gives its room to the list and the paper. */
const NARROW = '(max-width: 1079px)';
const OVERLAYS = { palette: Palette, help: Help, tags: TagPicker, collections: CollectionPicker, relate: RelationPicker, duplicates: Duplicates, emptyTrash: EmptyTrash, renameFiles: RenameDialog, linkAddress: AddressDialog, import: ImportDialog, export: ExportDialog, editMany: EditMany, context: ContextMenu } as const;

function Overlay() {
  const overlay = useView((state) => state.overlay);
  if (overlay === null) return null;
  const Shown = OVERLAYS[overlay];
  return <Shown />;
}

/** Where the keyboard belongs when what had it is gone: to the list, else to what fills the window. */
const HOMES = ['[data-keys="list"]', '.notes-list', 'main, .empty'] as const;
const COVERS = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** What closes gives the focus back by itself first, in its next frames. */
const SETTLES_MS = 60;

function bringHome(): void {
  if (document.activeElement !== document.body || document.querySelector(COVERS) !== null) return;
  const home = HOMES.flatMap((one) => document.querySelector<HTMLElement>(one) ?? [])[0];
  if (home !== undefined && !home.hasAttribute('tabindex')) home.tabIndex = -1;
  home?.focus({ preventScroll: true });
}

/** After the window came up, another place or a dialog that closed, something has the keyboard: never nothing. */
function useFocusAtHome(place: Place): void {
  const overlay = useView((state) => state.overlay);
  const listed = useRows((state) => (state.handle === null ? null : state.handle.total > 0));
  useEffect(() => {
    const timer = setTimeout(bringHome, SETTLES_MS);
    return () => { clearTimeout(timer); };
  }, [place, overlay, listed]);
}

/** The paper of the list, or what can be done where several are picked out. */
function Read() {
  const several = useSelection(() => (showsSeveral() ? chosenCount() : 0));
  return several > 0 ? <SeveralPapers count={several} /> : <PaperPane />;
}

function Places() {
  const place = useView((state) => state.place);
  useFocusAtHome(place);
  const narrow = useMedia(NARROW);
  if (place === 'triage') return <TriageView />;
  return (
    <Layout narrow={narrow} sidebar={<Sidebar foot={<WorkInProgress />} />} list={place === 'papers' ? <LibraryView narrow={narrow} stream={<Stream />} /> : place === 'notes' ? <NotesList narrow={narrow} /> : null}>
      {place === 'settings' ? <SettingsView /> : place === 'activity' ? <ActivityView /> : place === 'manuscripts' ? <ManuscriptsView /> : place === 'notes' ? <NotePage /> : place === 'compare' ? <CompareView /> : <Read />}
    </Layout>
  );
}

/** Apart from the rest of the window, which a message that comes or goes does not draw again. */
function Said() {
  const toasts = useToasts((state) => state.toasts);
  return <Toasts toasts={toasts} label={t('toast.region')} closeLabel={t('toast.close')} onClose={dismiss}><Waiting /></Toasts>;
}

/** The window. */
export function App() {
  useTheme();
  const open = useLibrary(isShown);
  return (
    <div className="app">
      {open ? <><Restarting /><ReadOnly /><Problems /><GuideBar /><Places /><PlaceDialogs /></> : <StartView />}
      <Overlay />
      <DropZone />
      <Said />
    </div>
  );
}
