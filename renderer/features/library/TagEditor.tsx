import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Overview } from '../../../src/contract/views.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { QUIET, tagColour } from '../../ui/Chip.tsx';

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** A tag's name, colour and number key. */
export function TagEditor({ tag, onClose }: { tag: Overview['tags'][number]; onClose: () => void }) {
  const [name, setName] = useState(tag.name);
  const [colour, setColour] = useState(tagColour(tag.name, tag.colour));
  const [key, setKey] = useState<number | null>(tag.key ?? null);
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    const change = { ...(name.trim() === tag.name || name.trim() === '' ? {} : { name: name.trim() }), ...(colour === tagColour(tag.name, tag.colour) ? {} : { colour }), ...(key === (tag.key ?? null) ? {} : { key }) };
    if (Object.keys(change).length === 0 || (await act('tag.edit', { tag: tag.id, ...change }, 'toast.tagEdited', { tag: name }))) onClose();
  };
  const remove = async (): Promise<void> => { if (await act('tag.delete', { tag: tag.id }, 'toast.tagDeleted', { tag: tag.name })) onClose(); };
  const foot = (
    <>
      <Button kind="danger" action="tag.delete" onPress={() => void remove()}>{t('tag.delete')}</Button><span className="grow" />
      <Button onPress={onClose}>{t('cancel')}</Button><Button kind="main" action="tag.edit" onPress={() => void save()}>{t('tag.save')}</Button>
    </>
  );
  return (
    <Dialog title={t('tag.editTitle')} closeLabel={t('close')} onClose={onClose} foot={foot}>
      <form className="form" onSubmit={(event) => void save(event)}>
        <label>{t('tag.name')}<input className="input" autoFocus value={name} maxLength={200} onChange={(event) => { setName(event.target.value); }} /><span className="form-hint">{t('tag.nameHint')}</span></label>
        <div className="form-part"><span id="tag-colour">{t('tag.colour')}</span>
          <div className="swatches" role="radiogroup" aria-labelledby="tag-colour">
            {QUIET.map((one) => <button key={one} type="button" role="radio" className="swatch" aria-checked={one === colour} aria-label={one} style={{ background: one }} onClick={() => { setColour(one); }} />)}
          </div>
        </div>
        <label>{t('tag.key')}
          <select className="input" value={key ?? ''} onChange={(event) => { setKey(event.target.value === '' ? null : Number(event.target.value)); }}>
            <option value="">{t('tag.keyNone')}</option>
            {KEYS.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </label>
      </form>
    </Dialog>
  );
}
