import { useSyncExternalStore } from 'react';
import { longWaits, onLongWaits } from '../../client/waiting.ts';
import { t } from '../../messages/messages.ts';
import { Progress } from '../../ui/Progress.tsx';

/** Says that something a person did is still under way, where it takes longer than a moment. */
export function Waiting() {
  const [first] = useSyncExternalStore(onLongWaits, longWaits);
  if (first === undefined) return null;
  const words = t(`waiting.${first.name}`);
  return <div className="toast waiting" role="status" data-testid="waiting"><span>{words}</span><div className="waiting-bar"><Progress label={words} done={0} total={null} /></div></div>;
}
