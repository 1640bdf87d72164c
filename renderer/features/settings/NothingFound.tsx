import { matching } from '../../actions/matching.ts';
import { actionContext } from '../../actions/context.ts';
import { allActions } from '../../actions/registry.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';

const MOST = 5;

/** No setting is called so; perhaps an action is, for many look for one here. */
export function NothingFound({ typed, onAll }: { typed: string; onAll: () => void }) {
  const ctx = actionContext();
  const near = matching(typed, allActions().filter((action) => action.hidden !== true && action.when(ctx)), (action) => t(action.label)).slice(0, MOST);
  return (
    <div className="settings-none">
      <h2>{t('settings.none', { typed })}</h2>
      <p>{t('settings.noneHelp')}</p>
      {near.length === 0 ? null : <><p>{t('settings.noneActions')}</p><div className="settings-buttons">{near.map((action) => <Button key={action.name} {...(action.icon === undefined ? {} : { icon: action.icon })} action={action.name} onPress={() => runAction(action.name)}>{t(action.label)}</Button>)}</div></>}
      <div className="settings-buttons"><Button kind="main" onPress={onAll}>{t('settings.all')}</Button></div>
    </div>
  );
}
