import { t } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { actionContext } from './context.ts';
import { shortcutsOf } from './keys.ts';
import { actionNamed } from './registry.ts';
import { runAction } from './run.ts';

/** An action as an icon button with its name and keys in a tooltip; nothing where there is no such action or it does not apply. */
export function ActionButton({ name }: { name: string }) {
  const action = actionNamed(name);
  if (action === undefined || !action.when(actionContext())) return null;
  return <Button kind="quiet" {...(action.icon === undefined ? {} : { icon: action.icon })} label={t(action.label)} keys={shortcutsOf(action)[0]} action={name} onPress={() => runAction(name)} />;
}
