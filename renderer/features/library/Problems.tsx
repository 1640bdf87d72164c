import { useState } from 'react';
import { AlertTriangle } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { useLibrary } from '../../stores/library.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Says that files of the library were damaged, what was found, and what was done about it. */
export function Problems() {
  const problems = useLibrary((state) => state.overview?.problems);
  const [shown, setShown] = useState(false);
  if (problems === undefined || problems.length === 0) return null;
  return (
    <div className="banner" role="alert">
      <AlertTriangle size={16} aria-hidden /><p>{t('problems.banner', { count: problems.length })}</p>
      <Button kind="quiet" onPress={() => { setShown(true); }}>{t('problems.show')}</Button>
      {shown ? (
        <Dialog title={t('problems.title')} closeLabel={t('close')} onClose={() => { setShown(false); }}>
          <ul className="findings">
            {problems.map((one) => (
              <li key={one.file}><code>{one.file}</code><p>{one.message}</p>
                {one.salvagedFrom === undefined ? null : <p>{t('problems.salvaged', { from: one.salvagedFrom })}</p>}
                {one.keptAs === undefined ? null : <p>{t('problems.kept', { file: one.keptAs })}</p>}
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </div>
  );
}
