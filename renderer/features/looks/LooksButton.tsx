import { ALargeSmall } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { t } from '../../messages/messages.ts';
import { Face, Measure, Size, Theme } from './controls.tsx';
import { useLooks } from './store.ts';
import './looks.css';

/** How abstracts are set, changed with the abstract in sight. */
export function LooksButton() {
  const open = useLooks((state) => state.open);
  return (
    <DialogTrigger isOpen={open} onOpenChange={(next) => { useLooks.setState({ open: next }); }}>
      <Button className="icon-button" aria-label={t('looks.title')}><ALargeSmall size={17} aria-hidden /></Button>
      <Popover className="popover looks" placement="bottom end">
        <Dialog aria-label={t('looks.title')}><Size /><Measure /><Face /><Theme /></Dialog>
      </Popover>
    </DialogTrigger>
  );
}
