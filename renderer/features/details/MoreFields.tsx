import { Plus } from 'lucide-react';
import { useState } from 'react';
import { matching } from '../../actions/matching.ts';
import { t } from '../../messages/messages.ts';
import { fieldLabel } from './label.ts';

/** The variables that the form does not show yet, found by their names. */
export function MoreFields({ fields, onShow }: { fields: readonly string[]; onShow: (field: string) => void }) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const found = matching(text, fields, (field) => `${fieldLabel(field)} ${field}`);
  return (
    <section className="details-more">
      <button type="button" className="quiet-button" aria-expanded={open} onClick={() => { setOpen(!open); }}>{t('details.more')}</button>
      {open && (
        <>
          <input className="input" type="search" autoFocus aria-label={t('details.moreSearch')} placeholder={t('details.moreSearch')} value={text} onChange={(event) => { setText(event.target.value); }}
            onKeyDown={(event) => { if (event.key === 'Enter' && found[0] !== undefined) { onShow(found[0]); setOpen(false); setText(''); } }} />
          <ul className="more-list">{found.map((field) => <li key={field}><button type="button" className="more-field" onClick={() => { onShow(field); setOpen(false); setText(''); }}><Plus size={12} aria-hidden /> {fieldLabel(field)}</button></li>)}</ul>
          {found.length === 0 && <p className="details-hint">{t('details.moreNone')}</p>}
        </>
      )}
    </section>
  );
}
