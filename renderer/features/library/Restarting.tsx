import { Lock } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { openLibrary } from '../../stores/open.ts';
import { Button } from '../../ui/Button.tsx';

/** Says, while it lasts, that the engine is started again after it stopped. What is in front of the person stays there. */
export function Restarting() {
  const restarting = useLibrary(({ state }) => state === 'restarting');
  return restarting ? <div className="banner" role="status" data-testid="restarting"><p>{t('start.restarting')}</p></div> : null;
}

/** Says, as long as it is so, that nothing can be changed in a library whose folder may not be written, or has no room; and the way on from there. */
export function ReadOnly() {
  const library = useLibrary(({ overview }) => overview?.library);
  if (library?.readOnly !== true) return null;
  return (
    <div className="banner" role="status" data-testid="read-only">
      <Lock size={16} aria-hidden /><p>{t(library.full ? 'start.full' : 'start.readOnly')}</p>
      <Button kind="quiet" action="library.openAgain" onPress={() => void openLibrary(library.folder)}>{t('start.openAgain')}</Button>
    </div>
  );
}
