import { t } from '../messages/messages.ts';
import { close } from '../stores/view.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { shortcutsOf } from './keys.ts';
import { allActions } from './registry.ts';
import type { Group } from './registry.ts';

const GROUPS: readonly Group[] = ['move', 'papers', 'status', 'paper', 'pdf', 'library', 'app'];

/** Every shortcut there is. */
export function Help() {
  const withKeys = allActions().filter((action) => shortcutsOf(action).length > 0);
  return (
    <Dialog title={t('help.title')} size="large" closeLabel={t('close')} onClose={close}>
      <p className="help-note">{t('help.note')}</p>
      <div className="help">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`help-${group}`}>
            <h3 id={`help-${group}`}>{t(`group.${group}`)}</h3>
            <ul>
              {withKeys.filter((action) => action.group === group).map((action) => (
                <li key={action.name} className="help-line"><span>{t(action.label)}</span><span className="help-keys">{shortcutsOf(action).map((keys) => <Kbd key={keys} keys={keys} />)}</span></li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
