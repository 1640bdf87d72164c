import { Lock } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';

/** Says, while it lasts, that the engine is started again after it stopped. What is in front of the person stays there. */
export function Restarting() {
  const restarting = useLibrary(({ state }) => state === 'restarting');
  return restarting ? <div className="banner" role="status" data-testid="restarting"><p>{t('start.restarting')}</p></div> : null;
}

/** Says, as long as it is so, that nothing can be changed in a library whose folder may not be written. */
export function ReadOnly() {
  const readOnly = useLibrary(({ overview }) => overview?.library.readOnly === true);
  return readOnly ? <div className="banner" role="status" data-testid="read-only"><Lock size={16} aria-hidden /><p>{t('start.readOnly')}</p></div> : null;
}
