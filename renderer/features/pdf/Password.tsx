import { useState } from 'react';
import { t } from '../../messages/messages.ts';
import type { Locked } from './usePdf.ts';

/** Asks for the password of a locked file. It goes to pdf.js, and to the reading of the file's marks while it is shown; it is not kept. */
export function Password({ locked }: { locked: Locked }) {
  const [password, setPassword] = useState('');
  return (
    <form className="pdf-message pdf-trouble pdf-password" onSubmit={(event) => { event.preventDefault(); locked.give(password); }}>
      <p className="empty-title">{t('pdf.passwordAsked')}</p>
      <p className={locked.wrong ? 'pdf-failed' : ''} {...(locked.wrong ? { role: 'alert' } : {})}>{t(locked.wrong ? 'pdf.passwordWrong' : 'pdf.passwordHint')}</p>
      <input type="password" aria-label={t('pdf.password')} value={password} onChange={(event) => { setPassword(event.target.value); }} />
      <button type="submit" className="button button-main" disabled={password === ''}>{t('pdf.unlock')}</button>
    </form>
  );
}
