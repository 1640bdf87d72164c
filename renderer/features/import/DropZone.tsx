import { useEffect, useState } from 'react';
import { FileDown } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import { followIntake } from './intake.ts';

/** Shows, while a file hangs over the window, that it may be dropped. */
export function DropZone() {
  const [over, setOver] = useState(false);
  useEffect(() => followIntake(setOver), []);
  return over ? <div className="drop"><FileDown size={34} strokeWidth={1.3} aria-hidden /><p>{t('import.drop')}</p></div> : null;
}
