import { useEffect, useRef } from 'react';
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
import { CollectionPicker, Duplicates, EmptyTrash, focusList, LibraryView, PlaceDialogs, Problems, ReadOnly, RelationPicker, Restarting, Sidebar, StartView, TagPicker } from './features/library/index.ts';
import { ManuscriptsView } from './features/manuscripts/index.ts';
import { NotePage, NotesList } from './features/notes/index.ts';
import { SettingsView } from './features/settings/index.ts';
import { Stream } from './features/stream/index.ts';
import { CompareView } from './features/compare/index.ts';
import { TriageView } from './features/triage/index.ts';
import { Layout } from './layout.tsx';
import { t } from './messages/messages.ts';
import { isShown, useLibrary } from './stores/library.ts';
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

/** Back at the papers, the list has the keyboard, unless something else took it. */
function useFocusOnReturn(place: Place): void {
  const before = useRef(place);
  useEffect(() => {
    if (place === 'papers' && before.current !== place && document.activeElement === document.body) focusList();
    before.current = place;
  }, [place]);
}

function Places() {
  const place = useView((state) => state.place);
  useFocusOnReturn(place);
  const narrow = useMedia(NARROW);
  if (place === 'triage') return <TriageView />;
  return (
    <Layout narrow={narrow} sidebar={<Sidebar foot={<WorkInProgress />} />} list={place === 'papers' ? <LibraryView narrow={narrow} stream={<Stream />} /> : place === 'notes' ? <NotesList narrow={narrow} /> : null}>
      {place === 'settings' ? <SettingsView /> : place === 'activity' ? <ActivityView /> : place === 'manuscripts' ? <ManuscriptsView /> : place === 'notes' ? <NotePage /> : place === 'compare' ? <CompareView /> : <PaperPane />}
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
