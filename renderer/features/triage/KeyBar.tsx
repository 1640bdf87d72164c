import { actionNamed } from '../../actions/registry.ts';
import { runAction } from '../../actions/run.ts';
import { shortcutsOf } from '../../actions/keys.ts';
import { t } from '../../messages/messages.ts';
import { Kbd } from '../../ui/Kbd.tsx';

const DECISIONS = ['triage.keep', 'triage.later', 'triage.archive', 'triage.read'] as const;
const MARKS = ['triage.tag', 'triage.star', 'triage.download', 'triage.open'] as const;
const MOVES = ['triage.previous', 'triage.next', 'triage.undo'] as const;

/** What can be decided, each under its key; each is also a button. */
export function KeyBar() {
  return (
    <footer className="triage-keys" role="toolbar" aria-label={t('triage.keys')}>
      <Group names={DECISIONS} main /><Group names={MARKS} /><Group names={MOVES} />
    </footer>
  );
}

function Group({ names, main = false }: { names: readonly string[]; main?: boolean }) {
  return (
    <div className="triage-group">
      {names.flatMap((name) => actionNamed(name) ?? []).map((action) => (
        <button key={action.name} type="button" className={main ? 'triage-key triage-key-main' : 'triage-key'} data-action={action.name} onClick={() => runAction(action.name)}>
          <Kbd keys={shortcutsOf(action)[0] ?? ''} /><span>{t(action.label)}</span>
        </button>
      ))}
    </div>
  );
}
