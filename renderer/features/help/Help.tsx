import { useState } from 'react';
import type { ReactNode } from 'react';
import { Search } from 'lucide-react';
import { shortcutsOf } from '../../actions/keys.ts';
import { hasWords } from '../../actions/matching.ts';
import { actionNamed, allActions } from '../../actions/registry.ts';
import type { Action, Group } from '../../actions/registry.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { COMMAND_LINE, FOLDER, HOW_TOS } from './content.ts';
import './help.css';

const GROUPS: readonly Group[] = ['move', 'papers', 'status', 'paper', 'triage', 'pdf', 'library', 'app'];

/** Closes the help first, so that what the action does is seen. */
const leaveFor = (name: string): void => { close(); setTimeout(() => runAction(name), 0); };

const keysOf = (action: Action): ReactNode => <span className="help-keys">{shortcutsOf(action).map((keys) => <Kbd key={keys} keys={keys} />)}</span>;

function HowTos({ typed }: { typed: string }) {
  const shown = HOW_TOS.filter(({ title, text }) => hasWords(typed, [t(title), t(text)]));
  if (shown.length === 0) return null;
  return (
    <section className="help-part" aria-labelledby="help-how">
      <h3 id="help-how">{t('help.how')}</h3>
      <div className="help-cards">
        {shown.map(({ id, title, text, actions }) => (
          <article key={id} className="help-card">
            <h4>{t(title)}</h4>
            <p>{t(text)}</p>
            <ul>{actions.flatMap((name) => actionNamed(name) ?? []).map((action) => <li key={action.name} className="help-line"><span>{t(action.label)}</span>{keysOf(action)}</li>)}</ul>
          </article>
        ))}
      </div>
    </section>
  );
}

function Actions({ typed }: { typed: string }) {
  const shown = GROUPS.map((group) => ({ group, actions: allActions().filter((action) => action.group === group && hasWords(typed, [t(action.label), t(`group.${group}`)])) })).filter(({ actions }) => actions.length > 0);
  if (shown.length === 0) return null;
  return (
    <section className="help-part" aria-labelledby="help-actions">
      <h3 id="help-actions">{t('help.actions')}</h3>
      <p className="help-note">{t('help.note')}</p>
      <div className="help-columns">
        {shown.map(({ group, actions }) => (
          <div key={group} className="help-group"><h4>{t(`group.${group}`)}</h4><ul>{actions.map((action) => <li key={action.name} className="help-line"><span>{t(action.label)}</span>{keysOf(action)}</li>)}</ul></div>
        ))}
      </div>
    </section>
  );
}

function Pairs({ id, title, note, pairs, typed }: { id: string; title: string; note: ReactNode; pairs: readonly (readonly [code: string, words: string])[]; typed: string }) {
  const shown = pairs.filter((pair) => hasWords(typed, [title, ...pair]));
  if (shown.length === 0) return null;
  return (
    <section className="help-part" aria-labelledby={`help-${id}`}>
      <h3 id={`help-${id}`}>{title}</h3>
      <p className="help-note">{note}</p>
      <dl className="help-pairs">{shown.map(([code, words]) => <div key={code}><dt><code>{code}</code></dt><dd>{words}</dd></div>)}</dl>
    </section>
  );
}

function NothingFound({ typed }: { typed: string }) {
  const texts = [
    ...HOW_TOS.map(({ title, text }) => [t(title), t(text)]), ...allActions().map(({ label, group }) => [t(label), t(`group.${group}`)]),
    ...COMMAND_LINE.map(({ line, does }) => [t('help.cli'), line, t(does)]), ...FOLDER.map(({ name, holds }) => [t('help.data'), name, t(holds)]),
  ];
  return texts.some((one) => hasWords(typed, one)) ? null : <p className="help-none" role="status">{t('help.none', { typed })}</p>;
}

/** Help: how-tos, every action with its keys, the command line, and where the data lives; all found by typing. */
export function Help() {
  const [text, setText] = useState('');
  const typed = text.trim();
  const folder = useLibrary((state) => state.folder);
  return (
    <Dialog title={t('help.title')} size="large" closeLabel={t('close')} onClose={close}
      foot={<><Button action="app.settings" onPress={() => { leaveFor('app.settings'); }}>{t('action.settings')}</Button><Button kind="main" action="guide.start" onPress={() => { leaveFor('guide.start'); }}>{t('action.guide')}</Button></>}>
      <div className="help-search" role="search">
        <span className="search"><Search size={15} aria-hidden /><input className="input" autoFocus aria-label={t('help.search')} placeholder={t('help.search')} value={text} spellCheck={false} data-testid="help-search" onChange={(event) => { setText(event.target.value); }} /></span>
      </div>
      <HowTos typed={typed} />
      <Actions typed={typed} />
      <Pairs id="cli" title={t('help.cli')} note={t('help.cliNote')} typed={typed} pairs={COMMAND_LINE.map(({ line, does }) => [line, t(does)] as const)} />
      <Pairs id="data" title={t('help.data')} note={<>{t('help.dataNote')} <code>{folder}</code></>} typed={typed} pairs={FOLDER.map(({ name, holds }) => [name, t(holds)] as const)} />
      <NothingFound typed={typed} />
    </Dialog>
  );
}
