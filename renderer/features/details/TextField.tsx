import { Check } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Finding } from '../../../src/library/editing/checks.ts';
import { t } from '../../messages/messages.ts';
import { makeTyping } from './typing.ts';

interface Props {
  label: string;
  value: string;
  /** Keeps what was typed; answers whether it was kept. */
  onSave: (value: string) => Promise<boolean>;
  finding?: Finding | undefined;
  hint?: ReactNode;
  placeholder?: string;
  long?: boolean;
  testId?: string;
  children?: ReactNode;
  /** The label is read out but not shown. */
  bare?: boolean;
}

/** How long "Saved" stays. */
const SAID = 1600;

/** A field that keeps what is typed on Enter (Ctrl+Enter in a long one) and when it is left; Escape puts back what was there. */
export function TextField({ label, value, onSave, finding, hint, placeholder, long = false, testId, children, bare = false }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, sayKept] = useSaid();
  const [typing] = useState(() => makeTyping({ onTyped: setTyped, onKept: sayKept }));
  const keep = (): void => void typing.keep(value, onSave);
  const keys = (event: KeyboardEvent): void => {
    // What is being kept is not put back: Escape right after Enter leads on, as it does a moment later.
    if (event.key === 'Escape' && typed !== null && !typing.busy()) { event.stopPropagation(); event.preventDefault(); typing.type(null); }
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && (!long || event.ctrlKey || event.metaKey)) { event.preventDefault(); keep(); }
  };
  const shared = { id, className: 'input', value: typed ?? value, placeholder, onBlur: keep, onKeyDown: keys, dir: 'auto', 'data-testid': testId, 'aria-describedby': finding !== undefined || hint !== undefined ? `${id}-hint` : undefined } as const;
  return (
    <div className={`details-field${finding === undefined ? '' : ' details-doubtful'}`}>
      <label htmlFor={id} className={bare ? 'hidden-text' : 'details-label'}>{label}</label>
      <div className="details-value">
        {long ? <textarea {...shared} rows={3} onChange={(event) => { typing.type(event.target.value); }} /> : <input {...shared} onChange={(event) => { typing.type(event.target.value); }} />}
        <span className="details-saved" role="status">{saved && <><Check size={12} aria-hidden /> {t('details.saved')}</>}</span>
        {(finding !== undefined || hint !== undefined) && <div id={`${id}-hint`} className="details-hint">{finding !== undefined && <Pointed finding={finding} onFix={(fix) => void onSave(fix)} />}{hint}</div>}
        {children}
      </div>
    </div>
  );
}

/** What looks wrong, with the value it probably should have. */
export function Pointed({ finding, onFix }: { finding: Finding; onFix: (fix: string) => void }) {
  const { check, fix } = finding;
  return <span className="details-finding">{t(`check.${check}`)}{fix !== undefined && <> <button type="button" className="quiet-button" onClick={() => { onFix(fix); }}>{t('details.fix', { value: fix })}</button></>}</span>;
}

function useSaid(): [boolean, () => void] {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (at === 0) return;
    const timer = setTimeout(() => { setAt(0); }, SAID);
    return () => { clearTimeout(timer); };
  }, [at]);
  return [at !== 0, () => { setAt(Date.now()); }];
}
