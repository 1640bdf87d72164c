import { Activity, Download, FilePen, Layers, Library, NotebookText, Quote, Settings, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, MouseEvent, ReactNode } from 'react';
import type { PaperQuery } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { draggedPapers, PAPERS } from '../../stores/drag.ts';
import { useLibrary } from '../../stores/library.ts';
import { go } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { resumeTriage, useTriage } from '../../stores/triage.ts';
import { show, useView } from '../../stores/view.ts';
import { Mark } from '../../ui/Mark.tsx';
import { CollectionList } from './CollectionList.tsx';
import { letGoOn } from './organise.ts';
import { PlaceMenu } from './PlaceMenu.tsx';
import { STATUS_ICONS } from './status-icons.ts';
import { TagList } from './TagList.tsx';
import './sidebar.css';

type Scope = PaperQuery['scope'];
/** The name of a file, of a path of any system. */
const lastPart = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
const same = (a: Scope, b: Scope): boolean => JSON.stringify(a) === JSON.stringify(b);

interface PlaceProps { scope: Scope; icon: LucideIcon; name: string; count?: number | undefined; action?: string }

/** Where papers may be let go: a status, the trash. */
const targetOf = (scope: Scope): string | null => (scope.in === 'status' ? `status:${scope.status}` : scope.in === 'trash' ? 'trash' : null);

function Place({ scope, icon: Icon, name, count, action }: PlaceProps) {
  const here = useSelection((state) => same(state.query.scope, scope));
  const inPapers = useView((state) => state.place === 'papers');
  const [over, setOver] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const target = targetOf(scope);
  const visit = (): void => { show('papers'); go(scope); };
  const ask = (event: MouseEvent): void => {
    event.preventDefault();
    visit();
    setMenu({ x: event.clientX, y: event.clientY });
  };
  const drag = (event: DragEvent): void => {
    if (target === null || !event.dataTransfer.types.includes(PAPERS)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (): void => {
    setOver(false);
    const papers = draggedPapers();
    if (target !== null && papers !== null) void letGoOn(target, papers);
  };
  return (
    <li>
      <button type="button" className={`place${over ? ' drop-here' : ''}`} aria-current={here && inPapers ? 'page' : undefined} data-action={action} data-drop={scope.in === 'status' ? `status:${scope.status}` : undefined} data-drop-name={name} onClick={visit} onContextMenu={ask} onDragOver={drag} onDragLeave={() => { setOver(false); }} onDrop={drop}>
        <Icon size={15} strokeWidth={1.7} aria-hidden /><span className="place-name">{name}</span>
        {count === undefined ? null : <span className="place-count">{t('count', { count })}</span>}
      </button>
      {menu === null ? null : <PlaceMenu scope={scope} name={name} at={menu} onClose={() => { setMenu(null); }} />}
    </li>
  );
}

/** A sitting that was begun and left: it waits here. */
function TriagePlace() {
  const { ids, at } = useTriage();
  if (ids.length === 0) return null;
  return (
    <li>
      <button type="button" className="place" data-action="triage.resume" onClick={resumeTriage}>
        <Layers size={15} strokeWidth={1.7} aria-hidden /><span className="place-name">{t('triage.place')}</span><span className="place-count">{t('triage.placeCount', { at, total: ids.length })}</span>
      </button>
    </li>
  );
}

function Statuses() {
  const counts = useLibrary((state) => state.overview?.counts);
  const scope = useSelection((state) => state.query.scope);
  const notes = useView((state) => state.place === 'notes');
  const manuscripts = useView((state) => state.place === 'manuscripts');
  return (
    <ul className="places">
      <Place scope={{ in: 'status', status: 'inbox' }} icon={STATUS_ICONS.inbox} name={t('status.inbox')} count={counts?.inbox} action="go.inbox" />
      <Place scope={{ in: 'all' }} icon={Library} name={t('place.all')} count={counts?.all} action="go.all" />
      {scope.in === 'cited' ? <Place scope={scope} icon={Quote} name={t('place.cited', { name: lastPart(scope.manuscript) })} /> : null}
      {scope.in === 'import' ? <Place scope={scope} icon={Download} name={t('place.import')} /> : null}
      <Place scope={{ in: 'status', status: 'reading' }} icon={STATUS_ICONS.reading} name={t('status.reading')} count={counts?.reading} action="go.reading" />
      <Place scope={{ in: 'status', status: 'later' }} icon={STATUS_ICONS.later} name={t('status.later')} count={counts?.later} action="go.later" />
      <Place scope={{ in: 'status', status: 'read' }} icon={STATUS_ICONS.read} name={t('status.read')} count={counts?.read} action="go.read" />
      <Place scope={{ in: 'status', status: 'archived' }} icon={STATUS_ICONS.archived} name={t('status.archived')} count={counts?.archived} action="go.archived" />
      <li><button type="button" className="place" data-action="go.notes" aria-current={notes ? 'page' : undefined} onClick={() => { show('notes'); }}><NotebookText size={15} strokeWidth={1.7} aria-hidden /><span className="place-name">{t('notes.place')}</span></button></li>
      <li><button type="button" className="place" data-action="go.manuscripts" aria-current={manuscripts ? 'page' : undefined} onClick={() => { show('manuscripts'); }}><FilePen size={15} strokeWidth={1.7} aria-hidden /><span className="place-name">{t('manuscripts.place')}</span></button></li>
      <TriagePlace />
    </ul>
  );
}

function Foot() {
  const place = useView((state) => state.place);
  const trash = useLibrary((state) => state.overview?.counts.trash);
  const view = (name: 'activity' | 'settings', icon: ReactNode, label: string) => (
    <li><button type="button" className="place" data-action={`app.${name}`} aria-current={place === name ? 'page' : undefined} onClick={() => { show(name); }}>{icon}<span className="place-name">{label}</span></button></li>
  );
  return (
    <ul className="places places-foot">
      <Place scope={{ in: 'trash' }} icon={Trash2} name={t('place.trash')} count={trash === 0 ? undefined : trash} action="go.trash" />
      {view('activity', <Activity size={15} strokeWidth={1.7} aria-hidden />, t('activity.title'))}
      {view('settings', <Settings size={15} strokeWidth={1.7} aria-hidden />, t('settings.title'))}
    </ul>
  );
}

/** The places of the library: statuses, collections, tags; `foot` is for what goes on. */
export function Sidebar({ foot }: { foot: ReactNode }) {
  const name = useLibrary((state) => state.overview?.library.name);
  return (
    <nav className="sidebar" aria-label={t('app.sidebar')}>
      <header className="brand"><Mark /><span className="brand-name">{name ?? t('app.name')}</span></header>
      <div className="sidebar-middle"><Statuses /><CollectionList /><TagList /></div>
      <Foot />
      {foot}
    </nav>
  );
}
