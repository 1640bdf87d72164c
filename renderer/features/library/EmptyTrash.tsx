import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contract/contract.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { sayError } from '../../stores/toasts.ts';
import { close } from '../../stores/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size for people: 3.4 MB. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat('en', { style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1000 ** step);
}

/** Asks once before the trash goes for good, and says how much that is. */
export function EmptyTrash() {
  const [facts, setFacts] = useState<Output<'trash.facts'> | null>(null);
  useEffect(() => {
    void call('trash.facts', {}).then((answer) => { if (answer.ok) setFacts(answer.value); else sayError(answer.error); });
  }, []);
  const empty = async (): Promise<void> => { if (await act('trash.empty', {}, 'toast.emptied')) close(); };
  const foot = <><Button autoFocus onPress={close}>{t('cancel')}</Button><Button kind="danger" action="trash.empty.sure" disabled={facts === null} onPress={() => void empty()}>{t('trash.empty')}</Button></>;
  return (
    <Dialog title={t('trash.emptyTitle')} closeLabel={t('close')} onClose={close} foot={foot}>
      <p>{facts === null ? t('list.waiting') : t('trash.facts', { papers: facts.papers, files: facts.files, size: sizeOf(facts.bytes) })}</p>
      <p className="form-hint">{t('trash.forGood')}</p>
    </Dialog>
  );
}
