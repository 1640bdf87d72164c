import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { PaperLink } from '../../../src/model/paper.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from './TextField.tsx';

const KINDS = PaperLink.shape.kind;

/** Links to code, data and pages. */
export function Links({ links, onSave }: { links: readonly PaperLink[]; onSave: (links: PaperLink[]) => Promise<boolean> }) {
  const [adding, setAdding] = useState(false);
  const replaced = (at: number, next: PaperLink[]): Promise<boolean> => onSave(links.flatMap((one, i) => (i === at ? next : one)));
  return (
    <div className="details-field" role="group" aria-label={t('details.links')}>
      <span className="details-label" aria-hidden>{t('details.links')}</span>
      <div className="details-value details-links">
        {links.map((link, at) => (
          <div key={`${link.url} ${String(at)}`} className="details-link">
            <select className="status-menu" aria-label={t('details.linkKind', { place: at + 1 })} value={link.kind} onChange={(event) => void replaced(at, [{ ...link, kind: KINDS.parse(event.target.value) }])}>
              {KINDS.options.map((kind) => <option key={kind} value={kind}>{t(`details.link.${kind}`)}</option>)}
            </select>
            <TextField bare label={t('details.linkUrl', { place: at + 1 })} value={link.url} onSave={(url) => replaced(at, url.trim() === '' ? [] : [{ ...link, url: url.trim() }])} />
            <button type="button" className="icon-button" aria-label={t('details.remove', { name: link.url })} onClick={() => void replaced(at, [])}><X size={14} aria-hidden /></button>
          </div>
        ))}
        {adding ? <TextField bare label={t('details.linkUrl', { place: links.length + 1 })} value="" placeholder="https://" onSave={async (url) => { const kept = await onSave([...links, { kind: 'page', url: url.trim() }]); setAdding(!kept); return kept; }} /> : <div><Button kind="quiet" icon={Plus} onPress={() => { setAdding(true); }}>{t('details.linkAdd')}</Button></div>}
      </div>
    </div>
  );
}
