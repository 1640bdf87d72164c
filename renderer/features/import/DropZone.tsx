import { useEffect, useState } from 'react';
import { FileDown } from 'lucide-react';
import { t } from '../../messages/messages.ts';
import type { Hanging } from './intake.ts';
import { followIntake } from './intake.ts';

const words = ({ target }: Hanging): string => (target === null ? t('import.drop') : target.paper === null ? t('import.dropInto', { name: target.name }) : t('import.dropOn', { title: target.name }));

/** Says, while files hang over the window, where they would go; what is under them stays in sight. */
export function DropZone() {
  const [hanging, setHanging] = useState<Hanging | null>(null);
  useEffect(() => followIntake((next) => { setHanging((last) => (last !== null && next !== null && last.target?.element === next.target?.element ? last : next)); }), []);
  return hanging === null ? null : <div className="drop" role="status"><p><FileDown size={18} strokeWidth={1.6} aria-hidden /><span>{words(hanging)}</span></p></div>;
}
