import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import './toast.css';

interface Message { id: number; text: string; tone: 'plain' | 'error'; action?: { label: string; run: () => void } }
interface Props { toasts: readonly Message[]; label: string; closeLabel: string; onClose: (id: number) => void; children?: ReactNode }

const STAYS = { plain: 7_000, error: 14_000 } as const;

function One({ toast, closeLabel, onClose }: { toast: Message; closeLabel: string; onClose: (id: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => { onClose(toast.id); }, STAYS[toast.tone]);
    return () => { clearTimeout(timer); };
  }, [toast, onClose]);
  const { action } = toast;
  return (
    <div className={`toast toast-${toast.tone}`} role={toast.tone === 'error' ? 'alert' : 'status'} data-testid="toast">
      <span>{toast.text}</span>
      {action === undefined ? null : <span className="toast-undo"><Button kind="quiet" onPress={() => { action.run(); onClose(toast.id); }}>{action.label}</Button></span>}
      <Button kind="quiet" icon={X} label={closeLabel} onPress={() => { onClose(toast.id); }} />
    </div>
  );
}

/** What was just done or not done, for a while, each with its way back: also over a dialog, which stays open when one is used. */
export function Toasts({ toasts, label, closeLabel, onClose, children }: Props) {
  return <div className="toasts" role="region" aria-label={label} data-react-aria-top-layer="true">{children}{toasts.map((toast) => <One key={toast.id} toast={toast} closeLabel={closeLabel} onClose={onClose} />)}</div>;
}
