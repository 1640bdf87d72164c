import { ArrowDownWideNarrow, Menu, Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { filter } from '../../stores/query.ts';
import { useSelection } from '../../stores/selection.ts';
import { useSettings } from '../../stores/settings.ts';
import { useView } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { LooksButton } from '../looks/index.ts';
import { focusList } from './focus.ts';
import { SortMenu } from './SortMenu.tsx';
import { ViewMenu } from './ViewMenu.tsx';

function keys(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    if (useSelection.getState().query.text === '') focusList();
    else filter('');
  } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
    event.preventDefault();
    focusList();
  } else return;
  event.stopPropagation();
}

/** Apart from the menus beside it, which need not be drawn anew for each letter. */
function Filter() {
  const text = useSelection((state) => state.query.text);
  return (
    <div className="filter" role="search">
      <Search size={14} aria-hidden />
      <input id="filter" type="search" aria-label={t('list.filter')} placeholder={t('list.filterHint')} spellCheck={false} autoComplete="off" value={text} data-testid="filter"
        onChange={(event) => { filter(event.target.value); }} onKeyDown={keys} />
      {text === '' ? <Kbd keys="/" /> : <Button kind="quiet" icon={X} label={t('list.clear')} onPress={() => { filter(''); }} />}
    </div>
  );
}

/** Where the list is narrowed and ordered. */
export function FilterBar({ narrow }: { narrow: boolean }) {
  const streaming = useSettings((state) => state.settings.layout === 'stream');
  return (
    <div className="bar">
      {narrow ? <Button kind="quiet" icon={Menu} label={t('action.sidebar')} action="app.sidebar" onPress={() => { useView.setState(({ sidebar }) => ({ sidebar: !sidebar })); }} /> : null}
      <Filter />
      <ActionButton name="triage.start" />
      {streaming ? <LooksButton /> : null}
      <ViewMenu />
      <SortMenu button={<Button kind="quiet" icon={ArrowDownWideNarrow} label={t('list.sortLabel')} />} onChoose={runAction} />
    </div>
  );
}
