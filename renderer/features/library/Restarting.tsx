import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';

/** Says, while it lasts, that the engine is started again after it stopped. What is in front of the person stays there. */
export function Restarting() {
  const restarting = useLibrary(({ state }) => state === 'restarting');
  return restarting ? <div className="banner" role="status" data-testid="restarting"><p>{t('start.restarting')}</p></div> : null;
}
