import { useState } from 'react';
import { t } from '../../messages/messages.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFileWork } from './store.ts';
import { bring } from './work.ts';

/** Asks for the address of something that stays where it is. */
export function AddressDialog() {
  const paper = useFileWork((state) => state.linking);
  const [address, setAddress] = useState('');
  const good = /^https?:\/\/\S+$/i.test(address.trim()) && URL.canParse(address.trim());
  const link = (): void => {
    if (!good || paper === null) return;
    close();
    void bring(paper, [address.trim()], true);
  };
  return (
    <Dialog title={t('files.linkAddress')} closeLabel={t('close')} onClose={close} foot={<><Button onPress={close}>{t('cancel')}</Button><Button kind="main" disabled={!good} onPress={link}>{t('files.linkIt')}</Button></>}>
      <label className="file-label" htmlFor="link-address">{t('files.address')}</label>
      <input id="link-address" className="input" type="url" autoFocus value={address} onChange={(event) => { setAddress(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter') link(); }} />
      <p className="form-hint">{t('files.addressHint')}</p>
    </Dialog>
  );
}
